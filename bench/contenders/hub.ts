import { join } from 'node:path';
import type { Case, Parameters } from '../cases.js';
import { Child } from '../child.js';
import type { Contender, Request, RunningContender } from '../contender.js';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.js';

/** How a hub is started. */
export interface HubOptions {
  readonly name: string;
  /** A checkout that is built. */
  readonly folder: string;
  /** The hub's secret. */
  readonly secret: string;
  /** The subjects of the members that ask. */
  readonly subjects: readonly string[];
}

/**
 * The hub, as in production: NODE_ENV=production, access tokens of an identity provider, the audit on. The budget of
 * each member is the largest that there is, because the town has few members. Files and referrals do not expire, as
 * in the demonstration.
 */
export function hub({ name, folder, secret, subjects }: HubOptions): Contender {
  return {
    name,
    async start(databaseUrl) {
      return running(name, databaseUrl, await startHub({ folder, secret, subjects }, databaseUrl));
    },
  };
}

/** A hub in a process of its own, with the access tokens of the members that ask. */
export interface StartedHub {
  readonly child: Child;
  readonly url: string;
  readonly provider: IdentityProvider;
  readonly tokens: ReadonlyMap<string, string>;
}

/**
 * Starts a hub as in production.
 * @param imports modules that are loaded before it
 */
export async function startHub(
  { folder, secret, subjects }: Omit<HubOptions, 'name'>,
  databaseUrl: string,
  imports: readonly string[] = [],
): Promise<StartedHub> {
  const provider = await startIdentityProvider();
  const env = {
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    HUB_SECRET: secret,
    HUB_BUDGET: '10000000',
    HUB_RETENTION: 'off',
    HUB_REFERRAL_EXPIRY: 'off',
    ...provider.env,
  };
  const ready = /^The hub is ready .*?(http:\/\/[^/\s]+)/;
  const program = join(folder, 'dist/bundle/main.js');
  const { child, url } = await Child.start(program, folder, env, ready, imports);
  const tokens = new Map<string, string>();
  for (const subject of subjects) tokens.set(subject, await provider.tokenOf(subject));
  return { child, url, provider, tokens };
}

function running(
  name: string,
  databaseUrl: string,
  { child, url, provider, tokens }: StartedHub,
): RunningContender {
  return {
    name,
    url,
    databaseUrl,
    pids: [child.pid],
    request({ document: query }: Case, { viewer, variables }: Parameters): Request {
      return {
        method: 'POST',
        path: '/graphql',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${tokens.get(viewer.subject)}`,
        },
        body: JSON.stringify({ query, variables }),
      };
    },
    answer(body) {
      const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: unknown };
      if (errors) throw new Error(`${name} answered with errors: ${JSON.stringify(errors)}\n${child.output}`);
      return data;
    },
    isGood: (body) => body.startsWith('{"data":{') && !body.includes('"userErrors":[{'),
    async stop() {
      await child.stop();
      provider.close();
    },
  };
}

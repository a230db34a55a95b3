import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { StartError } from './start-error.js';
import { signingKey } from './tokens.js';

const url = z
  .string()
  .refine((it) => /^https?:$/.test(URL.parse(it)?.protocol ?? ''), {
    message: 'must be an address that begins with https:// or http://',
  })
  .transform((it) => it.replace(/\/+$/, ''));
const milliseconds = z.int().min(10).max(600_000);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  message: 'must be a short name in lower-case letters, digits and hyphens, such as france-travail',
});

const partner = z.strictObject({
  name: slug.refine((it) => it !== 'hub', { message: 'must not be "hub", which names the hub' }),
  prefix: z.string().regex(/^[a-z]{2,12}$/, { message: 'must be 2 to 12 lower-case letters' }),
  slug,
  url,
  timeout: milliseconds.default(2000),
});

const file = z.strictObject({
  hub: z.strictObject({ url, timeout: milliseconds.default(30_000) }),
  partners: z
    .array(partner)
    .refine((partners) => new Set(partners.map((it) => it.slug)).size === partners.length, {
      message: 'two have the same slug: each needs its own, because tokens are for one partner',
    })
    .default([]),
  host: z.string().default('127.0.0.1'),
  port: z.int().min(0).max(65_535).default(4100),
  address: url,
  definitions: z.string().min(1).default('.gateway'),
});

/** A partner whose own system joins the graph. */
export type PartnerConfig = z.infer<typeof partner>;

/** What the gateway is started with. */
export interface GatewayConfig extends z.infer<typeof file> {
  /** The credential of the gateway at the hub. */
  readonly secret: string;
  /** The private key that signs the tokens for partners. */
  readonly key: KeyObject;
  readonly logLevel: string;
}

/** The environment variables of the gateway. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration file and the secrets of the environment.
 * @param read reads a file; throws when it cannot be read
 * @throws StartError with one line for each setting that is missing or wrong
 */
export function loadConfig(env: Environment, read: (path: string) => string): GatewayConfig {
  const path = env['GATEWAY_CONFIG'] || 'gateway.json';
  const settings = parsed(path, read);
  const problems: string[] = [];
  const secret = env['HUB_GATEWAY_SECRET'] ?? '';
  if (secret.length < 32)
    problems.push('HUB_GATEWAY_SECRET: must have at least 32 characters, the same as in the hub');
  const key = signingKey(env['GATEWAY_SIGNING_KEY'] ?? '');
  if (!key)
    problems.push(
      'GATEWAY_SIGNING_KEY: must be a private key for ES256 or EdDSA, as PEM (PKCS #8) or as a JSON Web Key',
    );
  if (!settings.success) problems.unshift(...settings.error.issues.flatMap((it) => sentences(path, it)));
  if (problems.length > 0 || !settings.success || !key) throw new StartError(problems);
  return { ...settings.data, secret, key, logLevel: env['LOG_LEVEL'] || 'info' };
}

function parsed(path: string, read: (path: string) => string) {
  let text: string;
  try {
    text = read(path);
  } catch {
    throw new StartError([`${path}: the configuration file cannot be read; GATEWAY_CONFIG gives its path`]);
  }
  try {
    return file.safeParse(JSON.parse(text));
  } catch {
    throw new StartError([`${path}: is not valid JSON`]);
  }
}

/** What is wrong with a setting: one line for each. */
function sentences(path: string, issue: z.core.$ZodIssue): string[] {
  const at = (keys: readonly PropertyKey[]) => `${path}: ${keys.map(String).join('.')}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${at([...issue.path, key])}: is not a setting of the gateway`);
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  return [`${at(issue.path)}: ${isMissing ? 'is missing' : issue.message}`];
}

import { createHash } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import { decodeJwt } from 'jose';
import type { Credentials } from './caller.js';
import { hubUnavailable } from './errors.js';
import { type Hub, resultOf } from './hub.js';
import { NoAnswer } from './post.js';

/** For which partner, and in which role, a viewer asks. */
export interface Viewer {
  readonly partner: { readonly id: string; readonly slug: string };
  readonly role: string;
}

/** The hub does not accept the viewer's credentials, or cannot be asked. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly errors: readonly GraphQLError[],
  ) {
    super(`refused: ${status}`);
  }
}

/** How long an answer of the hub about a viewer is kept, in milliseconds. */
const longest = 60_000;

/** The most viewers that are kept. */
const most = 10_000;

const query = '{ viewer { role partner { id slug } } }';

/** Asks the hub who the viewers are: once for each token, partner and role within a minute. */
export class Viewers {
  readonly #known = new Map<string, { until: number; viewer: Promise<Viewer> }>();

  constructor(private readonly hub: Hub) {}

  /** @throws Refused */
  of(credentials: Credentials): Promise<Viewer> {
    const key = keyOf(credentials);
    const known = this.#known.get(key);
    if (known && known.until > Date.now()) return known.viewer;
    this.#known.delete(key);
    const viewer = this.#ask(credentials);
    this.#known.set(key, { until: Math.min(Date.now() + longest, expiryOf(credentials)), viewer });
    // A refusal is not kept.
    viewer.catch(() => this.#known.delete(key));
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
    return viewer;
  }

  async #ask(credentials: Credentials): Promise<Viewer> {
    const { status, json } = await this.hub.ask(query, undefined, credentials).catch((error: unknown) => {
      if (error instanceof NoAnswer) throw new Refused(503, [hubUnavailable(credentials.language)]);
      throw error;
    });
    const { data, errors = [] } = resultOf(json);
    const viewer = data?.['viewer'] as Viewer | undefined;
    if (viewer) return viewer;
    throw new Refused(status < 400 ? 503 : status, errors);
  }
}

/** Tokens are not kept in memory, only their digests. */
function keyOf({ authorization, partner, role }: Credentials): string {
  return createHash('sha256')
    .update(JSON.stringify([authorization, partner, role]))
    .digest('base64');
}

/** When the token expires, by its own words: the hub has checked it. */
function expiryOf({ authorization }: Credentials): number {
  try {
    const { exp } = decodeJwt(authorization.replace(/^Bearer\s+/i, ''));
    return exp === undefined ? Number.POSITIVE_INFINITY : exp * 1000;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

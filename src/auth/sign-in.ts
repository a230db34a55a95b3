import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '../access/viewer.js';
import type { Database } from '../database/database.js';
import { systemRole } from '../database/database-role.js';
import { unauthenticated } from '../graphql/errors.js';
import type { Identity } from './access-token.js';
import { type Asked, chosen, membershipsOf, viewerOf, type Wanted } from './members.js';
import { live, type Sessions } from './sessions.js';
import type { Tokens } from './tokens.js';

/** A viewer, and until when what named it holds, in seconds since 1970. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly expires: number;
  /** The session of a browser, if it was that. */
  readonly session?: string;
}

/** Why somebody may not go on as before. */
export type Gone = 'deactivated' | 'roleChanged' | 'sessionEnded';

/** What a request brings to say whose it is: headers, and over WebSocket what `connection_init` says instead. */
export interface Asking {
  readonly headers: IncomingHttpHeaders;
  /** None when it opens a WebSocket. */
  readonly method?: string | undefined;
  readonly said?: ({ readonly authorization?: unknown } & Wanted) | undefined;
}

/** How long a checked signature is taken for granted, in milliseconds: members are looked up for each request. */
const trustedFor = 60_000;
const maxTrusted = 10_000;

/** Turns bearer tokens, and browsers' sessions where there are any, into viewers. */
export class SignIn {
  readonly #trusted = new Map<string, { readonly until: number; readonly identity: Promise<Identity> }>();

  constructor(
    private readonly tokens: Tokens,
    private readonly database: Database,
    private readonly sessions?: Sessions,
  ) {}

  /**
   * The viewer whom a request names: by its bearer token, else by its session.
   * @throws UNAUTHENTICATED when it names nobody of the hub; PARTNER_REQUIRED when it names somebody of
   *   several partners,
   *   ROLE_REQUIRED of several roles at one; FORBIDDEN when a session comes from another site
   */
  async signIn(asking: Asking): Promise<SignedIn> {
    const { headers, said } = asking;
    const { account, memberships, remembered, mayWrite, expires, session } = await this.account(asking);
    const wanted = {
      partner: said?.partner ?? headers['x-hub-partner'],
      role: said?.role ?? headers['x-hub-role'],
    };
    const subject = account.kind === 'PERSON' ? account.name : undefined;
    const viewer = viewerOf(chosen(memberships, wanted, remembered), mayWrite, subject);
    return { viewer, expires, ...(session !== undefined && { session }) };
  }

  /**
   * The account that a request names, whatever it may be in the hub; as {@link signIn} throws, but for
   * accounts without a membership and with several.
   */
  async account({ headers, method, said }: Asking): Promise<Asked> {
    const authorization = said?.authorization ?? headers.authorization;
    if (authorization === undefined && this.sessions?.has(headers)) return this.sessions.of(headers, method);
    const [, token] = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(String(authorization ?? '')) ?? [];
    if (!token) throw unauthenticated('Sign in first: the request carries no bearer token.');
    const { expires, mayWrite, ...account } = await this.#identity(token);
    return { account, expires, mayWrite, memberships: await membershipsOf(this.database, account) };
  }

  /** Whether a WebSocket must not even be opened: a browser would lend it its session, from another site. */
  refusesUpgrade(headers: IncomingHttpHeaders): boolean {
    return Boolean(this.sessions?.has(headers) && !this.sessions.isOwn(headers));
  }

  /** Those who may not go on, each with why. */
  async gone(all: readonly SignedIn[]): Promise<[SignedIn, Gone][]> {
    const sessions = all.flatMap(({ session }) => session ?? []);
    const [members = [], open = []] = await this.database.reader.read<{ id: string; role?: string }>(
      systemRole,
      [
        {
          text: 'select id, role from member where id = any ($1::uuid[]) and deactivated_at is null',
          values: [all.map(({ viewer }) => viewer.memberId)],
        },
        { text: `select id from session where id = any ($1::text[]) and ${live}`, values: [sessions] },
      ],
    );
    const roles = new Map(members.map(({ id, role }) => [id, role]));
    const stay = new Set(open.map(({ id }) => id));
    const why = ({ viewer, session }: SignedIn): Gone | undefined => {
      if (!roles.has(viewer.memberId)) return 'deactivated';
      if (roles.get(viewer.memberId) !== viewer.role) return 'roleChanged';
      return session === undefined || stay.has(session) ? undefined : 'sessionEnded';
    };
    return all.flatMap((signedIn) => {
      const gone = why(signedIn);
      return gone ? [[signedIn, gone]] : [];
    });
  }

  #identity(token: string): Promise<Identity> {
    const now = Date.now();
    const trusted = this.#trusted.get(token);
    if (trusted && trusted.until > now) return trusted.identity;
    if (this.#trusted.size >= maxTrusted) this.#trusted.clear();
    const identity = this.tokens.check(token);
    const kept = { until: now + trustedFor, identity };
    this.#trusted.set(token, kept);
    identity.then(
      ({ expires }) => (kept.until = Math.min(kept.until, expires * 1000)),
      () => this.#trusted.delete(token),
    );
    return identity;
  }
}

import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '../access/viewer.js';
import type { Database } from '../database/database.js';
import { systemRole } from '../database/database-role.js';
import { unauthenticated } from '../graphql/errors.js';
import type { Identity } from './access-token.js';
import {
  type AuthenticatedAccount,
  chooseMembership,
  type MembershipChoice,
  membershipsOf,
  viewerOf,
} from './members.js';
import { activeSession, type Sessions } from './sessions.js';
import type { Tokens } from './tokens.js';

/** A signed-in viewer. */
export interface SignedIn {
  readonly viewer: Viewer;
  /** When the token or the session expires, in seconds since 1970. */
  readonly expires: number;
  /** The id of the browser session, if there is one. */
  readonly session?: string;
}

/** Why a signed-in viewer has lost access. */
export type Gone = 'deactivated' | 'roleChanged' | 'sessionEnded';

/** The credentials of a request: its headers, and over WebSocket the payload of `connection_init`, which takes precedence. */
export interface Asking {
  readonly headers: IncomingHttpHeaders;
  /** Undefined when the request opens a WebSocket. */
  readonly method?: string | undefined;
  readonly said?: ({ readonly authorization?: unknown } & MembershipChoice) | undefined;
}

/** How long a verified token is cached, in milliseconds. Memberships are not cached: they are read for each request. */
const cachedFor = 60_000;
const maxCached = 10_000;

/** Authenticates requests, by bearer token or by browser session. */
export class SignIn {
  readonly #verified = new Map<string, { readonly until: number; readonly identity: Promise<Identity> }>();

  constructor(
    private readonly tokens: Tokens,
    private readonly database: Database,
    private readonly sessions?: Sessions,
  ) {}

  /**
   * Returns the viewer of a request: by its bearer token, otherwise by its session.
   * @throws UNAUTHENTICATED when the request has no accepted token or session, or no membership matches it;
   *   PARTNER_REQUIRED when memberships at several partners match; ROLE_REQUIRED when several roles at one partner
   *   match; FORBIDDEN when a request with a session comes from another site
   */
  async signIn(asking: Asking): Promise<SignedIn> {
    const { headers, said } = asking;
    const { account, memberships, remembered, mayWrite, expires, session } = await this.account(asking);
    const wanted = {
      partner: said?.partner ?? headers['x-hub-partner'],
      role: said?.role ?? headers['x-hub-role'],
    };
    const subject = account.kind === 'PERSON' ? account.name : undefined;
    const viewer = viewerOf(chooseMembership(memberships, wanted, remembered), mayWrite, subject);
    return { viewer, expires, ...(session !== undefined && { session }) };
  }

  /**
   * Returns the account of a request, also without a membership or with several. Otherwise throws the errors of
   * {@link signIn}.
   */
  async account({ headers, method, said }: Asking): Promise<AuthenticatedAccount> {
    const authorization = said?.authorization ?? headers.authorization;
    if (authorization === undefined && this.sessions?.has(headers)) return this.sessions.of(headers, method);
    const [, token] = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(String(authorization ?? '')) ?? [];
    if (!token) throw unauthenticated('Sign in first: the request carries no bearer token.');
    const { expires, mayWrite, ...account } = await this.#identity(token);
    return { account, expires, mayWrite, memberships: await membershipsOf(this.database, account) };
  }

  /** Whether to refuse the upgrade to a WebSocket: a page of another site would use the session of the browser. */
  refusesUpgrade(headers: IncomingHttpHeaders): boolean {
    return Boolean(this.sessions?.has(headers) && !this.sessions.isOwn(headers));
  }

  /** Returns those who have lost access, each with the reason. */
  async gone(all: readonly SignedIn[]): Promise<[SignedIn, Gone][]> {
    const sessions = all.flatMap(({ session }) => session ?? []);
    const [members = [], open = []] = await this.database.reader.read<{ id: string; role?: string }>(
      systemRole,
      [
        {
          text: 'select id, role from member where id = any ($1::uuid[]) and deactivated_at is null',
          values: [all.map(({ viewer }) => viewer.memberId)],
        },
        {
          text: `select id from session where id = any ($1::text[]) and ${activeSession}`,
          values: [sessions],
        },
      ],
    );
    const roles = new Map(members.map(({ id, role }) => [id, role]));
    const active = new Set(open.map(({ id }) => id));
    const why = ({ viewer, session }: SignedIn): Gone | undefined => {
      if (!roles.has(viewer.memberId)) return 'deactivated';
      if (roles.get(viewer.memberId) !== viewer.role) return 'roleChanged';
      return session === undefined || active.has(session) ? undefined : 'sessionEnded';
    };
    return all.flatMap((signedIn) => {
      const gone = why(signedIn);
      return gone ? [[signedIn, gone]] : [];
    });
  }

  #identity(token: string): Promise<Identity> {
    const now = Date.now();
    const cached = this.#verified.get(token);
    if (cached && cached.until > now) return cached.identity;
    if (this.#verified.size >= maxCached) this.#verified.clear();
    const identity = this.tokens.check(token);
    const kept = { until: now + cachedFor, identity };
    this.#verified.set(token, kept);
    identity.then(
      ({ expires }) => (kept.until = Math.min(kept.until, expires * 1000)),
      () => this.#verified.delete(token),
    );
    return identity;
  }
}

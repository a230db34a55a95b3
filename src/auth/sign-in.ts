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
import { Recent } from './recent.js';
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

/** How long a verified token is remembered, in milliseconds. */
const tokenFor = 60_000;

/**
 * How long the memberships of an account are remembered, in milliseconds: less than the second within which the loss
 * of a membership or a session takes effect. It usually takes effect at once: see {@link SignIn.forget}.
 */
const accountFor = 900;

/** The NOTIFY channel for changes of memberships and sessions: see the trigger `access.sign_in_changed`. */
export const signInChannel = 'hub_sign_in';

/** Authenticates requests, by bearer token or by browser session. */
export class SignIn {
  readonly #tokens = new Recent<Identity>(tokenFor);
  readonly #accounts = new Recent<AuthenticatedAccount>(accountFor);

  constructor(
    private readonly tokens: Tokens,
    private readonly database: Database,
    private readonly sessions?: Sessions,
  ) {
    sessions?.onChanged(this.forget);
  }

  /** Called when a membership or a session has changed: the next request reads it. */
  readonly forget = (): void => this.#accounts.forget();

  /**
   * Returns the viewer of a request: by its bearer token, otherwise by its session.
   * @throws UNAUTHENTICATED when the request has no accepted token or session, or no membership matches it;
   *   PARTNER_REQUIRED when memberships at several partners match; ROLE_REQUIRED when several roles at one partner
   *   match; FORBIDDEN when a request with a session comes from another site
   */
  async signIn(asking: Asking): Promise<SignedIn> {
    const { headers, said } = asking;
    const choice = {
      partner: said?.partner ?? headers['x-hub-partner'],
      role: said?.role ?? headers['x-hub-role'],
    };
    const recent = await this.#account(asking, (key, read) => this.#accounts.get(key, read));
    try {
      return signedIn(recent, choice);
    } catch {
      // A membership may be newer than what is remembered.
      return signedIn(await this.account(asking), choice);
    }
  }

  /**
   * Returns the account of a request, also without a membership or with several. Otherwise throws the errors of
   * {@link signIn}.
   */
  account(asking: Asking): Promise<AuthenticatedAccount> {
    return this.#account(asking, (_, read) => read());
  }

  async #account(
    { headers, method, said }: Asking,
    get: (key: string, read: () => Promise<AuthenticatedAccount>) => Promise<AuthenticatedAccount>,
  ): Promise<AuthenticatedAccount> {
    const authorization = said?.authorization ?? headers.authorization;
    const { sessions } = this;
    if (authorization === undefined && sessions?.has(headers)) {
      const id = sessions.id(headers, method);
      return get(`session ${id}`, () => sessions.account(id));
    }
    const [, token] = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(String(authorization ?? '')) ?? [];
    if (!token)
      throw unauthenticated({
        fr: 'Connectez-vous d’abord : la requête ne porte pas de jeton.',
        en: 'Sign in first: the request carries no bearer token.',
      });
    const { expires, mayWrite, ...account } = await this.#identity(token);
    return get(`token ${token}`, async () => ({
      account,
      expires,
      mayWrite,
      memberships: await membershipsOf(this.database, account),
    }));
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

  async #identity(token: string): Promise<Identity> {
    const identity = await this.#tokens.get(token, () => this.tokens.check(token));
    return identity.expires * 1000 > Date.now() ? identity : this.tokens.check(token);
  }
}

/** @throws the errors of {@link chooseMembership} */
function signedIn(
  { account, memberships, remembered, mayWrite, expires, session }: AuthenticatedAccount,
  choice: MembershipChoice,
): SignedIn {
  const subject = account.kind === 'PERSON' ? account.name : undefined;
  const viewer = viewerOf(chooseMembership(memberships, choice, remembered), mayWrite, subject);
  return { viewer, expires, ...(session !== undefined && { session }) };
}

import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Database } from '../database/database.js';
import { systemRole } from '../database/database-role.js';
import { ClientError, sessionEnded } from '../graphql/errors.js';
import { type Account, type AuthenticatedAccount, membershipsOf } from './members.js';

/** The longest duration of a session, and the longest time without a request, in hours. */
const lifetimeHours = 12;
const idleHours = 2;

/** SQL condition: the session has not expired and is not idle for too long. */
export const activeSession = `expires_at > now() and seen_at > now() - interval '${idleHours} hours'`;

interface SessionRow {
  readonly id: string;
  readonly subject: string;
  readonly email: string | null;
  readonly member_id: string | null;
  readonly expires: number;
  readonly stale: boolean;
}

/** Browser sessions: a cookie with a random number, and a row in the database that holds the session. */
export class Sessions {
  readonly #origin: string;
  readonly #secure: boolean;
  readonly #name: string;
  #changed = () => {};

  /** @param hubUrl the address at which browsers reach the hub */
  constructor(
    private readonly database: Database,
    hubUrl: string,
  ) {
    const { origin, protocol } = new URL(hubUrl);
    this.#origin = origin;
    this.#secure = protocol === 'https:';
    this.#name = this.cookieName('hub');
  }

  /** Sets the callback for sessions that this process has ended, or for which a membership was chosen. */
  onChanged(changed: () => void): void {
    this.#changed = changed;
  }

  /** Returns the name of a cookie. Over https it has the prefix `__Host-`, so that browsers keep other hosts from setting it. */
  cookieName(name: string): string {
    return this.#secure ? `__Host-${name}` : name;
  }

  /** Returns a `set-cookie` header. The cookie is HttpOnly: scripts cannot read it. */
  cookie(name: string, value: string, seconds: number): string {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure } as const;
    return stringifySetCookie({ name, value, ...options, maxAge: seconds });
  }

  /** A `set-cookie` header that deletes the session cookie. */
  get expiredCookie(): string {
    return this.cookie(this.#name, '', 0);
  }

  has(headers: IncomingHttpHeaders): boolean {
    return readCookie(headers, this.#name) !== undefined;
  }

  /**
   * Whether a page of the hub itself sent the request. Browsers send the header `Origin` with every request that can
   * change something and when they open a WebSocket. For GET requests without it, `Sec-Fetch-Site` is checked.
   */
  isOwn(headers: IncomingHttpHeaders, method?: string): boolean {
    if (headers.origin !== undefined) return headers.origin === this.#origin;
    return method === 'GET' && ['same-origin', 'none'].includes(String(headers['sec-fetch-site']));
  }

  /** Returns the account of a request’s session, with its memberships. Throws the errors of {@link SignIn.signIn}. */
  of(headers: IncomingHttpHeaders, method?: string): Promise<Required<AuthenticatedAccount>> {
    return this.account(this.id(headers, method));
  }

  /**
   * Returns the id of a request's session, which may have ended.
   * @throws FORBIDDEN when the request comes from another site
   */
  id(headers: IncomingHttpHeaders, method?: string): string {
    if (this.isOwn(headers, method)) return digestOf(readCookie(headers, this.#name) ?? '');
    throw new ClientError(
      {
        fr: 'Cette requête vient d’un autre site, ou ne dit pas d’où elle vient : connectez-vous sur une page de la plateforme.',
        en: 'This request comes from another site, or does not say from which: sign in on a page of the hub.',
      },
      { code: 'FORBIDDEN', http: { status: 403 } },
    );
  }

  /**
   * Returns the account of a session, with its memberships.
   * @throws UNAUTHENTICATED when the session has ended
   */
  async account(id: string): Promise<Required<AuthenticatedAccount>> {
    const [[kept] = []] = await this.database.reader.read<SessionRow & { id: string }>(systemRole, [
      {
        text: `select id, subject, email, member_id, seen_at < now() - interval '1 minute' as stale,
          extract(epoch from expires_at)::float8 as expires from session where id = $1 and ${activeSession}`,
        values: [id],
      },
    ]);
    if (!kept) throw sessionEnded();
    if (kept.stale) await this.#write('update session set seen_at = now() where id = ?', kept.id);
    const account = { kind: 'PERSON', name: kept.subject, email: kept.email ?? undefined } as const;
    return {
      account,
      memberships: await membershipsOf(this.database, account),
      expires: kept.expires,
      mayWrite: true,
      session: kept.id,
      remembered: kept.member_id,
    };
  }

  /** Ends the session of the request, opens a new one, and returns the `set-cookie` header of the new session. */
  async open(
    headers: IncomingHttpHeaders,
    { name, email }: Account,
    providerSession?: string,
  ): Promise<string> {
    await this.end(headers);
    const value = randomBytes(32).toString('base64url');
    await this.#write(
      `insert into session (id, subject, email, provider_session, expires_at)
        values (?, ?, ?, ?, now() + interval '${lifetimeHours} hours')`,
      digestOf(value),
      name,
      email ?? null,
      providerSession ?? null,
    );
    return this.cookie(this.#name, value, lifetimeHours * 3600);
  }

  /** Stores the membership that the person has chosen for this session. */
  async choose(session: string, member: string): Promise<void> {
    await this.#change('update session set member_id = ? where id = ?', member, session);
  }

  /** Ends the session of a request. */
  async end(headers: IncomingHttpHeaders): Promise<void> {
    const value = readCookie(headers, this.#name);
    if (value) await this.#change('delete from session where id = ?', digestOf(value));
  }

  /** Ends all sessions of a person. */
  async endAll(subject: string): Promise<void> {
    await this.#change('delete from session where subject = ?', subject);
  }

  /** Ends the sessions that belong to a session that the identity provider has ended. */
  async endAtProvider(providerSession: string): Promise<void> {
    await this.#change('delete from session where provider_session = ?', providerSession);
  }

  async #change(text: string, ...values: unknown[]): Promise<void> {
    await this.#write(text, ...values);
    this.#changed();
  }

  async #write(text: string, ...values: unknown[]): Promise<void> {
    await this.database.write(systemRole, (em) => em.execute(text, values));
  }
}

/** Returns the value of a cookie of a request; undefined when it is absent or empty. */
export function readCookie({ cookie = '' }: IncomingHttpHeaders, name: string): string | undefined {
  return parseCookie(cookie)[name] || undefined;
}

function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

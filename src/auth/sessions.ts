import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import { GraphQLError } from 'graphql';
import type { Database } from '../database/database.js';
import { systemRole } from '../database/database-role.js';
import { unauthenticated } from '../graphql/errors.js';
import { type Account, type Asked, membershipsOf } from './members.js';

/** How long a session lasts at most, and without a request, in hours. */
const lasts = 12;
const idle = 2;

/** The condition on which a session still holds. */
export const live = `expires_at > now() and seen_at > now() - interval '${idle} hours'`;

interface Kept {
  readonly id: string;
  readonly subject: string;
  readonly email: string | null;
  readonly member_id: string | null;
  readonly expires: number;
  readonly stale: boolean;
}

/** The sessions of browsers: a cookie that is no password elsewhere, and a row that says whose it is. */
export class Sessions {
  readonly #origin: string;
  readonly #secure: boolean;
  readonly #name: string;

  /** @param hubUrl where browsers reach the hub */
  constructor(
    private readonly database: Database,
    hubUrl: string,
  ) {
    const { origin, protocol } = new URL(hubUrl);
    this.#origin = origin;
    this.#secure = protocol === 'https:';
    this.#name = this.cookieName('hub');
  }

  /** A cookie's name: with a prefix that keeps other hosts from setting it, where browsers know that. */
  cookieName(name: string): string {
    return this.#secure ? `__Host-${name}` : name;
  }

  /** A `set-cookie` header: for the hub's own scripts to use and never to read. */
  cookie(name: string, value: string, seconds: number): string {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure } as const;
    return stringifySetCookie({ name, value, ...options, maxAge: seconds });
  }

  /** What takes the session's cookie away. */
  get farewell(): string {
    return this.cookie(this.#name, '', 0);
  }

  has(headers: IncomingHttpHeaders): boolean {
    return readCookie(headers, this.#name) !== undefined;
  }

  /**
   * Whether a page of the hub itself sends the request. A browser names the page's origin wherever
   * something may change, and on opening a WebSocket; for what only reads, it says what sort of page.
   */
  isOwn(headers: IncomingHttpHeaders, method?: string): boolean {
    if (headers.origin !== undefined) return headers.origin === this.#origin;
    return method === 'GET' && ['same-origin', 'none'].includes(String(headers['sec-fetch-site']));
  }

  /** Whose session a request belongs to, and all that the person may be; as {@link SignIn.signIn} throws. */
  async of(headers: IncomingHttpHeaders, method?: string): Promise<Required<Asked>> {
    if (!this.isOwn(headers, method)) {
      throw new GraphQLError('This request comes from another site, or does not say from which.', {
        extensions: { code: 'FORBIDDEN', http: { status: 403 } },
      });
    }
    const [[kept] = []] = await this.database.reader.read<Kept & { id: string }>(systemRole, [
      {
        text: `select id, subject, email, member_id, seen_at < now() - interval '1 minute' as stale,
          extract(epoch from expires_at)::float8 as expires from session where id = $1 and ${live}`,
        values: [digestOf(readCookie(headers, this.#name) ?? '')],
      },
    ]);
    if (!kept) throw unauthenticated('Your session has ended: sign in again.');
    if (kept.stale) await this.#do('update session set seen_at = now() where id = ?', kept.id);
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

  /** Opens a session in place of the one that the request came with; what sets its cookie. */
  async open(
    headers: IncomingHttpHeaders,
    { name, email }: Account,
    providerSession?: string,
  ): Promise<string> {
    await this.end(headers);
    const value = randomBytes(32).toString('base64url');
    await this.#do(
      `insert into session (id, subject, email, provider_session, expires_at)
        values (?, ?, ?, ?, now() + interval '${lasts} hours')`,
      digestOf(value),
      name,
      email ?? null,
      providerSession ?? null,
    );
    return this.cookie(this.#name, value, lasts * 3600);
  }

  /** Remembers in which membership the person works in this session. */
  async choose(session: string, member: string): Promise<void> {
    await this.#do('update session set member_id = ? where id = ?', member, session);
  }

  /** Ends the session that a request came with. */
  async end(headers: IncomingHttpHeaders): Promise<void> {
    const value = readCookie(headers, this.#name);
    if (value) await this.#do('delete from session where id = ?', digestOf(value));
  }

  /** Ends all sessions of a person. */
  async endAll(subject: string): Promise<void> {
    await this.#do('delete from session where subject = ?', subject);
  }

  /** Ends what the identity provider says has ended there. */
  async endAtProvider(providerSession: string): Promise<void> {
    await this.#do('delete from session where provider_session = ?', providerSession);
  }

  async #do(text: string, ...values: unknown[]): Promise<void> {
    await this.database.write(systemRole, (em) => em.execute(text, values));
  }
}

/** The value of a request's cookie. */
export function readCookie({ cookie = '' }: IncomingHttpHeaders, name: string): string | undefined {
  return parseCookie(cookie)[name] || undefined;
}

function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

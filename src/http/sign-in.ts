import type { FastifyInstance } from 'fastify';
import type { Role } from '../access/role.js';
import type { Viewer } from '../access/viewer.js';
import type { Reader } from '../database/reader.js';
import { systemSession } from '../database/session.js';
import { unauthenticated } from '../graphql/errors.js';
import type { DemoTokens, Tokens } from './tokens.js';

/** A viewer, and when the token that named it expires, in seconds since 1970. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly expires: number;
}

/** How long a sign-in is taken for granted, in milliseconds: members change, and are not asked for each request. */
const trustedFor = 1000;
const maxTrusted = 10_000;

/** Turns bearer tokens into viewers. */
export class SignIn {
  readonly #trusted = new Map<string, { readonly until: number; readonly signedIn: Promise<SignedIn> }>();

  constructor(
    private readonly tokens: Tokens,
    private readonly reader: Reader,
  ) {}

  /**
   * The viewer whom the value of an `authorization` header names.
   * @throws UNAUTHENTICATED when there is none, or when it names nobody of the hub
   */
  signIn(authorization: unknown): Promise<SignedIn> {
    const [, token] = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(String(authorization ?? '')) ?? [];
    if (!token) return Promise.reject(unauthenticated('Sign in first: the request carries no bearer token.'));
    const now = Date.now();
    const trusted = this.#trusted.get(token);
    if (trusted && trusted.until > now) return trusted.signedIn;
    if (this.#trusted.size >= maxTrusted) this.#trusted.clear();
    const signedIn = this.#look(token);
    this.#trusted.set(token, { until: now + trustedFor, signedIn });
    signedIn.catch(() => this.#trusted.delete(token));
    return signedIn;
  }

  async #look(token: string): Promise<SignedIn> {
    const { subject, expires } = await this.tokens.check(token);
    const [[member] = []] = await this.reader.read<{ id: string; partner_id: string; role: Role }>(
      systemSession,
      [
        {
          text: 'select id, partner_id, role from member where subject = $1 and deactivated_at is null',
          values: [subject],
        },
      ],
    );
    if (!member) throw unauthenticated('You are not a member of a partner of this hub.');
    return { viewer: { memberId: member.id, partnerId: member.partner_id, role: member.role }, expires };
  }
}

/**
 * Sign-in as a demonstration account: `GET /auth/demo` lists them, `POST /auth/demo` with
 * `{"email": …}` gives an access token.
 */
export function demoSignIn(app: FastifyInstance, tokens: DemoTokens, reader: Reader): void {
  app.get('/auth/demo', async () => {
    const [accounts] = await reader.read(systemSession, [
      {
        text: `select m.email, m.name, p.name as partner, m.role from member m join partner p on p.id = m.partner_id
          order by p.kind, p.name, m.email`,
        values: [],
      },
    ]);
    return { accounts };
  });

  app.post<{ Body: { email: string } }>(
    '/auth/demo',
    {
      schema: {
        body: {
          type: 'object',
          required: ['email'],
          properties: { email: { type: 'string', maxLength: 200, pattern: '^[^\\p{C}]+$' } },
        },
      },
    },
    async ({ body: { email } }, reply) => {
      const [[member] = []] = await reader.read<{ subject: string }>(systemSession, [
        { text: 'select subject from member where email = $1', values: [email] },
      ]);
      if (!member) {
        return reply
          .code(404)
          .send({ error: 'There is no such demonstration account; GET /auth/demo lists them.' });
      }
      return { accessToken: await tokens.issue(member.subject) };
    },
  );
}

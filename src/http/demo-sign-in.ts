import type { FastifyInstance } from 'fastify';
import { canonicalEmail } from '../acts/canonical-email.js';
import type { Database } from '../database/database.js';
import { systemSession } from '../database/session.js';
import { takeUpInvitations } from './members.js';
import type { DemoTokens } from './tokens.js';

/**
 * Sign-in as a demonstration account: `GET /auth/demo` lists them, `POST /auth/demo` with
 * `{"email": …}` gives an access token.
 */
export function demoSignIn(app: FastifyInstance, tokens: DemoTokens, database: Database): void {
  app.get('/auth/demo', async () => {
    const [accounts] = await database.reader.read(systemSession, [
      {
        text: `select m.email, m.name, p.name as partner, m.role from member m join partner p on p.id = m.partner_id
          where m.kind = 'PERSON'
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
    async ({ body }, reply) => {
      const email = canonicalEmail(body.email) ?? '';
      // Here, whoever asks is believed.
      await takeUpInvitations(database, email, email);
      const [[member] = []] = await database.reader.read<{ subject: string }>(systemSession, [
        {
          text: "select subject from member where email = $1 and kind = 'PERSON' and subject is not null",
          values: [email],
        },
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

import type { FastifyInstance } from 'fastify';
import { canonicalEmail } from '../commands/canonical-email.js';
import type { Database } from '../database/database.js';
import { systemRole } from '../database/database-role.js';
import { idPrefix } from '../graphql/ids.js';
import { hasMembershipOrInvitation } from './invitations.js';
import type { DemoTokens } from './tokens.js';

/**
 * Sign-in as a demonstration account. `GET /auth/demo` lists the accounts; `POST /auth/demo` with
 * `{"email": …}` returns an access token.
 */
export function demoSignIn(app: FastifyInstance, tokens: DemoTokens, database: Database): void {
  app.get('/auth/demo', async () => {
    const [accounts] = await database.reader.read(systemRole, [
      {
        text: `select '${idPrefix('Member')}' || m.id as member, m.email, m.name, p.slug, p.name as partner, m.role,
            m.subject is null as invited from member m join partner p on p.id = m.partner_id
          where m.kind = 'PERSON' and m.deactivated_at is null
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
      // In demonstration mode, the subject of an account is its e-mail address.
      if (!(await hasMembershipOrInvitation(database, { kind: 'PERSON', name: email, email }))) {
        return reply
          .code(404)
          .send({ error: 'There is no such demonstration account; GET /auth/demo lists them.' });
      }
      return { accessToken: await tokens.issue(email) };
    },
  );
}

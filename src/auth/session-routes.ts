import type { FastifyInstance } from 'fastify';
import { chooseMembership } from './members.js';
import type { Provider } from './provider.js';
import type { Sessions } from './sessions.js';

/** `POST /auth/choose` (chooses the membership of the session), `POST /auth/logout` and `POST /auth/logout-everywhere`. */
export function sessionRoutes(app: FastifyInstance, provider: Provider, sessions: Sessions): void {
  app.post<{ Body: { partner: string; role?: string } }>(
    '/auth/choose',
    {
      schema: {
        body: {
          type: 'object',
          required: ['partner'],
          properties: {
            partner: { type: 'string', maxLength: 200 },
            role: { type: 'string', maxLength: 50 },
          },
        },
      },
    },
    async ({ headers, method, body }, reply) => {
      const { session, memberships } = await sessions.of(headers, method);
      await sessions.choose(session, chooseMembership(memberships, body).id);
      return reply.code(204).send();
    },
  );

  app.post('/auth/logout', async ({ headers, method }, reply) => {
    await sessions.of(headers, method);
    await sessions.end(headers);
    return reply.header('set-cookie', sessions.expiredCookie).send({ next: await provider.signOutUrl() });
  });

  app.post('/auth/logout-everywhere', async ({ headers, method }, reply) => {
    const { account } = await sessions.of(headers, method);
    await sessions.endAll(account.name);
    return reply.header('set-cookie', sessions.expiredCookie).send({ next: await provider.signOutUrl() });
  });
}

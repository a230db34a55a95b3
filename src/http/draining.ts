import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the server takes its leave: what still comes is answered, and nothing more should come. */
    leaving: boolean;
    /**
     * Closes the server once all that it has taken is answered.
     * @param gracePeriod how long a client that keeps its connection has to ask once more, in milliseconds
     */
    leave(gracePeriod: number): Promise<void>;
  }
}

/**
 * Lets a server go without failing a request that it has taken. A client that uses its connection again
 * in the very moment in which it is closed is told nothing; so first each gets an answer that says
 * `Connection: close`, and only those are closed that ask nothing any more.
 */
export function leavingGently(app: FastifyInstance): void {
  app.decorate('leaving', false);
  app.addHook('onSend', async (_request, reply) => {
    if (app.leaving) reply.header('connection', 'close');
  });
  app.decorate('leave', async (gracePeriod: number) => {
    app.leaving = true;
    await delay(gracePeriod);
    // A client may keep its connection after its last answer for as long as it likes.
    const closing = setInterval(() => app.server.closeIdleConnections(), 50).unref();
    await app.close();
    clearInterval(closing);
  });
}

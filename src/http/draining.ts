import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the server is draining: it still answers requests, but clients should send them elsewhere. */
    draining: boolean;
    /**
     * Drains and closes the server. All requests that it has accepted are answered first.
     * @param gracePeriod for how long keep-alive clients may still send a request and get `Connection: close`, in
     *   milliseconds
     */
    leave(gracePeriod: number): Promise<void>;
  }
}

/**
 * Graceful shutdown: no request fails. If the server closed a keep-alive connection at the moment when the client
 * sends another request, that request would get no response. So during the grace period every response carries
 * `Connection: close`, and afterwards only idle connections are closed.
 */
export function drainOnLeave(app: FastifyInstance): void {
  app.decorate('draining', false);
  app.addHook('onSend', async (_request, reply) => {
    if (app.draining) reply.header('connection', 'close');
  });
  app.decorate('leave', async (gracePeriod: number) => {
    app.draining = true;
    await delay(gracePeriod);
    // A client may keep its connection open after its last response, so idle connections are closed repeatedly.
    const closing = setInterval(() => app.server.closeIdleConnections(), 50).unref();
    await app.close();
    clearInterval(closing);
  });
}

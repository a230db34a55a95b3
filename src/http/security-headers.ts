import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Adds the security headers of every response. A page sends its own content security policy instead. */
export function secureResponses(app: FastifyInstance): void {
  void app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // TLS ends at the proxy before the hub, which decides on this header.
    strictTransportSecurity: false,
  });
  // A route may override these headers, as GraphiQL's files do.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
}

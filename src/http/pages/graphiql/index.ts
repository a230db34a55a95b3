import type { FastifyInstance } from 'fastify';
import { readFiles } from './files.js';
import { type PageOptions, renderPage } from './page.js';

/**
 * GraphiQL at `/graphiql`: every file comes from the hub itself, and the browser is forbidden any other host.
 * The page signs in as the mode says: by `/auth/demo`, by a pasted token or by the identity provider; it has no right of its own.
 */
export async function graphiql(app: FastifyInstance, options: Pick<PageOptions, 'mode'>): Promise<void> {
  const files = await readFiles();

  app.get('/graphiql', async (_request, reply) => {
    const page = renderPage({ mode: options.mode, version: files.version });
    return reply
      .header('content-security-policy', page.contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(page.html);
  });

  app.get<{ Params: { version: string; file: string } }>(
    '/graphiql/:version/:file',
    async (request, reply) => {
      const file =
        request.params.version === files.version ? await files.get(request.params.file) : undefined;
      if (!file) return reply.callNotFound();
      const etag = `W/"${files.version}"`;
      reply.headers({
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        etag,
      });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      reply.type(file.type);
      if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(file.body);
      return reply.header('content-encoding', 'gzip').send(file.gzipped);
    },
  );
}

import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { sendImmutable, serveBuiltFiles } from '../built-files.js';
import { readFiles } from './files.js';
import { type PageOptions, renderPage } from './page.js';

/**
 * GraphiQL at `/graphiql`. The hub serves all files itself, and the content security policy forbids other hosts.
 * Depending on the mode, the user signs in by `/auth/demo`, with a pasted token or at the identity provider. The page
 * has no rights of its own.
 */
export async function graphiql(app: FastifyInstance, options: Pick<PageOptions, 'mode'>): Promise<void> {
  const files = await readFiles();
  const built = readBuild();
  serveBuiltFiles(app, '/graphiql/files', new URL('files/', build));

  app.get('/graphiql', async (_request, reply) => {
    const page = renderPage({ mode: options.mode, version: files.version, ...built });
    return reply
      .header('content-security-policy', page.contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(page.html);
  });

  app.get<{ Params: { version: string; file: string } }>('/graphiql/:version/:file', (request, reply) => {
    const { version, file: name } = request.params;
    const file = version === files.version ? files.get(name) : undefined;
    return file ? sendImmutable(request, reply, name, `W/"${files.version}"`, file) : reply.callNotFound();
  });
}

/** The build of `graphiql/`, in `dist`. */
const build = new URL('../../../../graphiql/', import.meta.url);

/** The script and the styles of GraphiQL, from the list of files that its build writes. */
function readBuild(): Pick<PageOptions, 'script' | 'styles'> {
  const files = JSON.parse(readFileSync(new URL('manifest.json', build), 'utf8'));
  const { file, css = [] } = files['app.js'] as { file: string; css?: string[] };
  return { script: file, styles: css };
}

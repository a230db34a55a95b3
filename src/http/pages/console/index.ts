import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { AuthConfig } from '../../../config/index.js';
import { serveBuiltFiles } from '../built-files.js';
import { rootFrom } from '../root.js';

/** The build of `console/`, in `dist`. */
const build = new URL('../../../../console/', import.meta.url);

/** The addresses of the console's screens. */
export const consoleRoutes = [
  '/',
  '/accueil',
  '/reception',
  '/orientations/:id',
  '/personnes',
  '/personnes/:id',
  '/personnes/:id/orienter',
  '/chiffres',
  '/chiffres/questions',
  '/chiffres/arretes',
  '/chiffres/protection',
  '/chiffres/journal',
  '/notifications',
  '/preferences',
  '/accessibilite',
] as const;

/** What the hub writes into the page. */
export interface ConsoleSettings {
  readonly signIn: AuthConfig['mode'];
  /** After how many minutes without input the console is locked; 0 means never. */
  readonly lockAfter: number;
}

/**
 * The console: one page at the addresses of all its screens. The page has no rights of its own; it asks the API on
 * behalf of whoever signs in.
 */
export function consolePage(app: FastifyInstance, settings: ConsoleSettings): void {
  const template = readFileSync(new URL('index.html', build), 'utf8');
  serveBuiltFiles(app, '/files', new URL('files/', build));
  for (const route of consoleRoutes) {
    app.get(route, async (request, reply) => {
      const nonce = randomBytes(16).toString('base64url');
      return reply
        .header('content-security-policy', contentSecurityPolicy(nonce))
        .type('text/html; charset=utf-8')
        .send(renderConsole(template, settings, nonce, rootFrom(request.url)));
    });
  }
}

/** Scripts, styles and connections of the hub only; the nonce is for the style element of the control library. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // 'self' also covers WebSockets to the same host (Chrome 71, Firefox 53, Safari 16 and later).
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function renderConsole(template: string, settings: ConsoleSettings, nonce: string, root: string): string {
  const json = JSON.stringify({ ...settings, root }).replaceAll('"', '&quot;');
  return template
    .replaceAll('"./files/', `"${root}files/`)
    .replaceAll('%NONCE%', nonce)
    .replaceAll('%SETTINGS%', json);
}

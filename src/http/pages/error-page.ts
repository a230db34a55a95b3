import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf, type Text } from '../../i18n.js';
import { styleOnlyPolicy } from './own-style.js';
import { Html, html } from './report/html.js';
import { rootFrom } from './root.js';

/** Whether the request comes from the address line or a link of a browser, and not from a program. */
export function asksForPage({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '');
}

/**
 * Sends an error as a page, in the language of the request, with the way back to the start page.
 * @param message what to do, for a person; a page for this status may have words of its own instead
 */
export function sendErrorPage(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  message: string,
): FastifyReply {
  const language = languageOf(request.headers);
  return reply
    .code(status)
    .headers({
      'content-security-policy': policy,
      'content-language': language,
      vary: 'accept, accept-language',
    })
    .type('text/html; charset=utf-8')
    .send(renderErrorPage(language, status, message, rootFrom(request.url)));
}

const kinds: Readonly<Record<number, { readonly title: Text; readonly text?: Text }>> = {
  401: { title: { fr: 'Connectez-vous d’abord', en: 'Sign in first' } },
  404: {
    title: { fr: 'Page introuvable', en: 'Page not found' },
    text: {
      fr: 'Rien ne se trouve à cette adresse, ou vous n’y avez pas accès. Vérifiez-la, ou repartez de l’accueil.',
      en: 'There is nothing at this address, or you have no access to it. Check it, or go back to the start page.',
    },
  },
  429: { title: { fr: 'Trop de demandes', en: 'Too many requests' } },
  503: { title: { fr: 'Indisponible pour le moment', en: 'Unavailable at the moment' } },
};
const anyOther: (typeof kinds)[number] = {
  title: { fr: 'Cette page ne peut pas être affichée', en: 'This page cannot be shown' },
};
const backToStart: Text = { fr: 'Aller à l’accueil', en: 'Go to the start page' };

function renderErrorPage(language: Language, status: number, message: string, root: string): string {
  const { title, text } = kinds[status] ?? anyOther;
  const page = html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title[language]}</title>
    <style>${new Html(styles)}</style>
  </head>
  <body>
    <main>
      <h1>${title[language]}</h1>
      <p>${text?.[language] ?? message}</p>
      <p><a href="${root}">${backToStart[language]}</a></p>
    </main>
  </body>
</html>
`;
  return page.text;
}

const styles = `
:root { color-scheme: light dark; }
body {
  margin: 0;
  padding: 15vh 1.5rem 0;
  background: light-dark(#f6f5f2, #16191b);
  color: light-dark(#1c2226, #e9ecee);
  font: 1rem / 1.5 system-ui, sans-serif;
}
main { max-width: 36rem; margin: 0 auto; }
h1 { margin: 0 0 0.75rem; font-size: 1.5rem; }
a { color: light-dark(#1f5f5b, #7cc7bf); }
`;
const policy = styleOnlyPolicy(styles);

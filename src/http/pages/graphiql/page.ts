import type { AuthConfig } from '../../../config/index.js';

/** The options that the server renders into the page. The page requests everything else itself. */
export interface PageOptions {
  /** Sign in by choosing a demonstration account, by pasting a token, or at the identity provider. */
  readonly mode: AuthConfig['mode'];
  /** The version in the addresses of the page's files. */
  readonly version: string;
  /** The built script of GraphiQL, and its styles. */
  readonly script: string;
  readonly styles: readonly string[];
}

/** The page and its content security policy. */
export interface Page {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

const demoSignIn = `<label>Compte <select id="account" disabled><option value="">Chargement…</option></select></label>
      <button id="retry" type="button" hidden>Réessayer</button>`;

/** For an account with several memberships: at several partners or in several roles. */
const membershipChoice =
  '<label id="membership-choice" hidden>Vous êtes <select id="membership"></select></label>';

const tokenSignIn = `<form id="token-form">
        <label>Jeton d’accès
          <input id="token" type="password" autocomplete="off" spellcheck="false" required
            placeholder="Jeton donné par votre fournisseur d’identité">
        </label>
        <button type="submit">Se connecter</button>
      </form>
      ${membershipChoice}`;

const providerSignIn = (
  page: string,
) => `<a id="login" class="hub-login" href="auth/login?to=${page}">Se connecter</a>
      ${membershipChoice}`;

/**
 * The HTML of the sign-in fields of a page. `bar.js` adds their behaviour.
 * @param page the page to return to after sign-in at the identity provider
 */
export function signInFields(mode: AuthConfig['mode'], page: string): string {
  const fields = { demo: demoSignIn, jwt: tokenSignIn, oidc: providerSignIn(page) }[mode];
  return `${fields}\n      <ul id="invitations" class="hub-invitations" hidden></ul>`;
}

/** The content security policy: scripts, styles and connections of the hub only. */
export function contentSecurityPolicy(styles: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    // 'self' also covers WebSockets to the same host (Chrome 71, Firefox 53, Safari 16 and later).
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Renders the page. GraphiQL's editor sets styles on its elements and works in workers, so this page alone allows
 * inline styles and workers. Addresses are relative, so that the hub also works behind a path prefix.
 */
export function renderPage({ mode, version, script, styles }: PageOptions): Page {
  const file = (name: string) => `graphiql/${version}/${name}`;
  const html = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Hub des partenaires : explorer l’API</title>
    <link rel="icon" href="data:,">
    ${styles.map((path) => `<link rel="stylesheet" href="graphiql/${path}">`).join('\n    ')}
    <link rel="stylesheet" href="${file('hub.css')}">
    <script type="module" src="graphiql/${script}"></script>
  </head>
  <body data-version="${version}">
    <header class="hub-bar">
      <h1>Hub des partenaires</h1>
      ${signInFields(mode, 'graphiql')}
      <label>Opérations <select id="operation" disabled><option value="">Choisir une opération…</option></select></label>
      <div class="hub-identity">
        <span id="who"></span>
        <button id="sign-out" type="button" hidden>Se déconnecter</button>
      </div>
      <p id="notice" class="hub-notice" role="status"></p>
    </header>
    <main id="graphiql"></main>
    <noscript>Activez JavaScript pour utiliser cette page.</noscript>
  </body>
</html>
`;
  return {
    html,
    contentSecurityPolicy: `${contentSecurityPolicy("'self' 'unsafe-inline'")}; worker-src 'self'`,
  };
}

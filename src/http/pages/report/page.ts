import { contentSecurityPolicy, type Page, type PageOptions, signInFields } from '../graphiql/page.js';

/**
 * Renders the page that signs the user in, as GraphiQL's page does, and shows the yearly report.
 * @param reportStyle the source expression for the report's inline style in the content security policy
 */
export function renderReportPage(
  { mode, version }: Pick<PageOptions, 'mode' | 'version'>,
  reportStyle: string,
): Page {
  const file = (name: string) => `graphiql/${version}/${name}`;
  const html = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Hub des partenaires : rapport annuel</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${file('hub.css')}">
    <link rel="stylesheet" href="${file('report.css')}">
    <script type="module" src="${file('report.js')}"></script>
  </head>
  <body class="hub-report">
    <header class="hub-bar">
      <h1>Rapport annuel</h1>
      ${signInFields(mode, 'report')}
      <label>Année <select id="year" disabled></select></label>
      <button id="print" type="button" disabled>Imprimer</button>
      <button id="csv" type="button" disabled>CSV</button>
      <div class="hub-identity">
        <span id="who"></span>
        <button id="sign-out" type="button" hidden>Se déconnecter</button>
      </div>
      <p id="notice" class="hub-notice" role="status"></p>
    </header>
    <main id="report" class="report"><p>Connectez-vous pour lire le rapport.</p></main>
    <noscript>Activez JavaScript pour vous connecter depuis cette page.</noscript>
  </body>
</html>
`;
  return { html, contentSecurityPolicy: contentSecurityPolicy(`'self' ${reportStyle}`) };
}

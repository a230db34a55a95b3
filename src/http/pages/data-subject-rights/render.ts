import type { AccessGrant, AccessSheet } from '../../../features/data-subject-rights/index.js';
import { type Language, shortDay, shortDayOf } from '../../../i18n.js';
import { Html, html } from '../report/html.js';
import { basisWords, endWords, methodWords, roleWords, scopeWords, viaWords, words } from './words.js';

/** Renders the access sheet as a page to print and hand over. The page needs no script and no other file. */
export function renderAccessSheet(sheet: AccessSheet, language: Language, styles: string): string {
  const label = (word: keyof typeof words) => words[word][language];
  const date = (day: string) => shortDay(day, language);
  const instant = (at: string) => shortDayOf(at, language);
  // `until` is exclusive: the last day in force is the day before.
  const lastDay = (until: string) => instant(new Date(Date.parse(until) - 1).toISOString());
  const table = (columns: (keyof typeof words)[], rows: Html[]) =>
    rows.length === 0
      ? html`<p>${label('nobody')}</p>`
      : html`<table>
        <thead><tr>${columns.map((column) => html`<th scope="col">${label(column)}</th>`)}</tr></thead>
        <tbody>${rows}</tbody>
      </table>`;

  const agreement = ({ agreedOn, method }: AccessGrant) =>
    agreedOn &&
    html`<p>${label('agreed')} ${date(agreedOn)}${method && `, ${methodWords[method][language]}`}</p>`;
  const end = ({ endedAt, endReason, names }: AccessGrant) =>
    endedAt &&
    html`<p>${label('withdrawn')} ${instant(endedAt)}${names.endedBy && ` ${label('by')} ${names.endedBy}`}${
      endReason && ` (${endWords[endReason]?.[language] ?? endReason})`
    }</p>`;
  const granted = (grants: readonly AccessGrant[]) =>
    table(
      ['partner', 'scope', 'basis', 'since', 'until', 'grantedBy'],
      grants.map(
        (grant) => html`<tr>
          <th scope="row">${grant.names.partner}</th>
          <td>${scopeWords[grant.scope][language]}</td>
          <td>${basisWords[grant.basis][language]}${agreement(grant)}</td>
          <td>${instant(grant.since)}</td>
          <td>${grant.until && lastDay(grant.until)}${end(grant)}</td>
          <td>${grant.names.grantedBy}${grant.names.recordedBy && html`<p>${grant.names.recordedBy}</p>`}</td>
        </tr>`,
      ),
    );
  const looked = table(
    ['day', 'partner', 'roles', 'vias', 'times'],
    sheet.looks.map(
      ({ day, partnerName, roles, vias, times }) => html`<tr>
          <td>${date(day)}</td>
          <th scope="row">${partnerName}</th>
          <td>${roles.map((role) => roleWords[role][language]).join(', ')}</td>
          <td>${vias.map((via) => viaWords[via][language]).join(', ')}</td>
          <td class="number">${times}</td>
        </tr>`,
    ),
  );
  const page = html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${label('title')}</title>
    <style>${new Html(styles)}</style>
  </head>
  <body>
    <main class="report">
      <h1>${label('title')}</h1>
      <p>${sheet.firstName} ${sheet.lastName}, ${label('born')} ${date(sheet.birthDate)}. ${label('madeAt')} ${instant(sheet.madeAt)}.</p>
      <p>${label('rights')}</p>
      <h2>${label('now')}</h2>
      ${granted(sheet.grants.filter(({ inForce }) => inForce))}
      <h2>${label('before')}</h2>
      ${granted(sheet.grants.filter(({ inForce }) => !inForce))}
      <h2>${label('looks')}</h2>
      ${looked}
    </main>
  </body>
</html>
`;
  return page.text;
}

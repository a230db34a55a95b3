import type { YearlyReport } from '../../../features/committee/index.js';
import type { Language } from '../../../i18n.js';
import type { Figures } from './figures.js';
import { type Html, html } from './html.js';
import { type Column, renderHead, renderTable } from './table.js';
import { words } from './words.js';

/** The figures of the whole town, beside published ones. Columns without any value are left out. */
export function renderOverview({ indicators }: YearlyReport, figures: Figures, language: Language): Html {
  if (indicators.every(({ state }) => state === 'NOT_YET')) return html`<p>${words.notYet[language]}</p>`;
  if (indicators.every(({ state }) => state === 'IN_PREPARATION'))
    return html`<p>${words.inPreparation[language]}</p>`;
  const hasDenominators = indicators.some(({ denominator }) => denominator !== null);
  const hasPublished = indicators.some(({ published }) => published.length > 0);
  const columns: Column[] = ['indicator', 'value'];
  if (hasDenominators) columns.push('denominator');
  if (hasPublished) columns.push('published');
  const rows = indicators.map((indicator) => {
    const published = indicator.published.map(
      ({ value, label, source }) => html`<b>${figures.number(value)}</b> ${label} (${source}) `,
    );
    return html`<tr>
        <th scope="row">${indicator.label}</th>
        <td class="number">${figures.figure(indicator, indicator.unit)}${figures.unitOf(indicator)}</td>
        ${hasDenominators ? html`<td class="number">${figures.number(indicator.denominator)}</td>` : null}
        ${hasPublished ? html`<td>${published}</td>` : null}
      </tr>`;
  });
  return renderTable(renderHead(columns, language), rows);
}

import type { YearlyReport } from '../../../features/committee/index.js';
import { type Language, shortDay } from '../../../i18n.js';
import { renderDetails } from './details.js';
import { Figures } from './figures.js';
import { Html, html } from './html.js';
import { renderOverview } from './overview.js';
import { renderProvenance } from './provenance.js';
import { renderHead, renderTable } from './table.js';
import { renderWithPartners } from './with-partners.js';
import { stateWords, words } from './words.js';

/** Renders the report as a page that needs no script and no other file. */
export function renderReport(report: YearlyReport, language: Language, styles: string): string {
  const label = (word: keyof typeof words) => words[word][language];
  const figures = new Figures(language);
  const details = report.indicators.map((indicator) => renderDetails(indicator, report, figures, language));
  const roadmap = report.roadmap.map(
    (item) => html`<tr>
        <th scope="row">${item.title}<p>${item.description}</p></th>
        <td>${item.owner}</td>
        <td>${shortDay(item.due_on, language)}</td>
        <td>${stateWords[item.state][language]}</td>
        <td>${item.indicator?.label[language] ?? null}${item.target === null ? null : html`${label('colon')} ${figures.number(item.target, item.indicator?.unit)}`}</td>
      </tr>`,
  );
  const page = html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${label('title')} ${report.year}</title>
    <style>${new Html(styles)}</style>
  </head>
  <body>
    <main class="report">
      <h1>${label('title')} ${report.year}</h1>
      ${renderProvenance(report, language)}
      <h2>${label('indicators')}</h2>
      ${renderOverview(report, figures, language)}
      ${renderWithPartners(report, figures, language)}
      <h2>${label('roadmap')}</h2>
      ${roadmap.length === 0 ? html`<p>${label('noRoadmap')}</p>` : renderTable(renderHead(['action', 'owner', 'due', 'state', 'target'], language), roadmap)}
      <h2>${label('details')}</h2>
      ${details}
    </main>
  </body>
</html>
`;
  return page.text;
}

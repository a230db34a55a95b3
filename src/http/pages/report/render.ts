import {
  type Indicator,
  insteadOf,
  type PartnerIndicator,
  unitWords,
  wholeTown,
  type YearlyReport,
} from '../../../features/committee/index.js';
import { type Language, locales, longMoment, shortDay } from '../../../i18n.js';
import { Html, html } from './html.js';
import { stateWords, words } from './words.js';

/** Renders the report as a page that needs no script and no other file. */
export function renderReport(report: YearlyReport, language: Language, styles: string): string {
  const label = (word: keyof typeof words) => words[word][language];
  const numbers = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 });
  const shares = new Intl.NumberFormat(locales[language], { style: 'percent' });
  const moment = (instant: Date | string) => longMoment(instant, language);
  const day = (date: string) => shortDay(date, language);
  const number = (value: number | null, unit?: Indicator['unit']) =>
    value === null ? '–' : (unit === 'RATIO' ? shares : numbers).format(value);
  const figure = ({ state, value }: Indicator | PartnerIndicator, unit: Indicator['unit']) =>
    state === 'SHOWN' ? number(value, unit) : html`<em>${insteadOf[state][language]}</em>`;
  const unitOf = ({ state, unit }: Indicator) =>
    state === 'SHOWN' && unit !== 'RATIO' && unit !== 'COUNT' ? ` ${unitWords[unit][language]}` : '';

  const overview = report.indicators.map(
    (indicator) => html`<tr>
        <th scope="row">${indicator.label}</th>
        <td class="number">${figure(indicator, indicator.unit)}${unitOf(indicator)}</td>
        <td class="number">${number(indicator.denominator)}</td>
        <td>${indicator.published.map(({ value, label, source }) => html`<b>${number(value)}</b> ${label} (${source}) `)}</td>
      </tr>`,
  );
  const details = report.indicators.map(
    (indicator) => html`<section class="indicator">
      <h3>${indicator.label}</h3>
      <p>${indicator.definition} <small>(${label('version')} ${indicator.definitionVersion})</small></p>
      <table>
        <thead><tr><th scope="col">${label('partner')}</th><th scope="col" class="number">${label('value')}</th><th scope="col" class="number">${label('denominator')}</th></tr></thead>
        <tbody>${[
          { name: wholeTown[language], part: indicator },
          ...indicator.byPartner.map((part) => ({ name: report.partners.get(part.partner) ?? '', part })),
        ].map(
          ({ name, part }) => html`<tr>
          <th scope="row">${name}</th>
          <td class="number">${figure(part, indicator.unit)}</td>
          <td class="number">${number(part.denominator)}</td>
        </tr>`,
        )}</tbody>
      </table>
    </section>`,
  );
  const roadmap = report.roadmap.map(
    (item) => html`<tr>
        <th scope="row">${item.title}<p>${item.description}</p></th>
        <td>${item.owner}</td>
        <td>${day(item.due_on)}</td>
        <td>${stateWords[item.state][language]}</td>
        <td>${item.indicator}${item.target === null ? null : html` : ${number(item.target)}`}</td>
      </tr>`,
  );
  const head = (...columns: (keyof typeof words)[]) =>
    html`<thead><tr>${columns.map((column) => html`<th scope="col">${label(column)}</th>`)}</tr></thead>`;
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
      <p>${label('dataAsOf')} ${report.indicators[0] ? moment(report.indicators[0].dataAsOf) : null}. ${label('protection')}</p>
      <h2>${label('indicators')}</h2>
      <table>
        ${head('indicator', 'value', 'denominator', 'published')}
        <tbody>${overview}</tbody>
      </table>
      <h2>${label('roadmap')}</h2>
      ${roadmap.length === 0 ? html`<p>${label('noRoadmap')}</p>` : html`<table>${head('action', 'owner', 'due', 'state', 'target')}<tbody>${roadmap}</tbody></table>`}
      <h2>${label('details')}</h2>
      ${details}
    </main>
  </body>
</html>
`;
  return page.text;
}

import {
  containedIn,
  type Indicator,
  insteadOfReported,
  partnersIn,
  sumWords,
  type YearlyReport,
} from '../../../features/committee/index.js';
import type { Language } from '../../../i18n.js';
import type { Figures } from './figures.js';
import { type Html, html } from './html.js';
import { renderTable } from './table.js';
import { words } from './words.js';

type Sum = NonNullable<Indicator['withPartners']>;

/** The figures together with those of partners' own systems; nothing when no system took part. */
export function renderWithPartners(
  { indicators, partners: names }: YearlyReport,
  figures: Figures,
  language: Language,
): Html | null {
  const sums = indicators.flatMap(({ withPartners, ...indicator }) =>
    withPartners ? [{ indicator, sum: withPartners }] : [],
  );
  if (sums.length === 0) return null;
  const partners = partnersIn(sums.map(({ sum }) => sum));
  const titles = [
    words.hub[language],
    ...partners.map((it) => names.get(it) ?? ''),
    words.together[language],
  ];
  const rows = sums.map(
    ({ indicator, sum }) => html`<tr>
          <th scope="row">${indicator.label}</th>
          <td class="number">${figures.number(indicator.value, indicator.unit)}</td>
          ${partners.map((it) => html`<td class="number">${reported(sum, it, (value) => figures.number(value, indicator.unit), language)}</td>`)}
          <td class="number">${figures.withMargin(sum, indicator.unit)}</td>
          <td>${contained(sum, names, language)}</td>
        </tr>`,
  );
  const head = html`<thead><tr>
          <th scope="col">${words.indicator[language]}</th>
          ${titles.map((title) => html`<th scope="col" class="number">${title}</th>`)}
          <th scope="col">${sumWords.contains[language]}</th>
        </tr></thead>`;
  return html`<h2>${sumWords.title[language]}</h2>
      <p>${words.partnersReport[language]}</p>
      ${renderTable(head, rows)}`;
}

/** The figure of a partner, or the words in its place. */
function reported(
  { partners }: Sum,
  partner: string,
  write: (value: number | null) => string,
  language: Language,
): Html {
  const report = partners.find((it) => it.partner === partner);
  if (report?.state === 'REPORTED') return html`${write(report.value)}`;
  return html`<em>${insteadOfReported[report?.state ?? 'MISSING'][language]}</em>`;
}

/** What a sum contains, with the names of the partners that are missing in it. */
function contained(sum: Sum, names: YearlyReport['partners'], language: Language): string {
  if (sum.state !== 'PARTNER_MISSING') return containedIn(sum)[language];
  const missing = sum.partners
    .filter(({ state }) => state !== 'REPORTED')
    .map(({ partner }) => names.get(partner) ?? '')
    .join(', ');
  return `${containedIn(sum)[language]}${words.colon[language]} ${missing}`;
}

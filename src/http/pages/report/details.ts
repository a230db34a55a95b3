import {
  type Indicator,
  insteadOf,
  wholeTown,
  type YearlyReport,
} from '../../../features/committee/index.js';
import type { Language } from '../../../i18n.js';
import type { Figures } from './figures.js';
import { type Html, html } from './html.js';
import { type Column, renderHead, renderTable } from './table.js';
import { words } from './words.js';

type Names = YearlyReport['partners'];

/** The states of figures of a period without a release. */
const undrawn: readonly Indicator['state'][] = [
  'NOT_YET',
  'IN_PREPARATION',
  'NOT_PUBLISHED',
  'NOT_APPLICABLE',
];

/** The definition of an indicator and its figures by partner. */
export function renderDetails(
  indicator: Indicator,
  { partners }: Pick<YearlyReport, 'partners'>,
  figures: Figures,
  language: Language,
): Html {
  const isDrawn = [indicator, ...indicator.byPartner].some(({ state }) => !undrawn.includes(state));
  const { label, definition, definitionVersion } = indicator;
  return html`<section class="indicator">
      <h3>${label}</h3>
      <p>${definition} <small>(${words.version[language]} ${definitionVersion})</small></p>
      ${isDrawn ? [renderFigures(indicator, partners, figures, language), ...renderOthers(indicator, partners, language)] : null}
    </section>`;
}

/** The figures of the town and of the partners that have one. */
function renderFigures(indicator: Indicator, names: Names, figures: Figures, language: Language): Html {
  const shown = indicator.byPartner.filter(({ state }) => state === 'SHOWN');
  const rows = [
    { name: wholeTown[language], part: indicator },
    ...shown.map((part) => ({ name: names.get(part.partner) ?? '', part })),
  ];
  const hasDenominators = rows.some(({ part }) => part.denominator !== null);
  const columns: Column[] = ['partner', 'value', ...(hasDenominators ? (['denominator'] as const) : [])];
  const body = rows.map(
    ({ name, part }) => html`<tr>
          <th scope="row">${name}</th>
          <td class="number">${figures.figure(part, indicator.unit)}</td>
          ${hasDenominators ? html`<td class="number">${figures.number(part.denominator)}</td>` : null}
        </tr>`,
  );
  return renderTable(renderHead(columns, language), body);
}

/** The partners without a figure, by the reason. */
function renderOthers({ byPartner }: Indicator, names: Names, language: Language): Html[] {
  return Object.entries(insteadOf).flatMap(([state, text]) => {
    const without = byPartner
      .filter((part) => part.state === state)
      .map(({ partner }) => names.get(partner) ?? '');
    const reason = text[language].charAt(0).toUpperCase() + text[language].slice(1);
    return without.length === 0
      ? []
      : [html`<p class="others">${reason}${words.colon[language]} ${without.join(', ')}.</p>`];
  });
}

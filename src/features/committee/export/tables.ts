import { type Language, type Text } from '../../../i18n.js';
import type { Analysis } from '../analysis/analysis.js';
import type { ActivitySum } from '../figures/activity-sum.js';
import type { Indicator, PartnerIndicator } from '../indicator.js';
import type { FigureState } from '../measures/figure-state.js';
import { daysOf, type PeriodInput } from '../period.js';
import { protectionNote } from '../protection/words.js';
import type { Release } from '../releases/release.js';
import { insteadOf, periodTitle, unitWords, wholeTown } from '../words.js';
import { type Cell, csv } from './csv.js';
import { margin, SumColumns } from './sum-columns.js';

/** The names of partners by key. */
type Names = ReadonlyMap<string, string>;

/** An answer as CSV, in the language of its texts. */
export function analysisCsv(
  { columns, rows, release, asked = [], language }: Analysis,
  names: Names,
): string {
  const measured = rows[0]?.measures.length ?? 0;
  const sums = new SumColumns(sumsIn({ rows }), names, language);
  const header = columns.flatMap(({ label }, index) =>
    index < columns.length - measured ? [label] : [label, margin[language]],
  );
  const lines = rows.map(({ dimensions, measures, margins, states, withPartners }): Cell[] => [
    ...dimensions,
    ...measures.flatMap((value, index) => [
      written(states[index] ?? 'NOT_YET', value, language),
      states[index] === 'SHOWN' ? (margins[index] ?? null) : null,
    ]),
    ...measures.flatMap((_, index) => sums.cells(withPartners?.[index])),
  ]);
  const added = columns.slice(columns.length - measured).flatMap(({ label }) => sums.header(label));
  return csv([[...header, ...added], ...lines, ...notes(release, asked, language)], language);
}

/** The sums with partners' systems of an answer. */
export function sumsIn({ rows }: Pick<Analysis, 'rows'>): ActivitySum[] {
  return rows.flatMap(({ withPartners }) => withPartners ?? []);
}

/** The lines below a table: what it is about, which release it shows and how its figures are protected. */
function notes(
  { asOf, level }: Release,
  about: readonly (readonly Cell[])[],
  language: Language,
): (readonly Cell[])[] {
  const shown = { fr: 'Arrêté des chiffres', en: 'Release of figures' };
  return [[], ...about, [shown[language], asOf], [protectionNote(level)[language]]];
}

const valueTitle: Text = { fr: 'Valeur', en: 'Value' };
const header: readonly Text[] = [
  { fr: 'Indicateur', en: 'Indicator' },
  { fr: 'Partenaire', en: 'Partner' },
  valueTitle,
  margin,
  { fr: 'Unité', en: 'Unit' },
  { fr: 'Dénominateur', en: 'Denominator' },
  { fr: 'Chiffre publié', en: 'Published figure' },
  { fr: 'Source publiée', en: 'Published source' },
  { fr: 'Définition', en: 'Definition' },
  { fr: 'Version', en: 'Version' },
];

/** Indicators as CSV: for each indicator, a line for the whole town, then one for each partner. */
export function indicatorsCsv(
  indicators: readonly Indicator[],
  period: PeriodInput,
  names: Names,
  language: Language,
): string {
  const sums = new SumColumns(
    indicators.flatMap(({ withPartners }) => withPartners ?? []),
    names,
    language,
  );
  const lines = indicators.flatMap((indicator): Cell[][] => {
    const { label, unit, published, definition, definitionVersion } = indicator;
    const [firstPublished] = published;
    const line = (who: string, figure: Indicator | PartnerIndicator): Cell[] => [
      label,
      who,
      written(figure.state, figure.value, language),
      figure.state === 'SHOWN' ? figure.margin : null,
      unitWords[unit][language],
      figure.denominator,
      'key' in figure ? (firstPublished?.value ?? null) : null,
      'key' in figure ? (firstPublished?.source ?? null) : null,
      definition,
      definitionVersion,
      ...sums.cells('key' in figure ? figure.withPartners : null),
    ];
    return [
      line(wholeTown[language], indicator),
      ...indicator.byPartner.map((part) => line(names.get(part.partner) ?? '', part)),
    ];
  });
  const [first] = indicators;
  const about = [[periodTitle[language], daysOf(period, language)]];
  const below = first ? notes(first.release, about, language) : [];
  const titles = header.map((text) => text[language]);
  return csv([[...titles, ...sums.header(valueTitle[language])], ...lines, ...below], language);
}

function written(state: FigureState, value: number | null, language: Language): Cell {
  return state === 'SHOWN' ? value : insteadOf[state][language];
}

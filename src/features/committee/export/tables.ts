import { type Language, type Text } from '../../../i18n.js';
import type { Analysis } from '../analysis/analysis.js';
import type { Indicator, PartnerIndicator } from '../indicator.js';
import { insteadOf, unitWords, wholeTown } from '../words.js';
import { type Cell, csv } from './csv.js';

/** An answer as CSV, in the language of its texts. */
export function analysisCsv({ columns, rows, language }: Analysis): string {
  const header = columns.map(({ label }) => label);
  const lines = rows.map(({ dimensions, measures, withheld }): Cell[] => [
    ...dimensions,
    ...measures.map((value, index) => (withheld[index] ? insteadOf.WITHHELD[language] : value)),
  ]);
  return csv([header, ...lines], language);
}

const header: readonly Text[] = [
  { fr: 'Indicateur', en: 'Indicator' },
  { fr: 'Partenaire', en: 'Partner' },
  { fr: 'Valeur', en: 'Value' },
  { fr: 'Unité', en: 'Unit' },
  { fr: 'Dénominateur', en: 'Denominator' },
  { fr: 'Chiffre publié', en: 'Published figure' },
  { fr: 'Source publiée', en: 'Published source' },
  { fr: 'Définition', en: 'Definition' },
  { fr: 'Version', en: 'Version' },
];

/**
 * Indicators as CSV: for each indicator, a line for the whole town, then one for each partner.
 * @param names the partners' names by key
 */
export function indicatorsCsv(
  indicators: readonly Indicator[],
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const lines = indicators.flatMap((indicator): Cell[][] => {
    const { label, unit, published, definition, definitionVersion } = indicator;
    const [firstPublished] = published;
    const line = (who: string, figure: Indicator | PartnerIndicator): Cell[] => [
      label,
      who,
      valueCell(figure, language),
      unitWords[unit][language],
      figure.denominator,
      'key' in figure ? (firstPublished?.value ?? null) : null,
      'key' in figure ? (firstPublished?.source ?? null) : null,
      definition,
      definitionVersion,
    ];
    return [
      line(wholeTown[language], indicator),
      ...indicator.byPartner.map((part) => line(names.get(part.partner) ?? '', part)),
    ];
  });
  return csv([header.map((text) => text[language]), ...lines], language);
}

function valueCell({ state, value }: Indicator | PartnerIndicator, language: Language): Cell {
  return state === 'SHOWN' ? value : insteadOf[state][language];
}

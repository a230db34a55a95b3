import { validate as isUuid, NIL } from 'uuid';
import { badInput } from '../../../graphql/errors.js';
import { keyOf } from '../../../graphql/ids.js';
import { type Language, type Text } from '../../../i18n.js';
import { closedLists } from '../lattice/domains.js';
import { dimensionLabels, measureLabels } from '../lattice/labels.js';
import { splitOf } from '../lattice/lattice.js';
import type { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from '../lattice/lists.js';
import type { Period } from '../lattice/period.js';
import { type CellDimension, isTime, subjects } from '../lattice/subjects.js';
import { type Place, splitsOfMeasure } from '../measures/measures.js';
import { periodsOf } from '../period.js';
import type { AnalysisInput } from './analysis.js';

/** A valid question: its figures are in the lattice. */
export interface AdHocQuestion {
  readonly subject: AnalysisSubject;
  readonly measures: readonly AnalysisMeasure[];
  readonly by: readonly AnalysisDimension[];
  readonly periods: readonly [Period, ...Period[]];
  /** The one value of each dimension by which the question is filtered. */
  readonly filter: Place;
  readonly first: number;
}

const maxRows = 1000;

/** The error for a value that a dimension of a filter does not have. */
export const unknownValue = {
  fr: 'Valeur inconnue : vérifiez le filtre.',
  en: 'Unknown value: check the filter.',
};

const refuse = (field: string, fr: string, en: string) => badInput({ fr, en }, ['input', field]);

const labels: Readonly<Record<AnalysisDimension | AnalysisMeasure, Text>> = {
  ...dimensionLabels,
  ...measureLabels,
};

/** The labels of dimensions or measures as one text, in each language. */
function labelled(choices: readonly (AnalysisDimension | AnalysisMeasure)[], separator = ', '): Text {
  const list = (language: Language) => choices.map((choice) => labels[choice][language]).join(separator);
  return { fr: list('fr'), en: list('en') };
}

/**
 * Checks that the figures of a question are in the lattice.
 * @throws a client's error that lists what fits
 */
export function questionOf(input: AnalysisInput): AdHocQuestion {
  const { subject, measures: asked, by } = input;
  checkChoices(input);
  const times = by.filter(isTime);
  if (times.length > 1) {
    const { fr, en } = labelled(times);
    throw refuse(
      'by',
      `Ne gardez qu’une dimension de temps : ${fr}.`,
      `Keep one dimension of time only: ${en}.`,
    );
  }
  const first = input.first ?? 200;
  if (first < 1 || first > maxRows) {
    throw refuse('first', `De 1 à ${maxRows} lignes.`, `From 1 to ${maxRows} rows.`);
  }
  const filter = filterOf(input);
  const periods = periodsOf(input.period, times[0]);
  const question = { subject, measures: asked, by, periods, filter, first };
  checkLattice(question);
  return question;
}

/** The dimensions that describe the cells of a question, those of its filter included. */
export function dimensionsOf({ by, filter }: Pick<AdHocQuestion, 'by' | 'filter'>): CellDimension[] {
  const split = by.filter((dimension): dimension is CellDimension => !isTime(dimension));
  return [...new Set([...split, ...(Object.keys(filter) as CellDimension[])])];
}

function checkChoices({ subject, measures: asked, by }: AnalysisInput): void {
  const definition = subjects[subject];
  const fitting = [...definition.dimensions, 'YEAR', 'HALF_YEAR', 'QUARTER', 'MONTH'] as const;
  checkMembers('measures', asked, definition.measures);
  checkMembers('by', by, fitting);
  if (asked.length === 0) {
    const { fr, en } = labelled(definition.measures);
    throw refuse('measures', `Choisissez une mesure : ${fr}.`, `Choose a measure: ${en}.`);
  }
  for (const [field, chosen] of [
    ['measures', asked],
    ['by', by],
  ] as const) {
    if (new Set(chosen).size < chosen.length)
      throw refuse(
        field,
        'Un choix est répété : ne le gardez qu’une fois.',
        'A choice is repeated: keep it once.',
      );
  }
}

function checkMembers<Choice extends AnalysisDimension | AnalysisMeasure>(
  field: 'measures' | 'by',
  chosen: readonly Choice[],
  fitting: readonly Choice[],
): void {
  const odd = chosen.find((choice) => !fitting.includes(choice));
  if (odd === undefined) return;
  const { fr, en } = labelled(fitting);
  throw refuse(
    field,
    `« ${labels[odd].fr} » ne va pas avec ce sujet ; conviennent : ${fr}.`,
    `“${labels[odd].en}” does not fit this subject; choose from: ${en}.`,
  );
}

/** @throws a client's error for a list of values, or for a dimension that is filtered twice */
function filterOf({ subject, filter }: AnalysisInput): Place {
  const { partner, district, values } = filter ?? {};
  const single = <Value>(field: string, list: readonly Value[] | null | undefined): Value | undefined => {
    if (!list) return undefined;
    if (list.length !== 1)
      throw refuse(
        `filter.${field}`,
        'Un filtre prend une seule valeur, pour que deux questions ne se soustraient pas. Pour plusieurs, découpez par cette dimension.',
        'A filter takes one value, so that no two questions can be subtracted. For several, split by that dimension.',
      );
    return list[0];
  };
  const place: Partial<Record<CellDimension, string>> = {};
  const narrow = (dimension: CellDimension, key: string) => {
    if (place[dimension] !== undefined || !subjects[subject].dimensions.includes(dimension))
      throw refuse(
        'filter',
        `Le filtre « ${dimensionLabels[dimension].fr} » est en double ou ne va pas avec ce sujet.`,
        `The filter “${dimensionLabels[dimension].en}” is given twice or does not fit this subject.`,
      );
    place[dimension] = key;
  };
  const one = single('partner', partner);
  if (one !== undefined) {
    const key = keyOf('Partner', one, ['input', 'filter', 'partner']) ?? NIL;
    narrow(subject === 'REFERRALS' ? 'FROM_PARTNER' : 'PARTNER', key);
  }
  const where = single('district', district);
  if (where !== undefined) narrow('DISTRICT', where);
  for (const [index, { dimension, key }] of (values ?? []).entries()) {
    if (isTime(dimension))
      throw refuse('filter', 'Filtrez le temps par la période.', 'Filter time by the period.');
    narrow(dimension, key);
    if (!(closedLists[subject][dimension]?.includes(key) ?? isUuid(key)))
      throw badInput(unknownValue, ['input', 'filter', 'values', String(index), 'key']);
  }
  return place;
}

/** @throws a client's error that says by what the figures of the period can be split */
function checkLattice({ subject, measures: asked, by, periods, filter }: AdHocQuestion): void {
  const [{ span }] = periods;
  const dimensions = dimensionsOf({ by, filter });
  for (const name of asked) {
    const splits = splitsOfMeasure(subject, name, span);
    if (splits.some((split) => split.join() === splitOf(dimensions).join())) continue;
    const fitting = splits.map((split) => (split.length === 0 ? noSplit : labelled(split, ' + ')));
    const list = (language: Language) => fitting.map((split) => split[language]).join(' · ');
    throw badInput(
      {
        fr: `Ces chiffres n’existent pas pour ${spanWords[span].fr} : plus la période est courte, moins on peut découper, pour protéger les personnes. Filtres compris, conviennent : ${list('fr')}.`,
        en: `These figures do not exist for ${spanWords[span].en}: the shorter the period, the fewer the splits, to protect persons. Filters included, these fit: ${list('en')}.`,
      },
      ['input', 'by'],
    );
  }
}

const noSplit: Text = { fr: 'sans découpage ni filtre', en: 'no split and no filter' };

const spanWords = {
  MONTH: { fr: 'un mois', en: 'a month' },
  QUARTER: { fr: 'un trimestre', en: 'a quarter' },
  HALF_YEAR: { fr: 'un semestre', en: 'a half-year' },
  YEAR: { fr: 'une année', en: 'a year' },
} as const;

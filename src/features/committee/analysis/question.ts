import { NIL } from 'uuid';
import { badInput } from '../../../graphql/errors.js';
import { keyOf } from '../../../graphql/ids.js';
import { type Bin, binsOf, type Span, spans } from '../period.js';
import type { AnalysisInput } from './analysis.js';
import {
  type AnalysisDimension,
  type AnalysisMeasure,
  type AnalysisSubject,
  dimensionsOf,
  measuresOf,
} from './lists.js';

/** A valid question: its choices are compatible. */
export interface AdHocQuestion {
  readonly subject: AnalysisSubject;
  readonly measures: readonly AnalysisMeasure[];
  readonly by: readonly AnalysisDimension[];
  readonly bins: readonly Bin[];
  /** Keys of partners. */
  readonly partners?: readonly string[];
  readonly districts?: readonly string[];
  readonly first: number;
}

const limits = { dimensions: 3, rows: 1000 };

/**
 * Checks that the choices of a question are compatible.
 * @throws a client's error that lists the possible choices
 */
export function questionOf(input: AnalysisInput): AdHocQuestion {
  const { subject, measures, by } = input;
  const refuse = (field: string, fr: string, en: string) => badInput({ fr, en }, ['input', field]);
  const misfits = (field: 'measures' | 'by', chosen: readonly string[], fitting: readonly string[]) => {
    const odd = chosen.find((choice) => !fitting.includes(choice));
    if (odd === undefined) return;
    const list = fitting.join(', ');
    throw refuse(
      field,
      `${odd} ne va pas avec ${subject} ; conviennent : ${list}.`,
      `${odd} does not fit ${subject}; choose from: ${list}.`,
    );
  };
  misfits('measures', measures, measuresOf[subject]);
  misfits('by', by, dimensionsOf[subject]);
  if (measures.length === 0) {
    const list = measuresOf[subject].join(', ');
    throw refuse('measures', `Choisissez une mesure : ${list}.`, `Choose a measure: ${list}.`);
  }
  for (const [field, chosen] of [
    ['measures', measures],
    ['by', by],
  ] as const) {
    if (new Set(chosen).size < chosen.length)
      throw refuse(
        field,
        'Un choix est répété : ne le gardez qu’une fois.',
        'A choice is repeated: keep it once.',
      );
  }
  if (by.length > limits.dimensions) {
    throw refuse(
      'by',
      `Au plus ${limits.dimensions} dimensions à la fois.`,
      `At most ${limits.dimensions} dimensions at once.`,
    );
  }
  const times = by.filter((dimension): dimension is Span => dimension in spans);
  if (times.length > 1) {
    throw refuse(
      'by',
      `Une seule dimension de temps : ${times.join(' ou ')}.`,
      `One dimension of time only: ${times.join(' or ')}.`,
    );
  }
  const first = input.first ?? 200;
  if (first < 1 || first > limits.rows) {
    throw refuse('first', `De 1 à ${limits.rows} lignes.`, `From 1 to ${limits.rows} rows.`);
  }
  const { partner, district } = input.filter ?? {};
  for (const [field, list] of [
    ['partner', partner],
    ['district', district],
  ] as const) {
    if (list?.length === 0)
      throw refuse(
        `filter.${field}`,
        'Le filtre est vide : retirez-le ou ajoutez une valeur.',
        'The filter is empty: leave it out or add a value.',
      );
  }
  const partners = partner?.map((id) => keyOf('Partner', id, ['input', 'filter', 'partner']) ?? NIL);
  return {
    subject,
    measures,
    by,
    bins: binsOf(input.period, times[0]),
    ...(partners && { partners: [...new Set(partners)] }),
    ...(district && { districts: [...new Set(district)] }),
    first,
  };
}

/** Whether a dimension is a dimension of time. */
export function isTime(dimension: string): dimension is Span {
  return dimension in spans;
}

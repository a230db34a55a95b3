import type { Context } from '../../../context.js';
import { badInput } from '../../../graphql/errors.js';
import type { Language } from '../../../i18n.js';
import { type Directories, type LabelledValue, readDirectories, valuesOf } from '../directories.js';
import { type ReleasedFigure, ReleasedFigures } from '../figures/released-figures.js';
import { SystemsActivity } from '../figures/systems-activity.js';
import { dimensionLabels, measureLabels, subjectDefinitions } from '../lattice/labels.js';
import type { AnalysisDimension } from '../lattice/lists.js';
import type { Period } from '../lattice/period.js';
import { type CellDimension, isTime } from '../lattice/subjects.js';
import type { Place } from '../measures/measures.js';
import { protectionNote } from '../protection/words.js';
import { readRelease } from '../releases/read-release.js';
import { releaseOf } from '../releases/release.js';
import { isWithheld } from '../words.js';
import type { Analysis } from './analysis.js';
import { type AdHocQuestion, dimensionsOf, unknownValue } from './question.js';
import { questionParts } from './question-words.js';

/** The largest number of combinations of the dimensions' values in an answer. */
const maxCells = 4000;

/**
 * Answers an ad-hoc question from a release.
 * @param release the day of the release; the latest one if left out
 * @throws a client's error when there is no such release, or the answer would be too large
 */
export async function answer(
  question: AdHocQuestion,
  release: string | null | undefined,
  context: Context,
): Promise<Analysis> {
  const { language } = context;
  const row = await readRelease(release, context);
  const directories = await readDirectories(context);
  const { subject, measures, periods, first } = question;
  const dimensions = dimensionsOf(question);
  const values = question.by.map((dimension) => askedValues(dimension, question, directories, language));
  checkValues(question, directories, language);
  checkSize(values);
  const figures = await ReleasedFigures.read(row, periods, [{ subject, measures, dimensions }], context);
  const activity = await SystemsActivity.read(row, [subject], periods, context);
  const rows = placesOf(question, values).map((keys) => {
    const period = periodAtRow(question, keys);
    const place = placeAtRow(question, keys);
    return {
      ...{ keys, period, place },
      figures: measures.map((measure) => figures.figure(subject, measure, period, place)),
    };
  });
  return {
    release: releaseOf(row),
    columns: [
      ...question.by.map((key) => ({ key, label: dimensionLabels[key][language] })),
      ...measures.map((key) => ({ key, label: measureLabels[key][language] })),
    ],
    rows: rows.slice(0, first).map(({ keys, period, place, figures: shown }) => ({
      keys: [...keys],
      dimensions: keys.map((key, index) => values[index]?.find((value) => value.key === key)?.label ?? key),
      measures: shown.map(({ value }) => value),
      margins: shown.map(({ margin }) => margin),
      states: shown.map(({ state }) => state),
      withheld: shown.map(({ state }) => isWithheld(state)),
      withPartners: activity.sums(subject, measures, period, place, shown),
    })),
    totalRows: rows.length,
    withheldCells: count(rows.flatMap((it) => it.figures)),
    definition: `${subjectDefinitions[subject][language]} ${protectionNote(row.level)[language]}`,
    dataAsOf: row.madeAt,
    asked: questionParts(question, directories, language),
    language,
  };
}

const count = (figures: readonly ReleasedFigure[]) => figures.filter(({ state }) => isWithheld(state)).length;

/** The values of a dimension in a question: those that its filter keeps, or its periods. */
function askedValues(
  dimension: AnalysisDimension,
  { subject, periods, filter }: AdHocQuestion,
  directories: Directories,
  language: Language,
): LabelledValue[] {
  if (isTime(dimension)) return periods.map(({ name }) => ({ key: name, label: name }));
  const kept = filter[dimension];
  return valuesOf(subject, dimension, directories, language).filter(
    ({ key }) => kept === undefined || kept === key,
  );
}

/** @throws a client's error for a value that the dimension of a filter does not have */
function checkValues(question: AdHocQuestion, directories: Directories, language: Language): void {
  for (const dimension of Object.keys(question.filter) as CellDimension[]) {
    if (askedValues(dimension, question, directories, language).length > 0) continue;
    throw badInput(unknownValue, ['input', 'filter']);
  }
}

/** @throws a client's error when there would be too many rows */
function checkSize(values: readonly (readonly LabelledValue[])[]): void {
  if (values.reduce((product, { length }) => product * length, 1) <= maxCells) return;
  throw badInput(
    {
      fr: `La réponse aurait plus de ${maxCells} lignes : retirez une dimension ou raccourcissez la période.`,
      en: `The answer would have more than ${maxCells} rows: drop a dimension or shorten the period.`,
    },
    ['input', 'by'],
  );
}

/** The keys of every row. */
function placesOf({ by }: AdHocQuestion, values: readonly (readonly LabelledValue[])[]): string[][] {
  return by.reduce<string[][]>(
    (rows, _, index) => rows.flatMap((row) => (values[index] ?? []).map(({ key }) => [...row, key])),
    [[]],
  );
}

function periodAtRow({ by, periods }: AdHocQuestion, keys: readonly string[]): Period {
  const time = by.findIndex(isTime);
  return periods.find(({ name }) => time < 0 || name === keys[time]) as Period;
}

function placeAtRow({ by, filter }: AdHocQuestion, keys: readonly string[]): Place {
  const split = by.flatMap((dimension, index) => (isTime(dimension) ? [] : [[dimension, keys[index]]]));
  return { ...filter, ...Object.fromEntries(split) };
}

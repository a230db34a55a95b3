import type { Context } from '../../../access/context.js';
import { badInput } from '../../../graphql/errors.js';
import type { Language } from '../../../i18n.js';
import { type Directory, readDirectories } from '../directories.js';
import type { Place } from '../figures/measures.js';
import { type ReleasedFigure, ReleasedFigures } from '../figures/released-figures.js';
import { domainOf } from '../lattice/domains.js';
import { dimensionLabels, measureLabels, subjectDefinitions, valueLabel } from '../lattice/labels.js';
import type { AnalysisDimension } from '../lattice/lists.js';
import type { Period } from '../lattice/period.js';
import { isTime } from '../lattice/subjects.js';
import { protectionNote } from '../protection/words.js';
import { readRelease } from '../releases/read-release.js';
import { releaseOf } from '../releases/release.js';
import { isWithheld } from '../words.js';
import type { Analysis } from './analysis.js';
import { type AdHocQuestion, dimensionsOf, unknownValue } from './question.js';

/** The largest number of combinations of the dimensions' values in an answer. */
const maxCells = 4000;

/** A value of a dimension of the question, with its label. */
interface Value {
  readonly key: string;
  readonly label: string;
}

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
  const figures = await ReleasedFigures.read(row, periods, [{ subject, measures, dimensions }], context);
  const values = question.by.map((dimension) => valuesOf(dimension, question, directories, language));
  checkValues(question, directories);
  checkSize(values, periods);
  const rows = placesOf(question, values).map((keys) => {
    const period = periodAtRow(question, keys);
    const place = placeAtRow(question, keys);
    return { keys, figures: measures.map((measure) => figures.figure(subject, measure, period, place)) };
  });
  return {
    release: releaseOf(row),
    columns: [
      ...question.by.map((key) => ({ key, label: dimensionLabels[key][language] })),
      ...measures.map((key) => ({ key, label: measureLabels[key][language] })),
    ],
    rows: rows.slice(0, first).map(({ keys, figures: shown }) => ({
      keys: [...keys],
      dimensions: keys.map((key, index) => values[index]?.find((value) => value.key === key)?.label ?? key),
      measures: shown.map(({ value }) => value),
      margins: shown.map(({ margin }) => margin),
      states: shown.map(({ state }) => state),
      withheld: shown.map(({ state }) => isWithheld(state)),
    })),
    totalRows: rows.length,
    withheldCells: count(rows.flatMap((it) => it.figures)),
    definition: `${subjectDefinitions[subject][language]} ${protectionNote(row.level)[language]}`,
    dataAsOf: row.madeAt,
    language,
  };
}

const count = (figures: readonly ReleasedFigure[]) => figures.filter(({ state }) => isWithheld(state)).length;

/** The values of a dimension in a question, in the order in which they are shown. */
function valuesOf(
  dimension: AnalysisDimension,
  { subject, periods, filter }: AdHocQuestion,
  { partners, companies }: { partners: readonly Directory[]; companies: readonly Directory[] },
  language: Language,
): Value[] {
  if (isTime(dimension)) return periods.map(({ name }) => ({ key: name, label: name }));
  const keys = domainOf(subject, dimension, {
    partners: partners.map(({ id }) => id),
    companies: companies.map(({ id }) => id),
  });
  const names = new Map([...partners, ...companies].map(({ id, name }) => [id, name]));
  return keys
    .filter((key) => filter[dimension] === undefined || filter[dimension] === key)
    .map((key) => ({
      key,
      label: names.get(key) ?? valueLabel(subject, dimension, key)?.[language] ?? key,
    }));
}

/** @throws a client's error for a value that the dimension of a filter does not have */
function checkValues(
  { subject, filter }: AdHocQuestion,
  { partners, companies }: { partners: readonly Directory[]; companies: readonly Directory[] },
): void {
  const keys = { partners: partners.map(({ id }) => id), companies: companies.map(({ id }) => id) };
  for (const [dimension, key] of Object.entries(filter)) {
    if (domainOf(subject, dimension as never, keys).includes(key)) continue;
    throw badInput(unknownValue, ['input', 'filter']);
  }
}

/** @throws a client's error when there would be too many rows */
function checkSize(values: readonly (readonly Value[])[], periods: readonly Period[]): void {
  if (values.reduce((product, { length }) => product * length, 1) <= maxCells && periods.length > 0) return;
  throw badInput(
    {
      fr: `La réponse aurait plus de ${maxCells} lignes : retirez une dimension ou raccourcissez la période.`,
      en: `The answer would have more than ${maxCells} rows: drop a dimension or shorten the period.`,
    },
    ['input', 'by'],
  );
}

/** The keys of every row. */
function placesOf({ by }: AdHocQuestion, values: readonly (readonly Value[])[]): string[][] {
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

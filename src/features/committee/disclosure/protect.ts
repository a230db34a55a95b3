import { complementary } from './complementary.js';
import { type Disguise, Perturbed } from './perturbation.js';
import type { Cell, Measure, ProtectedCell, Question, Shown } from './question.js';
import { type Index, Table } from './table.js';
import { DOMINANCE, dominated, fewest, tooFew } from './thresholds.js';
import { Exact, figureOf, type View, withheld } from './view.js';

/**
 * The yearly table of indicators: exact figures, margins included. What protects two of them, taken at two
 * times, from each other is not here: a published figure moves only when at least k persons have changed it.
 */
export function publish(question: Question, cells: readonly Cell[]): ProtectedCell[] {
  const table = new Table(question, cells);
  if (cells.every(({ people }) => people === 0)) return nobody(table);
  return shown(table, new Exact(table), () => true);
}

/**
 * Every other question: the same suppression, decided by what would be shown, and noise on what is shown. No
 * margins: they are another question, and another look at the same persons.
 */
export function explore(question: Question, cells: readonly Cell[], disguise: Disguise): ProtectedCell[] {
  const table = new Table(question, cells);
  return shown(table, new Perturbed(table, disguise), (index) => table.isPart(index));
}

function shown(table: Table, view: View, asked: (index: Index) => boolean): ProtectedCell[] {
  const { measures } = table.question;
  const people = indices(table).map((index) => view.people(index));
  const k = fewest(table.question);
  const hidden = complementary(
    table,
    new Set([
      ...tooFew(table, (index) => table.people(index), k),
      ...tooFew(table, (index) => people[index] ?? 0, view.floor),
    ]),
    indices(table).map((index) => view.held(index)),
    () => k,
  );
  const hiddenFor = new Map(
    measures.map((measure) => [
      measure.name,
      measure.kind === 'HOURS' ? hiddenHours(table, view, measure, hidden) : hidden,
    ]),
  );
  return answer(table, asked, (index, measure) =>
    hiddenFor.get(measure.name)?.has(index) ? withheld : view.value(index, measure),
  );
}

/** Hours are withheld for the companies' sake too, and then so that each remains unknown by as much. */
function hiddenHours(table: Table, view: View, measure: Measure, hidden: ReadonlySet<Index>): Set<Index> {
  const hours = indices(table).map((index) => view.value(index, measure).value ?? 0);
  const told = indices(table).filter((index) => dominated(figureOf(table, index, measure.name, 'HOURS')));
  return complementary(table, new Set([...hidden, ...told]), hours, (index) =>
    Math.max(1, (1 - DOMINANCE) * (hours[index] ?? 0)),
  );
}

/** A table in which there is nobody at all has nobody to protect. */
const nobody = (table: Table): ProtectedCell[] =>
  answer(
    table,
    () => true,
    (_, { kind }) => ({ value: kind === 'RATE' || kind === 'MEDIAN' ? null : 0, withheld: false }),
  );

const answer = (
  table: Table,
  asked: (index: Index) => boolean,
  look: (index: Index, measure: Measure) => Shown,
): ProtectedCell[] =>
  indices(table)
    .filter(asked)
    .map((index) => ({
      at: table.at(index),
      shown: Object.fromEntries(
        table.question.measures.map((measure) => [measure.name, look(index, measure)]),
      ),
    }));

const indices = ({ size }: Table): Index[] => Array.from({ length: size }, (_, index) => index);

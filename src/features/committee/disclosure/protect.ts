import { complementary } from './complementary.js';
import { type NoiseInput, Perturbed } from './perturbation.js';
import type { Cell, Measure, ProtectedCell, Question, Shown } from './question.js';
import { type Index, Table } from './table.js';
import { DOMINANCE, dominated, fewest, tooFew } from './thresholds.js';
import { Exact, figureOf, type View, withheld } from './view.js';

/**
 * Protects the yearly table of indicators: exact figures, including margins. The protection of two tables that
 * are read at different times is elsewhere: a published figure changes only when at least k persons changed it.
 */
export function publish(question: Question, cells: readonly Cell[]): ProtectedCell[] {
  const table = new Table(question, cells);
  if (cells.every(({ people }) => people === 0)) return emptyTable(table);
  return shown(table, new Exact(table), () => true);
}

/**
 * Protects every other question: the same suppression, decided by the noisy figures, and noise on the shown
 * figures. No margins are returned: a margin is a separate question about the same persons.
 */
export function explore(question: Question, cells: readonly Cell[], noiseInput: NoiseInput): ProtectedCell[] {
  const table = new Table(question, cells);
  return shown(table, new Perturbed(table, noiseInput), (index) => table.isPart(index));
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

/** Hours are also withheld to protect companies, with an unknown range that follows the dominance rule. */
function hiddenHours(table: Table, view: View, measure: Measure, hidden: ReadonlySet<Index>): Set<Index> {
  const hours = indices(table).map((index) => view.value(index, measure).value ?? 0);
  const dominatedCells = indices(table).filter((index) =>
    dominated(figureOf(table, index, measure.name, 'HOURS')),
  );
  return complementary(table, new Set([...hidden, ...dominatedCells]), hours, (index) =>
    Math.max(1, (1 - DOMINANCE) * (hours[index] ?? 0)),
  );
}

/** The answer for a table without persons: zeros, because there is no person to protect. */
const emptyTable = (table: Table): ProtectedCell[] =>
  answer(
    table,
    () => true,
    (_, { kind }) => ({ value: kind === 'RATE' || kind === 'MEDIAN' ? null : 0, withheld: false }),
  );

const answer = (
  table: Table,
  asked: (index: Index) => boolean,
  shownAt: (index: Index, measure: Measure) => Shown,
): ProtectedCell[] =>
  indices(table)
    .filter(asked)
    .map((index) => ({
      at: table.at(index),
      shown: Object.fromEntries(
        table.question.measures.map((measure) => [measure.name, shownAt(index, measure)]),
      ),
    }));

const indices = ({ size }: Table): Index[] => Array.from({ length: size }, (_, index) => index);

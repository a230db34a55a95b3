import type { DimensionName, Hours, Question } from './question.js';
import type { Index, Table } from './table.js';

/** Fewer persons than this are never shown. */
export const FEWEST = 5;
/** Where a question touches what may harm: how it ended for somebody, why somebody was declined. */
export const FEWEST_SENSITIVE = 11;
/** Fewer companies would read each other's hours. */
export const FEWEST_COMPANIES = 3;
/** A company with more of the hours than this has them shown to everybody. */
export const DOMINANCE = 0.85;

const SENSITIVE: readonly DimensionName[] = ['OUTCOME_CLASS', 'DECLINE_REASON'];

/** Those that say something of a person: what almost all of a group have in common is known of each. */
const ATTRIBUTES: readonly DimensionName[] = [
  'DISTRICT',
  'AGE_BAND',
  'STATUS',
  'OUTCOME_CLASS',
  'DECLINE_REASON',
  'PARTNER',
  'FROM_PARTNER',
  'TO_PARTNER',
];

/** k: the fewest persons that an answer to the question may stand for. */
export const fewest = ({ by, within }: Question): number =>
  [...by, ...within].some(({ name }) => SENSITIVE.includes(name)) ? FEWEST_SENSITIVE : FEWEST;

/**
 * The cells that stand for fewer than `floor` persons, or for all but fewer of a group, counted by `people`.
 * A group that stands for fewer than its part is counted otherwise, and has no rest.
 */
export function tooFew(table: Table, people: (index: Index) => number, floor: number): Set<Index> {
  const axes = table.axes.filter(({ dimension }) => ATTRIBUTES.includes(dimension.name));
  const withheld = new Set<Index>();
  for (let index = 0; index < table.size; index++) {
    const counted = people(index);
    const closed = axes.some((axis) => {
      const group = table.margin(index, axis);
      const within = group !== index && table.people(group) >= table.people(index);
      return within && people(group) - counted < floor;
    });
    if (closed || counted < floor) withheld.add(index);
  }
  return withheld;
}

/** Whether the hours would tell of a company. */
export const dominated = ({ hours, companies, largest }: Hours): boolean =>
  companies < FEWEST_COMPANIES || largest > DOMINANCE * hours;

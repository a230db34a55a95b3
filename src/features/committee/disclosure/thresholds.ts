import type { DimensionName, Hours, Question } from './question.js';
import type { Index, Table } from './table.js';

/** k: the fewest persons in a shown cell. */
export const FEWEST = 5;
/** k for questions about sensitive facts: the class of an outcome, the reason of a refusal. */
export const FEWEST_SENSITIVE = 11;
/** The fewest companies in a shown number of hours: fewer companies could compute each other's hours. */
export const FEWEST_COMPANIES = 3;
/** The largest share of the hours that one company may have: above it, the sum reveals the company's hours. */
export const DOMINANCE = 0.85;

const SENSITIVE: readonly DimensionName[] = ['OUTCOME_CLASS', 'DECLINE_REASON'];

/** Dimensions that describe a person: a value that almost all persons of a group share is known for each of them. */
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

/** k for a question: the fewest persons in a shown cell of its answer. */
export const fewest = ({ by, within }: Question): number =>
  [...by, ...within].some(({ name }) => SENSITIVE.includes(name)) ? FEWEST_SENSITIVE : FEWEST;

/**
 * The cells with fewer than `floor` persons, and the cells that leave fewer than `floor` persons of their group
 * outside. Persons are counted by `people`. A group with fewer persons than its part is counted differently; the
 * second rule does not apply to it.
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

/** Whether the hours would reveal the hours of one company. */
export const dominated = ({ hours, companies, largest }: Hours): boolean =>
  companies < FEWEST_COMPANIES || largest > DOMINANCE * hours;

import {
  type Dimension,
  explore,
  type ProtectedCell,
  publish,
  type Question,
} from '../../../src/features/committee/disclosure/index.js';
import { Perturbed } from '../../../src/features/committee/disclosure/perturbation.js';
import { Table } from '../../../src/features/committee/disclosure/table.js';
import type { Seen } from './attacker.js';
import { dice, seed } from './dice.js';
import { combinations, dimension, question, values, withMargins } from './facts.js';

/** The distribution of each attribute: the attacker's prior. */
export const ATTRIBUTES = {
  'binary 50/50': [0.5, 0.5],
  'binary 80/20': [0.8, 0.2],
  'five age bands': [0.15, 0.3, 0.25, 0.2, 0.1],
};
export type Attribute = keyof typeof ATTRIBUTES;

/** The largest number of persons in a cell: for a street, a district, a town. */
export const SIZES = [12, 60, 400];

/** Answers a question: gives the shown values of the parts, in their order. */
export type Ask = (asked: Question, counts: readonly number[], fingerprint: string) => Seen[];

const secret = new TextEncoder().encode(`the secret of run ${seed}, more than 32 bytes of it`);
const seen = (cells: readonly ProtectedCell[]): Seen[] =>
  cells.filter(({ at }) => !at.includes(null)).map(({ shown }) => shown['DISTINCT_PEOPLE']?.value ?? null);
const cellsOf = (asked: Question, counts: readonly number[]) =>
  withMargins(
    asked.by,
    // The first dimension varies fastest, as in the answer.
    combinations(asked.by.toReversed()).map((at, place) => ({
      at: at.toReversed(),
      people: counts[place] ?? 0,
    })),
  );

/** The answer that the committee gets. */
export const explored: Ask = (asked, counts, fingerprint) =>
  seen(explore(asked, cellsOf(asked, counts), { secret, fingerprint }));

/** The answer of the yearly table, if it could be asked twice. */
export const exactly: Ask = (asked, counts) => seen(publish(asked, cellsOf(asked, counts)));

/** An answer with noise and without withheld cells: more than any reader gets. */
export const unsuppressed =
  (spread?: number): Ask =>
  (asked, counts, fingerprint) => {
    const view = new Perturbed(new Table(asked, cellsOf(asked, counts)), { secret, fingerprint }, spread);
    return counts.map((_, index) => view.people(index));
  };

export const byAge = (count: number): Dimension => dimension('AGE_BAND', values(count));

/** The answers to two questions; the second includes one person more. */
export interface Pair {
  readonly prior: readonly number[];
  readonly truth: number;
  /** The number of persons for each value without the person, and the largest possible number. */
  readonly counts: readonly number[];
  readonly most: number;
  readonly before: readonly Seen[];
  readonly after: readonly Seen[];
  /** The other parts of a margin for each value, where the first question asks for them. */
  readonly parts?: readonly (readonly Seen[])[];
}

const { below, one, share } = dice(seed);

function person(attribute: Attribute, most = one(SIZES)) {
  const prior = ATTRIBUTES[attribute];
  const truth = share(prior);
  const counts = prior.map(() => below(most + 1));
  const more = counts.map((count, value) => count + (value === truth ? 1 : 0));
  return { more, known: { prior, truth, most, counts } };
}

export type Make = (attribute: Attribute, run: number, ask: Ask, most?: number) => Pair;

/** The same question, before and after the person's data exist. */
export const inTime: Make = (attribute, run, ask, most) => {
  const { more, known } = person(attribute, most);
  const asked = question({ by: [byAge(known.prior.length)] });
  return { ...known, before: ask(asked, known.counts, `${run}`), after: ask(asked, more, `${run}, later`) };
};

/** Two filters at the same time. They differ by one partner, which has accompanied only this person. */
export const byFilter: Make = (attribute, run, ask, most) => {
  const { more, known } = person(attribute, most);
  const asked = (partners: readonly string[]) =>
    question({ by: [byAge(known.prior.length)], within: [dimension('PARTNER', values(9, 'p'), partners)] });
  return {
    ...known,
    before: ask(asked(values(4, 'p')), known.counts, `${run}`),
    after: ask(asked(values(5, 'p')), more, `${run}`),
  };
};

/** A margin and its parts by partner. The last partner has accompanied only this person. */
export const byMargin: Make = (attribute, run, ask, most) => {
  const { more, known } = person(attribute, most);
  const age = byAge(known.prior.length);
  const first = known.counts.map((count) => below(count + 1));
  const second = known.counts.map((count, value) => count - (first[value] as number));
  const third = more.map((count, value) => count - (known.counts[value] as number));
  const apart = question({ by: [age, dimension('TO_PARTNER', values(3, 'p'))] });
  const parts = ask(apart, [...first, ...second, ...third], `${run}`);
  return {
    ...known,
    before: known.counts.map(() => null),
    after: ask(question({ by: [age] }), more, `${run}`),
    parts: known.counts.map((_, value) => [parts[value] as Seen, parts[value + known.counts.length] as Seen]),
  };
};

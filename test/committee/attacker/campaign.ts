import type { AnalysisSubject } from '../../../src/features/committee/lattice/lists.js';
import { alternativesOf } from './alternatives.js';
import { advantage, advantageAt, difference, Insider, omniscient } from './attack.js';
import { Dice } from './dice.js';
import { exactVector, shownExactly } from './exact.js';
import { drawnVector, type Method, type PeriodRows, type Vector } from './figures.js';
import type { PersonRow } from './rows.js';
import { seenOf } from './seen.js';

/** Points above guessing, over the targets. */
export interface Points {
  readonly mean: number;
  readonly p95: number;
  readonly max: number;
}

/** What the attackers reach about one subject. */
export interface Campaign {
  readonly persons: number;
  readonly unknown: number;
  /** In how many figures a person stands. */
  readonly figures: Points;
  readonly omniscient: Points;
  /** With the drawn figures only. */
  readonly noisy: Points;
  readonly noisyAttribute: Points;
  /** Also with the exact figures of the closed year. */
  readonly membership: Points;
  readonly noisyAttributeAtPrior: Points;
  readonly attribute: Points;
  /** Above the best guess by the town's shares of the two values. */
  readonly attributeAtPrior: Points;
}

/** Which figures the attackers have, and how many targets they try. */
export interface Attack {
  readonly subject: AnalysisSubject;
  readonly method: Method;
  readonly targets: number;
  readonly seed: string;
  /** The partner of the insider. */
  readonly partner: string;
  /** Whether hidden cells count as seen, an upper bound. */
  readonly hidden?: 'seen';
}

/** The figures of one subject and year that an attacker has. */
export interface Look {
  readonly subject: AnalysisSubject;
  /** All periods of the year, the year itself last. */
  readonly periods: readonly PeriodRows[];
}

/** How a person's rows show in the figures of a look. */
export function figuresIn({ subject, periods }: Look, method: Method, hidden?: 'seen') {
  const persons = byPerson(periods);
  const shown = shownExactly(subject, [...persons.values()].map(yearOf));
  const everything = [...persons.values()].map((own) => drawnVector(subject, own, method));
  const seen = hidden === 'seen' ? undefined : seenOf(everything, method);
  const drawn = (own: readonly PeriodRows[]) => drawnVector(subject, own, method, seen);
  const all = (own: readonly PeriodRows[]): Vector =>
    new Map([...drawn(own), ...exactVector(subject, yearOf(own), shown)]);
  return { persons, everything, drawn, all };
}

const yearOf = (own: readonly PeriodRows[]) => own.at(-1)!.rows;

/** Attacks the figures of one subject and year. @param periods all periods of the year, the year itself last */
export function attack(
  { subject, method, targets, seed, partner, hidden }: Attack,
  periods: readonly PeriodRows[],
): Campaign {
  const { persons, everything, drawn, all } = figuresIn({ subject, periods }, method, hidden);
  const known = knownTo(partner, periods);
  const unknown = [...persons].filter(([person]) => !known.has(person));
  const noisy = new Insider(new Map(unknown.map(([person, own]) => [person, drawn(own)])));
  const insider = new Insider(new Map(unknown.map(([person, own]) => [person, all(own)])));
  const chosen = new Dice(seed).sample(unknown, targets);
  const changes = chosen.flatMap(([person, own]) =>
    alternativesOf(subject, own, yearOf(periods)).map((other) => ({
      person,
      mine: own,
      other: other.own,
      share: other.share,
    })),
  );
  const attributes = (attacker: Insider, vectorOf: typeof all) =>
    changes.map(({ person, mine, other, share }) => {
      const squared = attacker.distance(person, difference(vectorOf(mine), vectorOf(other)));
      return { even: advantage(squared), prior: advantageAt(squared, share) };
    });
  const ofNoisy = attributes(noisy, drawn);
  const ofAll = attributes(insider, all);
  return {
    persons: persons.size,
    unknown: unknown.length,
    figures: points(everything.map((vector) => vector.size)),
    omniscient: points(everything.map(omniscient)),
    noisy: points(chosen.map(([person, own]) => advantage(noisy.distance(person, drawn(own))))),
    membership: points(chosen.map(([person, own]) => advantage(insider.distance(person, all(own))))),
    noisyAttribute: points(ofNoisy.map(({ even }) => even)),
    noisyAttributeAtPrior: points(ofNoisy.map(({ prior }) => prior)),
    attribute: points(ofAll.map(({ even }) => even)),
    attributeAtPrior: points(ofAll.map(({ prior }) => prior)),
  };
}

export function byPerson(periods: readonly PeriodRows[]): Map<string, PeriodRows[]> {
  const persons = new Map<string, PeriodRows[]>();
  periods.forEach(({ rows }, index) => {
    for (const row of rows) {
      const own = persons.get(row.person) ?? periods.map((it) => ({ ...it, rows: [] as PersonRow[] }));
      persons.set(row.person, own);
      (own[index]!.rows as PersonRow[]).push(row);
    }
  });
  return persons;
}

const partnersOf = ({ values }: PersonRow) =>
  [values.PARTNER, values.FROM_PARTNER, values.TO_PARTNER].filter((it) => it !== undefined);

/** The partners that have rows, those with the most first. */
export function partnersIn(rows: readonly PersonRow[]): string[] {
  const sizes = new Map<string, number>();
  for (const partner of rows.flatMap(partnersOf)) sizes.set(partner, (sizes.get(partner) ?? 0) + 1);
  return [...sizes].sort(([, one], [, other]) => other - one).map(([partner]) => partner);
}

/** The persons of whom a partner has a row. All their figures count as known. */
export function knownTo(partner: string, periods: readonly PeriodRows[]): Set<string> {
  const rows = periods.flatMap((it) => it.rows);
  return new Set(rows.filter((it) => partnersOf(it).includes(partner)).map((it) => it.person));
}

export function points(values: readonly number[]): Points {
  const sorted = values.toSorted((one, other) => one - other);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { mean, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0, max: sorted.at(-1) ?? 0 };
}

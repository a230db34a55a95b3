import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { canonicalOf } from './canonical.js';
import type { Measure, Median, Rate, Shown } from './question.js';
import type { Index, Table } from './table.js';
import { fewest } from './thresholds.js';
import { figureOf, type View, withheld } from './view.js';

/**
 * Standard deviation of the noise, in units of the largest contribution of one person. The value was chosen by
 * measuring what an attacker can still learn: see test/committee/disclosure and decision 10.
 */
export const SPREAD = 7;

/**
 * A cell is shown only if its noisy number of persons is at least k plus this many standard deviations. If only
 * the true number decided, a shown cell would reveal one more person to a reader who knows k − 1 of them. The
 * noisy number reveals nothing beyond what is shown. The margin above k is wide enough that the check of the
 * true number almost never decides.
 */
export const CLEARANCE = 3;

/** The input of the noise. */
export interface NoiseInput {
  /** At least 32 bytes, known only to the hub. */
  readonly secret: Uint8Array;
  /**
   * Fingerprint of all facts of the subject, independent of the period and the filters. If only some answers
   * changed, the unchanged answers would reveal where the data did not change. Each new fingerprint gives an
   * attacker who averages answers another draw, so it should change rarely: once a day, not with each command.
   */
  readonly fingerprint: string;
}

/** Figures with noise. The same question on the same data always gets the same noise, for every reader. */
export class Perturbed implements View {
  readonly floor: number;
  readonly #k: number;
  readonly #key: KeyObject;
  readonly #fingerprint: string;
  readonly #canonical: (at: readonly (string | null)[]) => string;
  readonly #people = new Map<Index, number>();

  constructor(
    readonly table: Table,
    { secret, fingerprint }: NoiseInput,
    readonly spread = SPREAD,
  ) {
    if (secret.length < 32) throw new Error('The secret of the disclosure control is too short');
    this.#key = createSecretKey(secret);
    this.#fingerprint = fingerprint;
    this.#canonical = canonicalOf(table.question);
    this.#k = fewest(table.question);
    this.floor = this.#k + CLEARANCE * spread;
  }

  people(index: Index): number {
    const known = this.#people.get(index);
    if (known !== undefined) return known;
    const people = this.table.people(index) + this.#noise(index, '/people', 1);
    this.#people.set(index, people);
    return people;
  }

  /** At least 1, because a cell that looks empty with noise may not be empty. */
  held(index: Index): number {
    return Math.max(1, this.people(index));
  }

  value(index: Index, measure: Measure): Shown {
    const { name, kind } = measure;
    switch (kind) {
      case 'PEOPLE':
        return { value: Math.max(0, this.people(index)), withheld: false };
      case 'COUNT': {
        const count = figureOf(this.table, index, name, kind);
        return {
          value: Math.max(0, count + this.#noise(index, name, contributionOf(measure))),
          withheld: false,
        };
      }
      case 'HOURS': {
        const { hours } = figureOf(this.table, index, name, kind);
        const contribution = contributionOf(measure);
        const value = coarse(
          Math.max(0, hours + this.#noise(index, name, contribution)),
          this.spread * contribution,
        );
        return { value, withheld: false };
      }
      case 'RATE':
        return this.#rate(index, measure, figureOf(this.table, index, name, kind));
      case 'MEDIAN':
        return this.#median(index, measure, figureOf(this.table, index, name, kind));
    }
  }

  #rate(index: Index, measure: Measure, { numerator, denominator, people }: Rate): Shown {
    if (this.#seen(index, measure, people) === undefined) return withheld;
    const contribution = contributionOf(measure);
    const of = denominator + this.#noise(index, `${measure.name}/of`, contribution);
    if (of <= 0) return withheld;
    const share = (numerator + this.#noise(index, measure.name, contribution)) / of;
    return { value: Math.round(Math.min(1, Math.max(0, share)) * 100) / 100, withheld: false };
  }

  /**
   * The value at a rank near the middle: one person moves the middle by half a rank, up or down.
   * Never a value from the outer tenths, where a single person could be recognised.
   */
  #median(index: Index, measure: Measure, { people, quantiles }: Median): Shown {
    const seen = this.#seen(index, measure, people);
    if (seen === undefined) return withheld;
    const rank = 0.5 + (this.#noise(index, measure.name, contributionOf(measure)) * Math.SQRT1_2) / seen;
    const near = Math.round(Math.min(0.9, Math.max(0.1, rank)) * (quantiles.length - 1));
    const value = quantiles[near] ?? null;
    return { value: value === null ? null : Math.round(value), withheld: false };
  }

  /** The noisy number of persons behind a rate or a median; undefined when there are too few. */
  #seen(index: Index, measure: Measure, people: number): number | undefined {
    const seen = people + this.#noise(index, `${measure.name}/for`, 1);
    return people < this.#k || seen < this.floor ? undefined : seen;
  }

  /**
   * The noise of one cell and measure, a whole number. The scale is part of the input of the draw: one draw at
   * two scales would give two equations with one unknown.
   */
  #noise(index: Index, name: string, contribution: number): number {
    const cell = this.#canonical(this.table.at(index));
    const scale = this.spread * contribution;
    return Math.round(normal(this.#key, JSON.stringify([cell, name, scale, this.#fingerprint])) * scale);
  }
}

/** A normally distributed number with variance 1 (Box–Muller), from 96 bits of the text's HMAC. */
function normal(key: KeyObject, text: string): number {
  const code = createHmac('sha256', key).update(text).digest();
  const uniform = (offset: number) => (code.readUIntBE(offset, 6) + 0.5) / 2 ** 48;
  return Math.sqrt(-2 * Math.log(uniform(0))) * Math.cos(2 * Math.PI * uniform(6));
}

/** Rounds to 1, 10, 100 …, so that no digit is only noise. */
function coarse(value: number, scale: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(scale / 2)));
  return Math.round(value / step) * step;
}

function contributionOf({ name, contribution }: Measure): number {
  if (!contribution || contribution < 0)
    throw new Error(`The measure ${name} needs a contribution: the most that one person can add to it`);
  return contribution;
}

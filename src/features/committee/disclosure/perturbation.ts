import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { canonicalOf } from './canonical.js';
import type { Measure, Median, Rate, Shown } from './question.js';
import type { Index, Table } from './table.js';
import { fewest } from './thresholds.js';
import { figureOf, type View, withheld } from './view.js';

/**
 * How far the noise spreads (standard deviation), in units of what one person can contribute. Chosen by
 * measuring what it leaves to an attacker: see test/committee/disclosure and decision 10.
 */
export const SPREAD = 7;

/**
 * What is shown must also look large enough: as if k and this many spreads. Were the true number alone to decide, a
 * cell that appears would tell those who know of k − 1 persons that there is one more. So it is what would be
 * shown that decides, which tells nothing new, so far above k that the true number hardly ever has to.
 */
export const CLEARANCE = 3;

/** What the noise is drawn from. */
export interface Disguise {
  /** At least 32 bytes, known to the hub alone. */
  readonly secret: Uint8Array;
  /**
   * Of all that the subject's answers rest on, whatever the period and the filters: an answer that stayed the
   * same while others moved would say where the change is not. Each new one is another draw for whoever
   * averages, so it should change seldom: once a day, not with each act.
   */
  readonly fingerprint: string;
}

/** Figures with noise on them: the same for the same question on the same data, whoever asks and how often. */
export class Perturbed implements View {
  readonly floor: number;
  readonly #k: number;
  readonly #key: KeyObject;
  readonly #fingerprint: string;
  readonly #canonical: (at: readonly (string | null)[]) => string;
  readonly #people = new Map<Index, number>();

  constructor(
    readonly table: Table,
    { secret, fingerprint }: Disguise,
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

  /** With the noise, a cell that looks empty need not be. */
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
   * The value at a rank near the middle: who is in moves the middle by half a rank to one side or the other.
   * Never from the outer tenths, where a single person could be recognised.
   */
  #median(index: Index, measure: Measure, { people, quantiles }: Median): Shown {
    const seen = this.#seen(index, measure, people);
    if (seen === undefined) return withheld;
    const rank = 0.5 + (this.#noise(index, measure.name, contributionOf(measure)) * Math.SQRT1_2) / seen;
    const near = Math.round(Math.min(0.9, Math.max(0.1, rank)) * (quantiles.length - 1));
    const value = quantiles[near] ?? null;
    return { value: value === null ? null : Math.round(value), withheld: false };
  }

  /** How many persons a rate or a median appears to stand for, where that is enough. */
  #seen(index: Index, measure: Measure, people: number): number | undefined {
    const seen = people + this.#noise(index, `${measure.name}/for`, 1);
    return people < this.#k || seen < this.floor ? undefined : seen;
  }

  /**
   * A whole number, for one cell and measure. The scale is part of what is drawn from: one draw at two scales
   * would be two equations with one unknown.
   */
  #noise(index: Index, name: string, contribution: number): number {
    const cell = this.#canonical(this.table.at(index));
    const scale = this.spread * contribution;
    return Math.round(normal(this.#key, JSON.stringify([cell, name, scale, this.#fingerprint])) * scale);
  }
}

/** Normally distributed, of variance 1 (Box and Muller), from 96 bits of the text's authentication code. */
function normal(key: KeyObject, text: string): number {
  const code = createHmac('sha256', key).update(text).digest();
  const uniform = (offset: number) => (code.readUIntBE(offset, 6) + 0.5) / 2 ** 48;
  return Math.sqrt(-2 * Math.log(uniform(0))) * Math.cos(2 * Math.PI * uniform(6));
}

/** To 1, 10, 100 …: no digit that is nothing but noise. */
function coarse(value: number, scale: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(scale / 2)));
  return Math.round(value / step) * step;
}

function contributionOf({ name, contribution }: Measure): number {
  if (!contribution || contribution < 0) throw new Error(`How much can one person contribute to ${name}?`);
  return contribution;
}

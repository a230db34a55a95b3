/** Cumulative normal distribution (Abramowitz and Stegun 7.1.26: to seven digits). */
function cumulative(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const upper = 0.5 * poly * Math.exp((-x * x) / 2);
  return x > 0 ? 1 - upper : upper;
}

/** What is seen of a cell: a number, or that it is withheld. */
export type Seen = number | null;

/**
 * Knows the mechanism (the noise, k, how often a cell of so many persons is withheld: everything but the secret)
 * and how often each value of the attribute occurs, and weighs by Bayes' rule which value the person has who is in
 * one answer and not in the other.
 */
export class Attacker {
  readonly #noise: number[];
  readonly #reach: number;
  /** Tries of the mechanism, by how many persons were in the cell: how often it was withheld. */
  readonly #tries = new Map<number, { all: number; withheld: number }>();

  constructor(
    readonly spread: number,
    readonly k: number,
  ) {
    this.#reach = Math.ceil(spread * 9);
    this.#noise = Array.from({ length: 2 * this.#reach + 1 }, (_, at) => {
      const noise = at - this.#reach;
      return cumulative((noise + 0.5) / spread) - cumulative((noise - 0.5) / spread);
    });
  }

  learn(people: number, seen: Seen): void {
    const tries = this.#tries.get(near(people)) ?? { all: 0, withheld: 0 };
    tries.all++;
    if (seen === null) tries.withheld++;
    this.#tries.set(near(people), tries);
  }

  /** How likely a cell of so many persons is to be seen so. */
  likelihood(seen: Seen, people: number): number {
    if (seen !== null) return people < this.k ? 0 : this.noise(seen - people);
    const { all, withheld } = this.#tries.get(near(people)) ?? { all: 0, withheld: 0 };
    return (withheld + 1) / (all + 2);
  }

  noise(difference: number): number {
    return this.#noise[difference + this.#reach] ?? 0;
  }

  /** Two sights of a cell, without and with the person, when it holds anything from 0 to `most` persons. */
  pair(before: Seen, after: Seen, more: 0 | 1, most: number): number {
    const centre = before ?? after;
    const from = centre === null ? 0 : Math.max(0, centre - this.#reach);
    const to = centre === null ? most : Math.min(most, centre + this.#reach);
    let sum = 0;
    for (let people = from; people <= to; people++)
      sum += this.likelihood(before, people) * this.likelihood(after, people + more);
    return sum / (most + 1);
  }
}

/** All but the smallest cells are withheld nearly as often as those a little larger. */
const near = (people: number): number => (people < 8 ? people : 8 + Math.floor(people / 6));

/** How likely each value is, all considered. `fits(value, more)`: the likelihood of what is seen of that cell. */
export function posterior(prior: readonly number[], fits: (value: number, more: 0 | 1) => number): number[] {
  const without = prior.map((_, value) => fits(value, 0));
  const weights = prior.map((share, value) =>
    without.reduce((product, fit, other) => product * (other === value ? fits(value, 1) : fit), share),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  // Nothing that the attacker believed possible: back to what was known before.
  return sum > 0 ? weights.map((weight) => weight / sum) : [...prior];
}

/** How the guesses went. */
export class Score {
  pairs = 0;
  #right = 0;
  #rightByPrior = 0;
  #expected = 0;
  /** By how much the attacker was ever made surer: the largest factor on the odds of a value. */
  surest = 0;
  /** How often the attacker could have sworn: a factor of a hundred on the odds. */
  certain = 0;

  add(prior: readonly number[], belief: readonly number[], truth: number): void {
    const best = (shares: readonly number[]) => shares.indexOf(Math.max(...shares));
    this.pairs++;
    if (best(belief) === truth) this.#right++;
    if (best(prior) === truth) this.#rightByPrior++;
    this.#expected += Math.max(...belief) - Math.max(...prior);
    const factor = Math.max(
      ...belief.map((share, value) => {
        const known = prior[value] as number;
        return share / (1 - share) / (known / (1 - known));
      }),
    );
    if (factor > 100) this.certain++;
    else this.surest = Math.max(this.surest, factor);
  }

  get accuracy(): number {
    return (100 * this.#right) / this.pairs;
  }

  /** Points above guessing by the prior, counted. */
  get gain(): number {
    return (100 * (this.#right - this.#rightByPrior)) / this.pairs;
  }

  /** The same as the attacker expects it: without the chance of who happens to be the person. */
  get expected(): number {
    return (100 * this.#expected) / this.pairs;
  }

  toString(): string {
    return `right ${this.accuracy.toFixed(1)} %, ${this.gain.toFixed(2)} points above the prior (expected ${this.expected.toFixed(2)}), odds × ${this.surest.toFixed(1)} at most, certain ${this.certain}`;
  }
}

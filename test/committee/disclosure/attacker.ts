/** Cumulative normal distribution (Abramowitz and Stegun 7.1.26, accurate to seven digits). */
function cumulative(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const upper = 0.5 * poly * Math.exp((-x * x) / 2);
  return x > 0 ? 1 - upper : upper;
}

/** The shown value of a cell; null when it is withheld. */
export type Seen = number | null;

/**
 * An attacker who knows the mechanism except the secret: the noise, k, and how often a cell with a given number of
 * persons is withheld. The attacker also knows the distribution of the attribute. By Bayes' rule, it computes the
 * probability of each value for the person who is in one answer and not in the other.
 */
export class Attacker {
  readonly #noise: number[];
  readonly #maxNoise: number;
  /** Trials of the mechanism by the number of persons in the cell, and how often the cell was withheld. */
  readonly #tries = new Map<number, { all: number; withheld: number }>();

  constructor(
    readonly spread: number,
    readonly k: number,
  ) {
    this.#maxNoise = Math.ceil(spread * 9);
    this.#noise = Array.from({ length: 2 * this.#maxNoise + 1 }, (_, at) => {
      const noise = at - this.#maxNoise;
      return cumulative((noise + 0.5) / spread) - cumulative((noise - 0.5) / spread);
    });
  }

  learn(people: number, seen: Seen): void {
    const tries = this.#tries.get(near(people)) ?? { all: 0, withheld: 0 };
    tries.all++;
    if (seen === null) tries.withheld++;
    this.#tries.set(near(people), tries);
  }

  /** The likelihood of the shown value of a cell with `people` persons. */
  likelihood(seen: Seen, people: number): number {
    if (seen !== null) return people < this.k ? 0 : this.noise(seen - people);
    const { all, withheld } = this.#tries.get(near(people)) ?? { all: 0, withheld: 0 };
    return (withheld + 1) / (all + 2);
  }

  noise(difference: number): number {
    return this.#noise[difference + this.#maxNoise] ?? 0;
  }

  /** The likelihood of two shown values of a cell, without and with the person, when it has 0 to `most` persons. */
  pair(before: Seen, after: Seen, more: 0 | 1, most: number): number {
    const centre = before ?? after;
    const from = centre === null ? 0 : Math.max(0, centre - this.#maxNoise);
    const to = centre === null ? most : Math.min(most, centre + this.#maxNoise);
    let sum = 0;
    for (let people = from; people <= to; people++)
      sum += this.likelihood(before, people) * this.likelihood(after, people + more);
    return sum / (most + 1);
  }
}

/** Groups sizes for counting trials: above 8 persons, neighbouring sizes are withheld almost equally often. */
const near = (people: number): number => (people < 8 ? people : 8 + Math.floor(people / 6));

/** The posterior probability of each value. `fits(value, more)` is the likelihood of the shown value of its cell. */
export function posterior(prior: readonly number[], fits: (value: number, more: 0 | 1) => number): number[] {
  const without = prior.map((_, value) => fits(value, 0));
  const weights = prior.map((share, value) =>
    without.reduce((product, fit, other) => product * (other === value ? fits(value, 1) : fit), share),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  // The observation has likelihood 0 for every value, so the prior is kept.
  return sum > 0 ? weights.map((weight) => weight / sum) : [...prior];
}

/** The results of an attacker's guesses. */
export class Score {
  pairs = 0;
  #right = 0;
  #rightByPrior = 0;
  #expected = 0;
  /** The largest increase in certainty: the largest factor on the odds of a value, up to 100. */
  surest = 0;
  /** How often the attacker was certain: a factor of more than 100 on the odds. */
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

  /** The measured gain over guessing by the prior, in percentage points. */
  get gain(): number {
    return (100 * (this.#right - this.#rightByPrior)) / this.pairs;
  }

  /** The gain that the attacker expects, without the random choice of the person. */
  get expected(): number {
    return (100 * this.#expected) / this.pairs;
  }

  toString(): string {
    return `right ${this.accuracy.toFixed(1)} %, ${this.gain.toFixed(2)} points above the prior (expected ${this.expected.toFixed(2)}), odds × ${this.surest.toFixed(1)} at most, certain ${this.certain}`;
  }
}

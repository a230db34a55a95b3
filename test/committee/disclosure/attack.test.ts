import { describe, expect, it } from '@jest/globals';
import { SPREAD } from '../../../src/features/committee/disclosure/perturbation.js';
import { Attacker, posterior, Score, type Seen } from './attacker.js';
import { dice, seed } from './dice.js';
import { question } from './facts.js';
import {
  type Ask,
  ATTRIBUTES,
  type Attribute,
  byAge,
  byFilter,
  byMargin,
  exactly,
  explored,
  inTime,
  type Make,
  type Pair,
  SIZES,
  unsuppressed,
} from './pairs.js';

const PAIRS = 10_000;
const MOST_POINTS = 5;
const attributes = Object.keys(ATTRIBUTES) as Attribute[];
const { below } = dice(seed + 1);

/** An attacker who has measured the mechanism on simulated towns. */
function attacker(attribute: Attribute, most: number, ask: Ask): Attacker {
  const attacker = new Attacker(SPREAD, 5);
  const prior = ATTRIBUTES[attribute];
  for (let run = 0; run < 200; run++) {
    const counts = prior.map(() => below(most + 2));
    const seen = ask(question({ by: [byAge(prior.length)] }), counts, `a town of one's own ${run}`);
    for (const [value, count] of counts.entries()) attacker.learn(count, seen[value] as Seen);
  }
  return attacker;
}

/** The belief of an attacker without private knowledge. */
function stranger(by: Attacker, { prior, before, after, most, parts }: Pair): number[] {
  return posterior(prior, (value, more) => {
    const observations = [after[value] as Seen, ...(parts?.[value] ?? [])];
    if (!parts) return by.pair(before[value] as Seen, after[value] as Seen, more, most);
    if (observations.includes(null)) return 1;
    // The margin minus its parts has the noise of all of them.
    const [margin, ...rest] = observations as number[];
    const left = rest.reduce((difference, part) => difference - part, margin as number);
    return Math.exp(-((left - more) ** 2) / (2 * by.spread ** 2 * observations.length));
  });
}

/** The belief of an attacker who knows the data of all other persons, so only the answer with the person is new. */
const insider = (by: Attacker, { prior, counts, after }: Pair): number[] =>
  posterior(prior, (value, more) => by.likelihood(after[value] as Seen, (counts[value] as number) + more));

/** The belief of an insider to whom withheld cells are also shown. */
const unrestrictedInsider = (by: Attacker, { prior, counts, after }: Pair): number[] =>
  posterior(prior, (value, more) => by.noise((after[value] as number) - (counts[value] as number) - more));

describe('differencing attacks with 10,000 pairs of questions that differ by one person', () => {
  it('gain at most 5 points on the person’s attribute, and are never certain without private knowledge', () => {
    const attackers = new Map(
      attributes.flatMap((attribute) =>
        SIZES.map((most) => [`${attribute} ${most}`, attacker(attribute, most, explored)] as const),
      ),
    );
    const scores = new Map<string, Score>();
    const score = (who: string, attribute: string, { prior, truth }: Pair, belief: number[]) => {
      for (const name of [`${who}, all`, `${who}, ${attribute}`]) {
        const kept = scores.get(name) ?? new Score();
        kept.add(prior, belief, truth);
        scores.set(name, kept);
      }
    };
    const kinds: Make[] = [inTime, byFilter, byMargin];
    for (let run = 0; run < PAIRS; run++) {
      const attribute = attributes[run % attributes.length] as Attribute;
      const pair = (kinds[below(kinds.length)] as Make)(attribute, run, explored);
      const by = attackers.get(`${attribute} ${pair.most}`) as Attacker;
      score('stranger', attribute, pair, stranger(by, pair));
      score('insider', attribute, pair, insider(by, pair));
    }
    console.log(
      [`seed ${seed}, spread ${SPREAD}`, ...[...scores].map(([who, kept]) => `${who}: ${kept}`)].join('\n'),
    );
    for (const [who, kept] of scores) {
      expect({ who, above: kept.expected > MOST_POINTS }).toEqual({ who, above: false });
      if (who.startsWith('stranger')) expect({ who, certain: kept.certain }).toEqual({ who, certain: 0 });
      if (!who.endsWith('all')) continue;
      expect(kept.pairs).toBe(PAIRS);
      expect(kept.gain).toBeLessThan(MOST_POINTS);
      // An insider can be certain in rare cases: a cell exactly at the threshold with an extreme draw of the noise.
      expect(kept.certain).toBeLessThanOrEqual(2);
    }
  });

  it('gain less with a larger spread of the noise, even when withheld cells are shown', () => {
    const table = [2, 4, 6, 7, 8, 10].map((spread) => {
      const by = new Attacker(spread, 5);
      const gains = attributes.map((attribute) => {
        const score = new Score();
        for (let run = 0; run < (spread === SPREAD ? 2000 : 300); run++) {
          const pair = inTime(attribute, run, unsuppressed(spread));
          score.add(pair.prior, unrestrictedInsider(by, pair), pair.truth);
        }
        expect(score.certain).toBe(0);
        return score.expected;
      });
      return { spread, gains };
    });
    const points = (gains: readonly number[]) => gains.map((gain) => gain.toFixed(2)).join(' | ');
    console.log(
      [
        `seed ${seed}: spread | ${attributes.join(' | ')}`,
        ...table.map(({ spread, gains }) => `${spread} | ${points(gains)}`),
      ].join('\n'),
    );
    for (const { spread, gains } of table)
      if (spread >= SPREAD) expect(Math.max(...gains)).toBeLessThan(MOST_POINTS);
  });

  it('gain at most 5 points from whether cells near the threshold are withheld', () => {
    const asked = question({ by: [byAge(2)] });
    const differences = [
      [4, 60],
      [4, 400],
      [60, 4],
      [10, 60],
      [25, 60],
      [30, 30],
    ].map(([one = 0, other = 0]) => {
      // Both use the same draws, so that only the effect of the person is counted.
      let difference = 0;
      const runs = 600;
      for (let run = 0; run < runs; run++) {
        const shown = (counts: readonly number[]) =>
          explored(asked, counts, `${run}`).includes(null) ? 0 : 1;
        difference += shown([one + 1, other]) - shown([one, other + 1]);
      }
      return { one, other, points: Math.abs(50 * difference) / runs };
    });
    console.log(
      `seed ${seed}: ${differences.map(({ one, other, points }) => `${one}+${other}: ${points.toFixed(2)}`).join(', ')}`,
    );
    for (const { points } of differences) expect(points).toBeLessThan(MOST_POINTS);
  });

  it('would find the attribute in more than 85 % of the pairs with exact figures', () => {
    const score = new Score();
    for (let run = 0; run < 1000; run++) {
      const pair = inTime('five age bands', run, exactly, 200);
      const rose = pair.after.findIndex(
        (count, value) => count !== null && count === (pair.before[value] ?? -1) + 1,
      );
      score.add(
        pair.prior,
        pair.prior.map((share, value) => (rose < 0 ? share : value === rose ? 1 - 1e-9 : 1e-9)),
        pair.truth,
      );
    }
    console.log(`seed ${seed}, exact figures: ${score}`);
    expect(score.accuracy).toBeGreaterThan(85);
  });
});

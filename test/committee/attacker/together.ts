import { advantage, Insider } from './attack.js';
import { figuresIn, knownTo, type Look, type Points, points } from './campaign.js';
import { Dice } from './dice.js';
import type { Method, Vector } from './figures.js';

/** What an insider learns about whether a person is in the data at all. */
export interface Together {
  readonly unknown: number;
  readonly membership: Points;
}

/**
 * Attacks the figures of several subjects and years at once: a person stands in all of them or in none.
 * @param outside the person's part of exact figures outside the releases
 */
export function attackTogether(
  looks: readonly Look[],
  {
    method,
    targets,
    seed,
    partner,
  }: { readonly method: Method; readonly targets: number; readonly seed: string; readonly partner: string },
  outside: ReadonlyMap<string, Vector> = new Map(),
): Together {
  const known = new Set(looks.flatMap(({ periods }) => [...knownTo(partner, periods)]));
  const vectors = new Map<string, Vector>();
  const add = (person: string, prefix: string, vector: Vector) => {
    if (known.has(person)) return;
    const own = vectors.get(person) ?? new Map<string, number>();
    vectors.set(person, own);
    for (const [figure, value] of vector) own.set(`${prefix}/${figure}`, value);
  };
  for (const look of looks) {
    const { persons, all } = figuresIn(look, method);
    for (const [person, own] of persons) add(person, look.subject, all(own));
  }
  for (const [person, vector] of outside) add(person, 'outside', vector);
  const insider = new Insider(vectors);
  const reached = new Dice(seed)
    .sample([...vectors], targets)
    .map(([person, vector]) => advantage(insider.distance(person, vector)));
  return { unknown: vectors.size, membership: points(reached) };
}

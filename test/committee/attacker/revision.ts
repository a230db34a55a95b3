import { advantage, Insider } from './attack.js';
import { byPerson, type Look, type Points, points } from './campaign.js';
import { Dice } from './dice.js';
import { exactVector, shownExactly } from './exact.js';
import type { Vector } from './figures.js';

/**
 * What the exact figures before and after a revision tell about one of the persons whose late rows it adds. They stand in
 * no drawn figure. Figures that fewer of them change do not appear, because such a revision is refused.
 * @param late how many persons the revision adds
 */
export function attackRevision(
  { subject, periods }: Look,
  late: number,
  targets: number,
  seed: string,
): Points {
  const rows = [...byPerson(periods)].map(([person, own]) => [person, own.at(-1)?.rows ?? []] as const);
  const shown = shownExactly(
    subject,
    rows.map(([, own]) => own),
  );
  const ofTown = new Set([...shown].filter((place) => place.endsWith('/')));
  const reached: number[] = [];
  for (let revision = 0; reached.length < targets; revision++) {
    const chosen = new Dice(`${seed}/${revision}`).sample(rows, late);
    const vectors = new Map(
      chosen.map(([person, own]) => [person, exactVector(subject, own, ofTown)] as const),
    );
    const seen = new Map(
      [...vectors].map(([person, vector]) => [person, changedByAll(vector, [...vectors.values()])]),
    );
    const insider = new Insider(seen);
    for (const [person, vector] of seen) reached.push(advantage(insider.distance(person, vector)));
  }
  return points(reached);
}

function changedByAll(vector: Vector, all: readonly Vector[]): Vector {
  return new Map([...vector].filter(([figure]) => all.every((other) => other.has(figure))));
}

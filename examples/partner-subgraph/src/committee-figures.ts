import { fewest, protectedCount } from './activity.ts';
import type { AskedPeriod, Figure } from './hub-activity.ts';
import type { Store } from './store.ts';

/**
 * The figures for the committee: how many persons were accompanied, in all and by age. Protected here, at the source:
 * only periods that have ended, no count of fewer than 11 persons, all counts rounded. A split in which one part is too
 * small is withheld as a whole, because the other part and the total would tell it.
 */
export function committeeFigures(store: Store, periods: readonly AskedPeriod[], now: Date): Figure[] {
  const today = now.toISOString().slice(0, 10);
  const known = periods.filter(({ subject, until }) => subject === 'PATHWAYS' && until <= today);
  return known.flatMap(({ subject, period, from, until }) => {
    const { persons, young } = store.accompanied({ from, until });
    const isShown = Math.min(young, persons - young) >= fewest;
    const figure = { subject, period, measure: 'DISTINCT_PEOPLE' };
    const byAge = (place: string, count: number) => ({
      ...figure,
      ...{ split: ['UNDER_26'], place: [place] },
      value: isShown ? protectedCount(count, count) : null,
    });
    return [
      { ...figure, split: [], place: [], value: protectedCount(persons, persons) },
      byAge('YES', young),
      byAge('NO', persons - young),
    ];
  });
}

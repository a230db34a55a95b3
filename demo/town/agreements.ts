import type { SharingScope } from '../../src/access/scope.js';
import { type Day, dayOf, END, LAST_DAY, later, type Moment, workday, workingTime } from './calendar.js';
import { agreement, type Ending, type Ledger, share, withdrawal } from './ledger.js';
import { type TownPartner, worker } from './partners.js';
import { type Person, plan } from './people.js';
import type { Random } from './random.js';
import { withdrawals } from './remarks.js';

/** Maximum number of days before its end at which an agreement is renewed. */
const RENEWAL = 12;

/**
 * Adds an agreement of the person that the referent shares the file with another partner, which may open a pathway of
 * its own. The agreement expires, unless the person renews it or withdraws it before.
 */
export function agree(ledger: Ledger, random: Random, person: Person, to: TownPartner, on: Day): void {
  const scope = random.weighted<SharingScope>([
    ['PATHWAY', 58],
    ['FOLLOW_UP', 32],
    ['IDENTITY', 10],
  ]);
  const from = person.referent;
  let since = workingTime(random, on);
  let end: Moment;
  for (;;) {
    const given = agreement(random, person, dayOf(since), random.chance(0.7) ? 12 : 6);
    const ending = withdrawn(random, from, since, given.until);
    share(ledger, random, {
      ...{ person, from, to, scope, since, ending },
      agreement: given,
      recordedBy: worker(random, from),
    });
    end = ending?.at ?? given.until;
    const renewed = workingTime(random, workday(dayOf(end) - random.int(4, RENEWAL)));
    if (ending || renewed > END || renewed >= end || !goesOn(person, dayOf(end)) || random.chance(0.45))
      break;
    since = renewed;
  }
  const start = workday(on + random.int(1, 25));
  const limit = dayOf(end) - 1;
  if (scope !== 'IDENTITY' && start <= Math.min(limit, LAST_DAY) && random.chance(0.45)) {
    person.pathways.push(plan(random, to, start, random.int(60, 500), limit));
  }
}

function withdrawn(random: Random, from: TownPartner, since: Moment, until: Moment): Ending | undefined {
  if (!random.chance(0.08)) return undefined;
  const at = later(random, since, random.int(3, 150));
  return at <= END && at < until ? withdrawal(random, from, at, random.pick(withdrawals)) : undefined;
}

/** Whether the referent still accompanies the person on that day. */
function goesOn(person: Person, on: Day): boolean {
  return person.pathways.some(
    ({ partner, start, end }) => partner === person.referent && start <= on && (end === null || end > on),
  );
}

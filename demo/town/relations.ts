import { agree } from './agreements.js';
import { type Day, dayOf, LAST_DAY, workday } from './calendar.js';
import { type Ledger, shareWithReferent } from './ledger.js';
import type { Directory, Slug } from './partners.js';
import type { Person } from './people.js';
import { Random } from './random.js';
import { type Access, refer } from './referrals.js';

/** Number of additional referrals of the last weeks that wait in each partner's inbox. */
const waiting = {
  'club-relais': 12,
  csc: 8,
  aspe: 7,
  'regie-de-quartier': 7,
  'france-travail': 8,
  vs2e: 6,
  departement: 5,
} as const satisfies Partial<Record<Slug, number>>;

/** They were sent within this number of days before the end of the records, which is less than the expiry delay. */
const WAITING_DAYS = 24;

/** Generates the sharings and referrals of these persons, and adds pathways of other partners. */
export function relate(people: readonly Person[], directory: Directory): Ledger {
  const random = new Random('relations');
  const ledger: Ledger = { sharing: [], referral: [], referral_transition: [], referral_text: [] };
  for (const person of people) {
    shareWithReferent(ledger, random, person);
    const referrals = random.weighted([
      [0, 35],
      [1, 32],
      [2, 20],
      [3, 9],
      [4, 4],
    ]);
    for (let count = 0; count < referrals; count++) referOnce(ledger, random, person);
    const agreements = random.weighted([
      [0, 64],
      [1, 28],
      [2, 8],
    ]);
    for (let count = 0; count < agreements; count++) {
      const on = dayOfSupport(random, person);
      const to = on === undefined ? undefined : person.others.shift();
      if (on !== undefined && to) agree(ledger, random, person, to, on);
    }
  }
  fillInboxes(ledger, people, directory);
  number(ledger);
  return ledger;
}

/** The referent refers the person to a partner, which after acceptance may refer the person to a further partner. */
function referOnce(ledger: Ledger, random: Random, person: Person): void {
  const on = dayOfSupport(random, person);
  const to = on === undefined ? undefined : person.others.shift();
  if (on === undefined || !to) return;
  const access = refer(ledger, random, { person, from: person.referent, to, on, reach: 'FOLLOW_UP' });
  const next = access && random.chance(0.12) ? dayToReferOn(random, access) : undefined;
  const further = next === undefined ? undefined : person.others.shift();
  if (access && next !== undefined && further) {
    refer(ledger, random, { person, from: to, to: further, on: next, reach: access.scope });
  }
}

function fillInboxes(ledger: Ledger, people: readonly Person[], directory: Directory): void {
  const random = new Random('inboxes');
  for (const [to, count] of directory.weights(waiting)) {
    const candidates = people.filter(
      ({ others, pathways }) =>
        others.includes(to) && pathways[0]?.end === null && pathways[0].start < LAST_DAY - WAITING_DAYS,
    );
    for (const person of random.shuffle(candidates).slice(0, count)) {
      person.others.splice(person.others.indexOf(to), 1);
      const on = workday(LAST_DAY - random.int(0, WAITING_DAYS));
      const from = person.referent;
      refer(ledger, random, { person, from, to, on, reach: 'FOLLOW_UP', unanswered: true });
    }
  }
}

/** A working day on which a partner with this access can refer the person further, if any. */
function dayToReferOn(random: Random, access: Access): Day | undefined {
  const first = dayOf(access.since) + 3;
  const on = workday(first + random.int(0, 60));
  return access.scope !== 'IDENTITY' && on < dayOf(access.end) && on <= LAST_DAY ? on : undefined;
}

/** Assigns the references in the order of sending, as the hub does. */
function number(ledger: Ledger): void {
  ledger.referral.sort((one, other) => (one.sent_at < other.sent_at ? -1 : 1));
  ledger.referral.forEach((row, index) => {
    row.reference = `${row.sent_at.slice(0, 4)}-${String(index + 1).padStart(6, '0')}`;
  });
}

/** A working day after the first one of a pathway of the referent, while it is open. */
function dayOfSupport(random: Random, person: Person): Day | undefined {
  const own = person.pathways.filter(({ partner }) => partner === person.referent);
  const { start, end } = random.pick(own);
  const last = Math.min(end ?? LAST_DAY, LAST_DAY);
  return start < last ? Math.min(workday(random.int(start + 1, last)), LAST_DAY) : undefined;
}

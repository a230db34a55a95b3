import {
  addMonths,
  type Day,
  dateOf,
  day,
  END,
  LAST_DAY,
  later,
  timeOf,
  workday,
  workingTime,
} from './calendar.js';
import type { HoursEntryRow } from './clause-rows.js';
import type { Contract } from './contracts.js';
import { type Directory, worker } from './partners.js';
import { Random } from './random.js';
import { rejections } from './remarks.js';

/**
 * How many hours of work the town says that companies gave under the clause in 2024 (TOWN.md). The validated
 * entries of that year are made a little longer or shorter until they come to it; every count is made from
 * the rows.
 */
const HOURS_IN_2024 = 49_051;

/** Hours are counted by the quarter. With the most training and tutoring, a month stays a legal one. */
const QUARTER = 0.25;
const MOST_WORK = 140;

/** Hours that a whole month of work comes to, by modality. */
const paces = { DIRECT_HIRE: [26, 62], STAFFING: [40, 104], SUBCONTRACTING: [26, 66] } as const;

/** A month of a contract: its first day, that of the next one, and which part of it the contract covers. */
interface Month {
  readonly first: Day;
  readonly next: Day;
  readonly share: number;
}

/** The months of the records that are over. */
const months = Array.from({ length: 48 }, (_, index) => ({
  first: addMonths(day('2023-01-01'), index),
  next: addMonths(day('2023-01-01'), index + 1),
})).filter(({ next }) => next <= LAST_DAY);

/** The hours of the contracts, month by month, as they were declared and decided on. */
export function hoursEntries(contracts: readonly Contract[], directory: Directory): HoursEntryRow[] {
  const random = new Random('clause hours');
  const facilitator = directory.holder('CLAUSE_FACILITATOR');
  const partners = directory.byId();
  const rows: HoursEntryRow[] = [];
  for (const { row, start, end } of contracts) {
    const [slowest, fastest] = paces[row.modality];
    const pace = random.int(slowest, fastest);
    const partner = partners.get(row.partner_id);
    for (const month of monthsOf(start, end)) {
      const work = quarters((pace * month.share * random.int(88, 112)) / 100);
      if (work < 2) continue;
      const declaredBy = partner && random.chance(0.4) ? worker(random, partner) : facilitator;
      const entry = (kind: HoursEntryRow['kind'], hours: number) =>
        rows.push(...declare(random, { contract: row.id, month, kind, hours, declaredBy, facilitator }));
      entry('WORK', work);
      if (random.chance(0.16)) entry('TRAINING', random.pick([3.5, 7]));
      if (random.chance(0.1)) entry('TUTORING', random.pick([1, 1.5, 2, 4]));
    }
  }
  comeTo(
    random,
    rows.filter(
      ({ kind, status, month }) => kind === 'WORK' && status === 'VALIDATED' && month.startsWith('2024'),
    ),
    HOURS_IN_2024,
  );
  return rows;
}

/** The months of a contract that are over. */
function monthsOf(start: Day, end: Day | null): Month[] {
  return months.flatMap(({ first, next }) => {
    const days = Math.min(end ?? next, next - 1) - Math.max(start, first) + 1;
    return days > 0 ? [{ first, next, share: days / (next - first) }] : [];
  });
}

/** An entry, and what became of it: one that was rejected is mostly declared again. */
function declare(
  random: Random,
  entry: {
    contract: string;
    month: Month;
    kind: HoursEntryRow['kind'];
    hours: number;
    declaredBy: string;
    facilitator: string;
  },
): HoursEntryRow[] {
  const { month, kind, hours } = entry;
  const monthsAgo = Math.round((LAST_DAY - month.first) / 30.44);
  const declaredAt = workingTime(random, workday(month.next + random.int(0, 9)));
  const decidedAt = later(random, declaredAt, random.int(1, 14));
  const decided = decidedAt <= END && random.chance(monthsAgo > 3 ? 1 : monthsAgo === 3 ? 0.7 : 0.15);
  const row: HoursEntryRow = {
    id: random.id(declaredAt),
    contract_id: entry.contract,
    month: dateOf(month.first),
    kind,
    hours,
    status: decided ? 'VALIDATED' : 'DECLARED',
    declared_at: timeOf(declaredAt),
    declared_by_id: entry.declaredBy,
    decided_at: decided ? timeOf(decidedAt) : null,
    decided_by_id: decided ? entry.facilitator : null,
    reject_reason: null,
  };
  if (!decided || kind !== 'WORK' || hours > 60 || !random.chance(0.03)) return [row];
  const rejected: HoursEntryRow = {
    ...row,
    hours: quarters(hours * 1.2),
    status: 'REJECTED',
    reject_reason: random.pick(rejections),
  };
  const againAt = later(random, decidedAt, random.int(1, 6));
  const settledAt = later(random, againAt, random.int(1, 6));
  if (settledAt > END || random.chance(0.2)) return [rejected];
  const again = {
    ...row,
    id: random.id(againAt),
    declared_at: timeOf(againAt),
    decided_at: timeOf(settledAt),
  };
  return [rejected, again];
}

/** Makes the hours of these entries come to the total: all by the same measure, then some by a quarter. */
function comeTo(random: Random, rows: readonly HoursEntryRow[], total: number): void {
  const sum = () => rows.reduce((hours, row) => hours + row.hours, 0);
  const measure = total / sum();
  for (const row of rows) row.hours = Math.min(MOST_WORK, Math.max(1, quarters(row.hours * measure)));
  const others = random.shuffle(rows);
  for (let missing = total - sum(), index = 0; missing !== 0; index++) {
    const row = others[index % others.length] as HoursEntryRow;
    const step = Math.sign(missing) * QUARTER;
    if (row.hours + step > MOST_WORK || row.hours + step < 1) continue;
    row.hours += step;
    missing -= step;
  }
}

function quarters(hours: number): number {
  return Math.round(hours / QUARTER) * QUARTER;
}

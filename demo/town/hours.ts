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
 * Hours of work under the clause in 2024 that the town published (TOWN.md). The validated entries of that year are
 * lengthened or shortened slightly until their sum is this number; every figure is counted from the rows.
 */
const HOURS_IN_2024 = 49_051;

/** Hours are multiples of a quarter. With maximum training and tutoring, a month stays within the legal limit. */
const QUARTER = 0.25;
const MOST_WORK = 140;

/** Hours of a full month of work, by modality. */
const paces = { DIRECT_HIRE: [26, 62], STAFFING: [40, 104], SUBCONTRACTING: [26, 66] } as const;

/** A month of a contract: its first day, the first day of the next month, and the part that the contract covers. */
interface Month {
  readonly first: Day;
  readonly next: Day;
  readonly share: number;
}

/** The completed months of the records. */
const months = Array.from({ length: 48 }, (_, index) => ({
  first: addMonths(day('2023-01-01'), index),
  next: addMonths(day('2023-01-01'), index + 1),
})).filter(({ next }) => next <= LAST_DAY);

/** Generates the hours of the contracts month by month, with declaration and decision. */
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
  adjustTo(
    random,
    rows.filter(
      ({ kind, status, month }) => kind === 'WORK' && status === 'VALIDATED' && month.startsWith('2024'),
    ),
    HOURS_IN_2024,
  );
  return rows;
}

/** The completed months of a contract. */
function monthsOf(start: Day, end: Day | null): Month[] {
  return months.flatMap(({ first, next }) => {
    const days = Math.min(end ?? next, next - 1) - Math.max(start, first) + 1;
    return days > 0 ? [{ first, next, share: days / (next - first) }] : [];
  });
}

/** An entry with its decision; a rejected entry is usually declared again. */
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

/** Adjusts the hours of these entries to the total: all by the same factor, then some by a quarter of an hour. */
function adjustTo(random: Random, rows: readonly HoursEntryRow[], total: number): void {
  const sum = () => rows.reduce((hours, row) => hours + row.hours, 0);
  const factor = total / sum();
  for (const row of rows) row.hours = Math.min(MOST_WORK, Math.max(1, quarters(row.hours * factor)));
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

import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { systemRole } from '../database/database-role.js';
import type { Reader } from '../database/reader.js';

/** What has a budget: what operations cost, and searches for persons with few letters. */
export type BudgetKind = 'OPERATIONS' | 'SHORT_SEARCHES';

/** What a member may still ask of the hub: a bucket of each kind that fills up by itself, for all processes. */
@Entity({
  tableName: 'budget',
  rowLevelSecurity: 'force',
  policies: [{ name: 'take', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
export class Budget {
  /** A person's membership or a machine account. */
  @PrimaryKey({ type: 'uuid' })
  memberId!: string;

  @PrimaryKey({ type: 'text' })
  kind!: BudgetKind;

  /** When the bucket will be full again, which says how full it is at any moment. */
  @Property({ type: 'datetime', length: 6 })
  fullAt!: Date;
}

/** What became of an operation's cost. */
export interface Taken {
  /** Whether it was taken; nothing was otherwise. */
  readonly granted: boolean;
  /** What the member may still ask at once. */
  readonly left: number;
  /** In how many seconds the same would be granted; 0 when it was. */
  readonly retryAfter: number;
}

/** The second branch is for what the first refuses: it sees the row as it was before. */
const take = `
with taken as (
  insert into budget as b (member_id, kind, full_at) values ($1, $2, now() + $3::float8 * interval '1 second')
  on conflict (member_id, kind) do update set full_at = greatest(b.full_at, now()) + $3::float8 * interval '1 second'
    where greatest(b.full_at, now()) + $3::float8 * interval '1 second' <= now() + $4::float8 * interval '1 second'
  returning full_at
)
select true as granted, extract(epoch from full_at - now())::float8 as missing from taken
union all
select false, extract(epoch from full_at - now())::float8 from budget
  where member_id = $1 and kind = $2 and not exists (select from taken)`;

/** How much there is of a kind, and in how many seconds an empty bucket is full again. */
interface Size {
  readonly most: number;
  readonly seconds: number;
}

/** Who looks for somebody types a letter or two on the way; who spells out names needs thousands of these. */
const shortSearches: Size = { most: 200, seconds: 3600 };

/** The budgets of all members. */
export class Budgets {
  readonly #sizes: Readonly<Record<BudgetKind, Size>>;

  /** @param aMinute what a member's operations may cost in a minute */
  constructor(
    private readonly reader: Reader,
    readonly aMinute: number,
  ) {
    this.#sizes = { OPERATIONS: { most: aMinute, seconds: 60 }, SHORT_SEARCHES: shortSearches };
  }

  /** Takes a cost, no more than there is at most, from a member's budget if it is there: one statement. */
  async take(memberId: string, cost: number, kind: BudgetKind = 'OPERATIONS'): Promise<Taken> {
    const { most, seconds } = this.#sizes[kind];
    const fill = (cost / most) * seconds;
    const [row] = await this.reader.write<{ granted: boolean; missing: number }>(systemRole, {
      text: take,
      values: [memberId, kind, fill, seconds],
    });
    // No row: another process made it at this very moment, and took too much.
    const { granted, missing } = row ?? { granted: false, missing: seconds };
    return {
      granted,
      left: Math.max(0, Math.floor(most * (1 - Math.max(0, missing) / seconds))),
      retryAfter: granted ? 0 : Math.max(1, Math.ceil(missing + fill - seconds)),
    };
  }
}

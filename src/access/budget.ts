import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { systemRole } from '../database/database-role.js';
import type { Reader } from '../database/reader.js';

/** The kinds of budget: the cost of operations, and searches for persons with few letters. */
export type BudgetKind = 'OPERATIONS' | 'SHORT_SEARCHES';

/** A member's rate limit: one token bucket of each kind, shared by all processes. */
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

  /** When the bucket will be full again; its level at any moment follows from this. */
  @Property({ type: 'datetime', length: 6 })
  fullAt!: Date;
}

/** The result of taking a cost from a budget. */
export interface Taken {
  /** Whether the cost was taken; if not, the budget is unchanged. */
  readonly granted: boolean;
  /** The remaining budget. */
  readonly left: number;
  /** The number of seconds until the same cost would be granted; 0 when it was granted. */
  readonly retryAfter: number;
}

/** The second branch answers when the first refuses: it sees the row as it was before. */
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

/** The capacity of a bucket, and the number of seconds in which an empty one is full again. */
interface Size {
  readonly most: number;
  readonly seconds: number;
}

/** A normal search passes through a few short queries; enumerating names would need thousands. */
const shortSearches: Size = { most: 200, seconds: 3600 };

/** The budgets of all members. */
export class Budgets {
  readonly #sizes: Readonly<Record<BudgetKind, Size>>;

  /** @param aMinute the maximum cost of a member's operations per minute */
  constructor(
    private readonly reader: Reader,
    readonly aMinute: number,
  ) {
    this.#sizes = { OPERATIONS: { most: aMinute, seconds: 60 }, SHORT_SEARCHES: shortSearches };
  }

  /** Takes a cost (at most the capacity) from a member's budget if enough is left, in one statement. */
  async take(memberId: string, cost: number, kind: BudgetKind = 'OPERATIONS'): Promise<Taken> {
    const { most, seconds } = this.#sizes[kind];
    const fill = (cost / most) * seconds;
    const [row] = await this.reader.write<{ granted: boolean; missing: number }>(systemRole, {
      text: take,
      values: [memberId, kind, fill, seconds],
    });
    // No row: another process inserted it concurrently and took too much.
    const { granted, missing } = row ?? { granted: false, missing: seconds };
    return {
      granted,
      left: Math.max(0, Math.floor(most * (1 - Math.max(0, missing) / seconds))),
      retryAfter: granted ? 0 : Math.max(1, Math.ceil(missing + fill - seconds)),
    };
  }
}

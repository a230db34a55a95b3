import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Reader } from '../database/reader.js';
import { systemSession } from '../database/session.js';

/** What a member may still ask of the hub: a bucket that fills up by itself in a minute, for all processes. */
@Entity({
  tableName: 'budget',
  rowLevelSecurity: 'force',
  policies: [{ name: 'take', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
export class Budget {
  /** A person's membership or a machine account. */
  @PrimaryKey({ type: 'uuid' })
  memberId!: string;

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
  insert into budget as b (member_id, full_at) values ($1, now() + $2::float8 * interval '1 minute')
  on conflict (member_id) do update set full_at = greatest(b.full_at, now()) + $2::float8 * interval '1 minute'
    where greatest(b.full_at, now()) + $2::float8 * interval '1 minute' <= now() + interval '1 minute'
  returning full_at
)
select true as granted, extract(epoch from full_at - now())::float8 / 60 as missing from taken
union all
select false, extract(epoch from full_at - now())::float8 / 60 from budget
  where member_id = $1 and not exists (select from taken)`;

/** The budgets of all members, each of so much a minute. */
export class Budgets {
  constructor(
    private readonly reader: Reader,
    readonly aMinute: number,
  ) {}

  /** Takes a cost, no more than {@link aMinute}, from a member's budget if it is there: one statement. */
  async take(memberId: string, cost: number): Promise<Taken> {
    const part = cost / this.aMinute;
    const [row] = await this.reader.write<{ granted: boolean; missing: number }>(systemSession, {
      text: take,
      values: [memberId, part],
    });
    // No row: another process made it at this very moment, and took too much.
    const { granted, missing } = row ?? { granted: false, missing: 1 };
    return {
      granted,
      left: Math.max(0, Math.floor(this.aMinute * (1 - Math.max(0, missing)))),
      retryAfter: granted ? 0 : Math.max(1, Math.ceil(60 * (missing + part - 1))),
    };
  }
}

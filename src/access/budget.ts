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

/** The share of a bucket that a process takes in advance. */
const advanceShare = 0.05;

/** How long an advance can be spent, in milliseconds. It is short, so that little of the bucket is held unused. */
const advanceFor = 10_000;

/** The maximum number of members with an advance. */
const maxAdvances = 10_000;

/** What a process has taken from a member's bucket and not yet spent. */
interface Advance {
  amount: number;
  /** What was left in the bucket besides, when the advance was taken. */
  left: number;
  /** When the advance was taken, by the process's clock. */
  at: number;
  /** Settles when the last request to the database has been answered. Requests for one member run one after another. */
  asking: Promise<unknown>;
}

/** The budgets of all members. */
export class Budgets {
  readonly #sizes: Readonly<Record<BudgetKind, Size>>;
  readonly #advances = new Map<string, Advance>();

  /** @param aMinute the maximum cost of a member's operations per minute */
  constructor(
    private readonly reader: Reader,
    readonly aMinute: number,
  ) {
    this.#sizes = { OPERATIONS: { most: aMinute, seconds: 60 }, SHORT_SEARCHES: shortSearches };
  }

  /**
   * Takes a cost (at most the capacity) from a member's budget if enough is left. For operations, the process takes
   * an advance with it, and spends that in memory: no request to the database is needed, and the budget of all
   * processes together is never exceeded.
   */
  async take(memberId: string, cost: number, kind: BudgetKind = 'OPERATIONS'): Promise<Taken> {
    if (kind !== 'OPERATIONS') return this.#ask(memberId, cost, kind);
    const advance = this.#advanceOf(memberId);
    const spent = this.#spend(advance, cost);
    if (spent) return spent;
    const asked = advance.asking.then(
      () => this.#spend(advance, cost) ?? this.#refill(memberId, advance, cost),
    );
    advance.asking = asked.catch(() => {});
    return asked;
  }

  #advanceOf(memberId: string): Advance {
    let advance = this.#advances.get(memberId);
    if (!advance) {
      // What is forgotten counts as spent.
      if (this.#advances.size >= maxAdvances) this.#advances.clear();
      advance = { amount: 0, left: 0, at: 0, asking: Promise.resolve() };
      this.#advances.set(memberId, advance);
    }
    return advance;
  }

  /** Takes a cost from the advance; undefined when it is not enough. */
  #spend(advance: Advance, cost: number): Taken | undefined {
    const age = performance.now() - advance.at;
    if (age > advanceFor) advance.amount = 0;
    if (advance.amount < cost) return undefined;
    advance.amount -= cost;
    const { most, seconds } = this.#sizes.OPERATIONS;
    const refilled = Math.floor((most * age) / (seconds * 1000));
    const left = Math.min(advance.left + advance.amount + refilled, most - cost);
    return { granted: true, left, retryAfter: 0 };
  }

  /** Takes what is missing of a cost, with a new advance if the bucket has enough. */
  async #refill(memberId: string, advance: Advance, cost: number): Promise<Taken> {
    const held = advance.amount;
    advance.amount = 0;
    const missing = cost - held;
    const amount = Math.min(Math.floor(this.aMinute * advanceShare), this.aMinute - missing);
    let taken = await this.#ask(memberId, missing + amount, 'OPERATIONS');
    if (taken.granted) {
      advance.amount += amount;
      advance.left = taken.left;
      advance.at = performance.now();
      return { ...taken, left: taken.left + advance.amount };
    }
    taken = await this.#ask(memberId, missing, 'OPERATIONS');
    advance.left = taken.left;
    if (!taken.granted) advance.amount += held;
    return taken;
  }

  /** Takes a cost from the bucket in the database, in one statement. */
  async #ask(memberId: string, cost: number, kind: BudgetKind): Promise<Taken> {
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

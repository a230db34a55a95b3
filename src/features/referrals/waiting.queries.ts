import { FieldResolver, Resolver } from 'type-graphql';
import { Computed } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, type Sql, sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { answerIsDue, type DelayedAction, waitingStatuses } from './delays.js';
import { Referral } from './referral.js';
import { stateSince } from './state-since.js';

/** SQL expression: since when a sent referral has been in its state. */
function sinceOf(referral: Row): Sql {
  return sql`coalesce((${stateSince(referral.column('id'))}), ${referral.column('sentAt')})`;
}

/** SQL expression: when the hub first does something to the referral that waits; null when it never does. */
function dueOf(referral: Row, does: DelayedAction, since: Sql): Sql {
  const values = (['priority', 'status', 'sentAt'] as const).map((it) => referral.column(it));
  return sql`access.referral_due(${literal(does)}, ${values[0]}, ${values[1]}, ${values[2]}, ${since})`;
}

/** SQL expression: when the answer to a referral is due; null when nobody has to answer it now. */
function answerDueAt(referral: Row): Sql {
  return dueOf(referral, answerIsDue, sql`null`);
}

/** SQL condition: the answer to the referral is due and has not been given. */
export function isOverdue(referral: Row): Sql {
  const waits = sql`${referral.column('status')} = any (${literal(`{${waitingStatuses}}`)}::referral_status[])`;
  return sql`coalesce(case when ${waits} then ${answerDueAt(referral)} <= now() end, false)`;
}

@Resolver(() => Referral)
export class WaitingReferrals {
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'By when the side that has to act should answer: the sender in INFO_REQUESTED, otherwise the receiver. From then on the hub sends reminders. Null when no side has to act now: for a draft, on the waiting list, and after the answer.',
  })
  @Computed(answerDueAt)
  answerDueAt(): null {
    return null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the referral expires if it stays in its state. Null when it does not expire, or when this hub lets no referral expire.',
  })
  @Computed((referral) => dueOf(referral, 'EXPIRE', sinceOf(referral)))
  expiresAt(): null {
    return null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'Since when the referral has been in its state; for a draft, since it was created. Null once the referral is closed: see `closedAt`.',
  })
  @Computed(
    (referral) => sql`case when ${referral.column('closedAt')} is null then
      case when ${referral.column('sentAt')} is null then ${referral.column('createdAt')} else ${sinceOf(referral)} end end`,
  )
  waitingSince(): null {
    return null;
  }
}

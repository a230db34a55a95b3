import { FieldResolver, Resolver } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { Computed } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, raw, type Sql, sql } from '../../graphql/read/sql.js';
import { capacityHolds } from '../partners/index.js';
import { Referral } from './referral.js';

export const ProposedAct = closedSet('ProposedAct', 'What the hub proposes to do next.', {
  UPDATE_CAPACITY:
    'Say how many places the service has free: a referral was declined because there was none, and the service says otherwise, nothing, or nothing recent. Its administrators do it, by `changeService`.',
});
export type ProposedAct = keyof typeof ProposedAct;

/** What a decline for want of a place leaves to do, until the service has said since how many are free. */
function proposed(referral: Row): Sql {
  const [said, answered] = [raw('s.capacity_updated_at'), referral.column('answeredAt')];
  return sql`case when ${referral.column('to')} = ${raw('(select access.partner_id())')} and ${referral.column('status')} = 'DECLINED'
    and ${referral.column('decline_reason')} = 'NO_CAPACITY'
    and exists (select from service s where s.id = ${referral.column('service')} and s.status = 'OPEN'
      and (${said} is null or ${said} < ${answered}
        and not (s.capacity = 0 and ${said} > ${answered} - interval ${literal(`${capacityHolds} days`)})))
    then 'UPDATE_CAPACITY' end`;
}

@Resolver(() => Referral)
export class ReferralProposals {
  @FieldResolver(() => ProposedAct, {
    nullable: true,
    description:
      'What the hub proposes to the receiver after it declined; null when nothing, and to the sender.',
  })
  @Computed(proposed)
  proposedAct(): null {
    return null;
  }
}

import { FieldResolver, Resolver } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { Computed } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, raw, type Sql, sql } from '../../graphql/read/sql.js';
import { capacityHolds } from '../partners/index.js';
import { Referral } from './referral.js';

export const ProposedAct = closedSet(
  'ProposedAct',
  'An action that the hub proposes to the viewer’s partner.',
  {
    UPDATE_CAPACITY:
      'Update the number of free places of the service: a referral was declined with NO_CAPACITY, but the service’s capacity is not 0, not set or out of date. The partner’s administrators do this with `changeService`.',
  },
);
export type ProposedAct = keyof typeof ProposedAct;

/** UPDATE_CAPACITY after a decline with NO_CAPACITY, until the capacity of the service has been updated since. */
function proposed(referral: Row): Sql {
  const [updated, answered] = [raw('s.capacity_updated_at'), referral.column('answeredAt')];
  return sql`case when ${referral.column('to')} = ${raw('(select access.partner_id())')} and ${referral.column('status')} = 'DECLINED'
    and ${referral.column('decline_reason')} = 'NO_CAPACITY'
    and exists (select from service s where s.id = ${referral.column('service')} and s.status = 'OPEN'
      and (${updated} is null or ${updated} < ${answered}
        and not (s.capacity = 0 and ${updated} > ${answered} - interval ${literal(`${capacityHolds} days`)})))
    then 'UPDATE_CAPACITY' end`;
}

@Resolver(() => Referral)
export class ReferralProposals {
  @FieldResolver(() => ProposedAct, {
    nullable: true,
    description:
      'An action that the hub proposes to the receiver after it declined; null if there is none, and for the sender.',
  })
  @Computed(proposed)
  proposedAct(): null {
    return null;
  }
}

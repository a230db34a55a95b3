import { Args, ArgsType, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connections.js';
import { keyOf } from '../../graphql/ids.js';
import { Computed, Reads, type RowQuery } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { Partner, Service } from '../partners/index.js';
import { partnerObstacle, ReferralObstacle, serviceObstacle } from './obstacle.js';
import { ReferralConnection, referrals } from './referral.queries.js';

/* Fields that a screen reads before a referral is sent. */

@ArgsType()
class DeclinedReferralsArgs extends PageArgs {
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;
}

const myPartner = raw('(select access.partner_id())');

@Resolver(() => Service)
export class ServiceBeforeSending {
  @FieldResolver(() => ReferralObstacle, {
    nullable: true,
    description: 'Why no referral can be sent to this service now; null when one can be sent.',
  })
  @Computed(serviceObstacle)
  referralObstacle(): null {
    return null;
  }

  @FieldResolver(() => ReferralConnection, {
    description:
      'The person’s referrals that the viewer’s partner sent and this service declined, latest first. Referrals sent by other partners are not included.',
  })
  @Reads()
  declinedReferrals(@Args() args: DeclinedReferralsArgs, @Root() service: Row): RowQuery {
    const person = keyOf('Beneficiary', args.beneficiary, ['beneficiary']);
    return referrals(
      args,
      (referral) => sql`${referral.column('service')} = ${service.column('id')}`,
      (referral) =>
        sql`${referral.column('from')} = ${myPartner} and ${referral.column('status')} = 'DECLINED'`,
      // The subselect applies the row policy of persons: a viewer who does not see the person gets no rows.
      (referral) =>
        sql`${referral.column('beneficiary')} = (select b.id from beneficiary b where b.id = ${person})`,
    );
  }
}

@Resolver(() => Partner)
export class PartnerBeforeSending {
  @FieldResolver(() => ReferralObstacle, {
    nullable: true,
    description:
      'Why no referral can be sent now to this partner as a whole, without naming a service; null when one can be sent.',
  })
  @Computed(partnerObstacle)
  referralObstacle(): null {
    return null;
  }
}

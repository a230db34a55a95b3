import { Args, ArgsType, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connections.js';
import { keyOf } from '../../graphql/ids.js';
import { Computed, Reads, type RowQuery } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { Partner, Service } from '../partners/index.js';
import { partnerObstacle, ReferralObstacle, serviceObstacle } from './reach.js';
import { ReferralConnection, referrals } from './referral.queries.js';

/* What a screen asks before a referral is sent. */

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
    description: 'Why no referral can be sent to it now; null when one can.',
  })
  @Computed(serviceObstacle)
  referralObstacle(): null {
    return null;
  }

  @FieldResolver(() => ReferralConnection, {
    description:
      'The referrals of the person by the viewer’s partner that this service declined, the latest first. What other partners sent is not among them.',
  })
  @Reads()
  declinedReferrals(@Args() args: DeclinedReferralsArgs, @Root() service: Row): RowQuery {
    const person = keyOf('Beneficiary', args.beneficiary, ['beneficiary']);
    return referrals(
      args,
      (referral) => sql`${referral.column('service')} = ${service.column('id')}`,
      (referral) =>
        sql`${referral.column('from')} = ${myPartner} and ${referral.column('status')} = 'DECLINED'`,
      // Under the policy of persons: whoever sees one no more learns nothing about it by its id.
      (referral) =>
        sql`${referral.column('beneficiary')} = (select b.id from beneficiary b where b.id = ${person})`,
    );
  }
}

@Resolver(() => Partner)
export class PartnerBeforeSending {
  @FieldResolver(() => ReferralObstacle, {
    nullable: true,
    description: 'Why no referral can be sent to it now without naming a service; null when one can.',
  })
  @Computed(partnerObstacle)
  referralObstacle(): null {
    return null;
  }
}

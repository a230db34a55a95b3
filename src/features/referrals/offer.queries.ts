import { FieldResolver, Resolver } from 'type-graphql';
import { SharingScope } from '../../access/scope.js';
import { Computed } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, raw, type Sql, sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { unansweredStatuses } from './lifecycle.js';
import { Referral } from './referral.js';

/** SQL expression: a column of what the referral offers to its receiver, until it is answered. */
function offered(column: 'scope' | 'until') {
  return (referral: Row): Sql => {
    const waits = sql`${referral.column('status')} = any (${literal(`{${unansweredStatuses}}`)}::referral_status[])`;
    const offer = sql`access.offered(${referral.column('id')})`;
    return sql`case when ${waits} then (select o.${raw(column)} from ${offer} o order by o.scope desc, o.until desc limit 1) end`;
  };
}

@Resolver(() => Referral)
export class ReferralOffer {
  @FieldResolver(() => SharingScope, {
    nullable: true,
    description:
      'What the viewer’s partner, the receiver, may see of the person once it accepts, within the person’s agreement and the sender’s own access. Null when acceptance opens nothing, for the sender, and once the referral is answered.',
  })
  @Computed(offered('scope'))
  opens(): null {
    return null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when acceptance opens what `opens` says: the end of the person’s agreement.',
  })
  @Computed(offered('until'))
  opensUntil(): null {
    return null;
  }
}

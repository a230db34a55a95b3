import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { ReferralMessage } from './message.js';
import { Referral } from './referral.js';

const ReferralMessageConnection = connectionOf('ReferralMessage', () => ReferralMessage, true);
const asWritten = orderBy('REFERRAL_MESSAGE', { at: 'timestamptz', id: 'uuid' });

@Resolver(() => Referral)
export class ReferralMessages {
  @FieldResolver(() => ReferralMessageConnection, {
    description:
      'What the two sides wrote to each other, oldest first, with what was asked and replied. Empty to a side that does not see the person any more.',
  })
  @Reads()
  messages(@Args() _: PageArgs, @Root() referral: Row): RowQuery {
    return selectMany(
      ReferralMessage,
      asWritten,
      (message) => sql`${message.column('referral')} = ${referral.column('id')}`,
    );
  }
}

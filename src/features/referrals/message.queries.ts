import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { ReferralMessage } from './message.js';
import { Referral } from './referral.js';

const ReferralMessageConnection = connectionOf('ReferralMessage', () => ReferralMessage, true);
const oldestFirst = orderBy('REFERRAL_MESSAGE', { at: 'timestamptz', id: 'uuid' });

@Resolver(() => Referral)
export class ReferralMessages {
  @FieldResolver(() => ReferralMessageConnection, {
    description:
      'The messages between the two sides, oldest first, including questions and replies. Empty for a side that no longer sees the person.',
  })
  @Reads()
  messages(@Args() _: PageArgs, @Root() referral: Row): RowQuery {
    return selectMany(
      ReferralMessage,
      oldestFirst,
      (message) => sql`${message.column('referral')} = ${referral.column('id')}`,
    );
  }
}

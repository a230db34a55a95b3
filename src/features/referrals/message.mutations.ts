import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { sendMessage } from './message.commands.js';
import { SendReferralMessageInput } from './message.inputs.js';
import { ReferralMessage } from './message.js';
import { Referral } from './referral.js';

const ReferralMessageConnection = connectionOf('ReferralMessage', () => ReferralMessage, true);
const asWritten = orderBy('REFERRAL_MESSAGE', { at: 'timestamptz', id: 'uuid' });
const SendReferralMessagePayload = payloadOf('sendReferralMessage', 'message', () => ReferralMessage);

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

  @Mutation(() => SendReferralMessagePayload, {
    description:
      'Writes to the other side of a referral, open or closed, as long as both see the person. For both sides; both are told.',
  })
  sendReferralMessage(
    @Arg('input', () => SendReferralMessageInput, { description: 'What to do.' })
    input: SendReferralMessageInput,
    @Ctx() context: Context,
  ) {
    return payload('message', runCommand(context, 'sendReferralMessage', input, sendMessage));
  }
}

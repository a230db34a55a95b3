import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { Reads, type RowQuery, selectOne } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Member } from '../partners/index.js';
import { assign } from './assignment.commands.js';
import { AssignReferralInput } from './assignment.inputs.js';
import { Referral } from './referral.js';

const AssignReferralPayload = payloadOf('assignReferral', 'referral', () => Referral);

@Resolver(() => Referral)
export class ReferralAssignments {
  @FieldResolver(() => Member, {
    nullable: true,
    description: 'Who of the receiver’s members looks after it. Null to the sender.',
  })
  @Reads()
  assignee(_: unknown, @Root() referral: Row): RowQuery {
    return selectOne(
      Member,
      (member) => sql`${member.column('id')} = (
        select a.member_id from referral_assignment a where a.referral_id = ${referral.column('id')})`,
    );
  }

  @Mutation(() => AssignReferralPayload, {
    description:
      'Says which of the receiver’s members looks after an open referral, or that nobody does any more. For the receiver, which alone is told; the version stays.',
  })
  assignReferral(
    @Arg('input', () => AssignReferralInput, { description: 'What to do.' }) input: AssignReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'assignReferral', input, assign));
  }
}

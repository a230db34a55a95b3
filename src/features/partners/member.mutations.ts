import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { addMachine, deactivate, invite, reactivate, setRole } from './member.commands.js';
import {
  AddMachineAccountInput,
  DeactivateMemberInput,
  InviteMemberInput,
  ReactivateMemberInput,
  SetMemberRoleInput,
} from './member.inputs.js';
import { Member } from './member.js';

const payloadFor = (act: string) => payloadOf(act, 'member', () => Member);
const InviteMemberPayload = payloadFor('inviteMember');
const AddMachineAccountPayload = payloadFor('addMachineAccount');
const SetMemberRolePayload = payloadFor('setMemberRole');
const DeactivateMemberPayload = payloadFor('deactivateMember');
const ReactivateMemberPayload = payloadFor('reactivateMember');

const what = { description: 'What to do.' };

@Resolver()
export class MemberMutations {
  @Mutation(() => InviteMemberPayload, {
    description:
      'Invites somebody to work for the viewer’s partner, in one role of perhaps several. Nothing changes until the person accepts (`POST /auth/accept`). For its administrators.',
  })
  inviteMember(
    @Arg('input', () => InviteMemberInput, what) input: InviteMemberInput,
    @Ctx() context: Context,
  ) {
    return payload('member', runCommand(context, 'inviteMember', input, invite));
  }

  @Mutation(() => AddMachineAccountPayload, {
    description:
      'Invites a system of the partner’s own, which signs in by its client credentials once it has accepted (`POST /auth/accept`). For its administrators.',
  })
  addMachineAccount(
    @Arg('input', () => AddMachineAccountInput, what) input: AddMachineAccountInput,
    @Ctx() context: Context,
  ) {
    return payload('member', runCommand(context, 'addMachineAccount', input, addMachine));
  }

  @Mutation(() => SetMemberRolePayload, {
    description:
      'Gives a member another role; refused when no administrator would be left. For the partner’s administrators.',
  })
  setMemberRole(
    @Arg('input', () => SetMemberRoleInput, what) input: SetMemberRoleInput,
    @Ctx() context: Context,
  ) {
    return payload('member', runCommand(context, 'setMemberRole', input, setRole));
  }

  @Mutation(() => DeactivateMemberPayload, {
    description:
      'Lets a member sign in no more, in this role or in all; refused for the last administrator. For the partner’s administrators.',
  })
  deactivateMember(
    @Arg('input', () => DeactivateMemberInput, what) input: DeactivateMemberInput,
    @Ctx() context: Context,
  ) {
    return payload('member', runCommand(context, 'deactivateMember', input, deactivate));
  }

  @Mutation(() => ReactivateMemberPayload, {
    description: 'Lets a member sign in again. For the partner’s administrators.',
  })
  reactivateMember(
    @Arg('input', () => ReactivateMemberInput, what) input: ReactivateMemberInput,
    @Ctx() context: Context,
  ) {
    return payload('member', runCommand(context, 'reactivateMember', input, reactivate));
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { addPartner, renamePartner } from './partner.commands.js';
import { AddPartnerInput, RenamePartnerInput } from './partner.inputs.js';
import { Partner } from './partner.js';

const payloadFor = (act: string) => payloadOf(act, 'partner', () => Partner);
const AddPartnerPayload = payloadFor('addPartner');
const RenamePartnerPayload = payloadFor('renamePartner');

const what = { description: 'What to do.' };

@Resolver()
export class PartnerMutations {
  @Mutation(() => AddPartnerPayload, {
    description: 'Lets a partner take part, and invites its first administrator. For coordinators.',
  })
  addPartner(@Arg('input', () => AddPartnerInput, what) input: AddPartnerInput, @Ctx() context: Context) {
    return payload('partner', runCommand(context, 'addPartner', input, addPartner));
  }

  @Mutation(() => RenamePartnerPayload, {
    description: 'Changes the name that people know a partner by. For coordinators.',
  })
  renamePartner(
    @Arg('input', () => RenamePartnerInput, what) input: RenamePartnerInput,
    @Ctx() context: Context,
  ) {
    return payload('partner', runCommand(context, 'renamePartner', input, renamePartner));
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { extend, recordAgreement, withdraw } from './sharing.commands.js';
import {
  ExtendSharingInput,
  RecordSharingAgreementInput,
  WithdrawFromPartnerInput,
  WithdrawSharingInput,
} from './sharing.inputs.js';
import { Sharing } from './sharing.js';
import { withdrawFromPartner } from './withdrawal.commands.js';

const RecordSharingAgreementPayload = payloadOf('recordSharingAgreement', 'sharing', () => Sharing);
const ExtendSharingPayload = payloadOf('extendSharing', 'sharing', () => Sharing);
const WithdrawSharingPayload = payloadOf('withdrawSharing', 'sharing', () => Sharing);
const WithdrawFromPartnerPayload = payloadOf('withdrawFromPartner', 'sharings', () => [Sharing]);

const what = { description: 'What to do.' };

@Resolver()
export class SharingMutations {
  @Mutation(() => RecordSharingAgreementPayload, {
    description:
      'Records that a person agreed to share the file with a partner, within the viewer’s own access.',
  })
  recordSharingAgreement(
    @Arg('input', () => RecordSharingAgreementInput, what) input: RecordSharingAgreementInput,
    @Ctx() context: Context,
  ) {
    return payload('sharing', runCommand(context, 'recordSharingAgreement', input, recordAgreement));
  }

  @Mutation(() => ExtendSharingPayload, {
    description:
      'Records that a person agreed to go on sharing: a new sharing follows the old one. For the partner that granted it and the referent.',
  })
  extendSharing(
    @Arg('input', () => ExtendSharingInput, what) input: ExtendSharingInput,
    @Ctx() context: Context,
  ) {
    return payload('sharing', runCommand(context, 'extendSharing', input, extend));
  }

  @Mutation(() => WithdrawSharingPayload, {
    description:
      'Ends a sharing at once, for the person who withdraws. For the partner that has it, the one that granted it and the referent. A referral that rests on it is called off.',
  })
  withdrawSharing(
    @Arg('input', () => WithdrawSharingInput, what) input: WithdrawSharingInput,
    @Ctx() context: Context,
  ) {
    return payload('sharing', runCommand(context, 'withdrawSharing', input, withdraw));
  }

  @Mutation(() => WithdrawFromPartnerPayload, {
    description:
      'Ends all that a partner may see of a person, for the person who withdraws: agreements and what referrals gave. Referrals to the partner that are open are called off, and an agreement from before counts no more. For the partner itself, the partners that granted something, and the referent. Shows the sharings that ended.',
  })
  withdrawFromPartner(
    @Arg('input', () => WithdrawFromPartnerInput, what) input: WithdrawFromPartnerInput,
    @Ctx() context: Context,
  ) {
    return payload('sharings', runCommand(context, 'withdrawFromPartner', input, withdrawFromPartner));
  }
}

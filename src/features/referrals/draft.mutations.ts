import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { changeDraft, draft, sendDraft } from './draft.commands.js';
import { ChangeReferralDraftInput, DraftReferralInput, SendReferralDraftInput } from './draft.inputs.js';
import { Referral } from './referral.js';

const payloadFor = (act: string) => payloadOf(act, 'referral', () => Referral);
const DraftReferralPayload = payloadFor('draftReferral');
const ChangeReferralDraftPayload = payloadFor('changeReferralDraft');
const SendReferralDraftPayload = payloadFor('sendReferralDraft');

const what = { description: 'What to do.' };

@Resolver()
export class DraftMutations {
  @Mutation(() => DraftReferralPayload, {
    description: 'Begins a referral that is sent later. Until then only the sender’s partner sees it.',
  })
  draftReferral(
    @Arg('input', () => DraftReferralInput, what) input: DraftReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'draftReferral', input, draft));
  }

  @Mutation(() => ChangeReferralDraftPayload, { description: 'Changes what a draft says. For the sender.' })
  changeReferralDraft(
    @Arg('input', () => ChangeReferralDraftInput, what) input: ChangeReferralDraftInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'changeReferralDraft', input, changeDraft));
  }

  @Mutation(() => SendReferralDraftPayload, {
    description: 'Sends a draft, with the person’s agreement. For the sender; the receiver is told at once.',
  })
  sendReferralDraft(
    @Arg('input', () => SendReferralDraftInput, what) input: SendReferralDraftInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'sendReferralDraft', input, sendDraft));
  }
}

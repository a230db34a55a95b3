import { change } from '../../commands/change.js';
import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Partner } from '../partners/index.js';
import { move, take } from './advance.js';
import { checkAim, compose, dispatch } from './dispatch.js';
import type { ChangeReferralDraftInput, DraftReferralInput, SendReferralDraftInput } from './draft.inputs.js';
import { drafting } from './lifecycle.js';
import { serviceOf } from './reach.js';
import { ReferralText } from './referral-text.js';

/** Begins a referral that is sent later: only the sender’s partner knows of it. */
export async function draft(command: Command, input: DraftReferralInput): Promise<string> {
  const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
  const to = await command.find(Partner, input.to, 'to');
  const referral = await compose(command, beneficiary, to, input);
  move(command, referral, drafting, 'SENDER');
  return referral.id;
}

/** Changes what a draft says. */
export async function changeDraft(command: Command, input: ChangeReferralDraftInput): Promise<string> {
  const { referral, party, change: transition } = await take(command, input, 'CHANGE_DRAFT');
  const { purpose, priority, scope, confirmWording } = input;
  const to = input.to == null ? undefined : await command.find(Partner, input.to, 'to');
  const isElsewhere = to !== undefined && to !== referral.to;
  // Without a service, one stays with its partner.
  const service =
    input.service !== undefined || isElsewhere
      ? await serviceOf(command, to ?? referral.to, input.service)
      : undefined;
  if (purpose != null) checkWording('purpose', purpose, confirmWording);
  const text = await command.em.findOneOrFail(ReferralText, referral.id);
  const saysOther = change(text, { text: purpose == null ? undefined : tidy(purpose) });
  const aimsElsewhere = change(referral, {
    to,
    service,
    priority: priority ?? undefined,
    scope: scope ?? undefined,
  });
  if (!saysOther && !aimsElsewhere) return referral.id;
  await checkAim(command, referral);
  move(command, referral, transition, party);
  return referral.id;
}

/** Sends a draft as it is, if it may still go where it aims. */
export async function sendDraft(command: Command, input: SendReferralDraftInput): Promise<string> {
  const { referral, change } = await take(command, input, 'SEND');
  await checkAim(command, referral);
  return dispatch(command, referral, input, change);
}

import { type AnyResult, useCommand, useIdempotencyKey } from '../../hub/command.js';
import { graphql } from '../../hub/gql/index.js';
import { type SingleFlight, useSingleFlight } from '../../hub/single-flight.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { isRefusedAs } from '../../kit/refusals.js';
import type { DraftKeeper } from './draft.js';
import { contentOf, type ReferValues, type Start } from './start.js';

const SendReferralDraft = graphql(/* GraphQL */ `
  mutation SendReferralDraft($input: SendReferralDraftInput!) {
    sendReferralDraft(input: $input) {
      referral {
        id
      }
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const ReferAgain = graphql(/* GraphQL */ `
  mutation ReferAgain($input: ReferAgainInput!) {
    referAgain(input: $input) {
      referral {
        id
      }
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

/** Sends the referral with the values of the form; `sent` gets its id. */
type Sending = SingleFlight<
  [values: ReferValues, confirmed: Confirmations, sent: (referral: string) => void],
  AnyResult
>;

/** Sends the referral of the form: its draft, saved first, or a new one after a closed one. */
export function useSending({ former }: Start, { save, reread }: DraftKeeper): Sending {
  const again = useCommand(ReferAgain);
  const sendDraft = useCommand(SendReferralDraft);
  const { key: idempotencyKey } = useIdempotencyKey();

  const send: Sending['run'] = async (values, confirmed, sent) => {
    const { agreedOn, method, agreedAfterWithdrawal } = values;
    const agreement = { agreedOn, method, ...(agreedAfterWithdrawal && { agreedAfterWithdrawal }) };
    const content = contentOf(values);
    if (former) {
      const on = { referral: former.id, expectedVersion: former.version };
      const ended = await again.run({
        input: { ...on, ...content, ...agreement, ...confirmed, idempotencyKey },
      });
      if (ended.state === 'done' && ended.payload.referral) sent(ended.payload.referral.id);
      return ended;
    }
    const { confirmWording, ...others } = confirmed;
    const saved = await save(content, { ...(confirmWording && { confirmWording }) });
    if (saved.state !== 'done' || !saved.draft) return saved;
    const { id: referral, version: expectedVersion } = saved.draft;
    const ended = await sendDraft.run({ input: { referral, expectedVersion, ...agreement, ...others } });
    // The answer of an earlier attempt may have been lost on its way.
    const isSent = isRefusedAs(ended, 'STALE_VERSION') && (await reread()).isSent;
    if (ended.state !== 'done' && !isSent) return ended;
    sent(referral);
    return { state: 'done' };
  };
  return useSingleFlight(send);
}

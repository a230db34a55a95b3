import { referralWords } from '../../copy/referrals.js';
import { useCommand } from '../../hub/command.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { CommandForm } from '../../kit/command-form.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { ParagraphField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { Panel } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './referral-view.module.css';

const ReferralMessagesReferral = graphql(/* GraphQL */ `
  fragment ReferralMessages_Referral on Referral {
    id
    sentAt
    viewerCanAlso
    messages(last: 50) {
      nodes {
        id
        at
        text
        by {
          name
        }
        author {
          name
        }
      }
    }
  }
`);

const SendReferralMessage = graphql(/* GraphQL */ `
  mutation SendReferralMessage($input: SendReferralMessageInput!) {
    sendReferralMessage(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

/** The conversation of both sides, and a field for the next message. */
export function ReferralMessages({
  referral: masked,
}: {
  referral: FragmentType<typeof ReferralMessagesReferral>;
}) {
  const { id, sentAt, viewerCanAlso, messages } = read(ReferralMessagesReferral, masked);
  const text = useWords(referralWords);
  const dates = useDates();
  const command = useCommand(SendReferralMessage);
  const form = useForm({ text: '' }, ['text'], command.result);
  const run = (confirmed: Confirmations) =>
    command.run({ input: { referral: id, ...form.values, idempotencyKey: form.key, ...confirmed } });
  if (!sentAt) return null;
  return (
    <Panel title={text.messages}>
      {messages.nodes.length === 0 && <p className={css.meta}>{text.noMessages}</p>}
      <ul className={css.messages}>
        {messages.nodes.map((message) => (
          <li key={message.id} className={`${css.message} ${message.author ? css.own : ''}`}>
            <p className={css.text}>{message.text}</p>
            <p className={css.meta}>
              {[message.author?.name ?? message.by.name, dates.moment(message.at)].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {viewerCanAlso.includes('SEND_REFERRAL_MESSAGE') && (
        <CommandForm
          action={text.sendMessage}
          done={text.messageSent}
          kind="normal"
          {...{ form, command, run }}
        >
          <ParagraphField label={text.message} rows={2} maxLength={2000} required {...form.field('text')} />
        </CommandForm>
      )}
    </Panel>
  );
}

import { type FormEvent, useState } from 'react';
import { answerWords } from '../../copy/answer.js';
import { referralWords } from '../../copy/referrals.js';
import { useCommand, useIdempotencyKey } from '../../hub/command.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { announce } from '../../kit/announcer.js';
import { Button } from '../../kit/button.js';
import { Actions } from '../../kit/dialog.js';
import { ParagraphField } from '../../kit/field.js';
import { Panel } from '../../kit/page.js';
import { isRefusedAs, Refusals } from '../../kit/refusals.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './referral-view.module.css';

const ReferralMessagesReferral = graphql(/* GraphQL */ `
  fragment ReferralMessages_Referral on Referral {
    id
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
        code
        message
        path
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
  const { id, messages } = read(ReferralMessagesReferral, masked);
  const text = useWords(referralWords);
  const { confirmAsIs } = useWords(answerWords);
  const dates = useDates();
  const [draft, setDraft] = useState('');
  const { key, renew } = useIdempotencyKey();
  const command = useCommand(SendReferralMessage);
  const send = async (confirmWording: boolean) => {
    const { state } = await command.run({
      input: { referral: id, text: draft, idempotencyKey: key, confirmWording },
    });
    if (state !== 'done') return;
    setDraft('');
    renew();
    announce(text.messageSent);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
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
      <form className={css.form} noValidate onSubmit={submit}>
        <ParagraphField label={text.message} value={draft} onChange={setDraft} rows={2} required />
        <Refusals result={command.result} />
        <Actions>
          <Button type="submit" isPending={command.isRunning}>
            {text.sendMessage}
          </Button>
          {isRefusedAs(command.result, 'WORDING') && (
            <Button kind="plain" onPress={() => send(true)}>
              {confirmAsIs}
            </Button>
          )}
        </Actions>
      </form>
    </Panel>
  );
}

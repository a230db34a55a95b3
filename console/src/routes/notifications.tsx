import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { notificationKindWords, notificationWords } from '../copy/notifications.js';
import css from '../features/notifications/notifications.module.css';
import { useAnswer } from '../hub/answer.js';
import { useCommand } from '../hub/command.js';
import { graphql } from '../hub/gql/index.js';
import { announce } from '../kit/announcer.js';
import { AnswerView, Empty } from '../kit/answer-view.js';
import { Button } from '../kit/button.js';
import { CheckField } from '../kit/field.js';
import { Badge, Page } from '../kit/page.js';
import { Refusals } from '../kit/refusals.js';
import { useDates } from '../lib/dates.js';
import { useWords } from '../lib/language.js';

const NotificationsQuery = graphql(/* GraphQL */ `
  query Notifications($unreadOnly: Boolean!) {
    viewer {
      notifications(first: 100, unreadOnly: $unreadOnly) {
        nodes {
          id
          kind
          at
          readAt
          referral {
            id
            reference
            from {
              name
            }
            to {
              name
            }
          }
        }
      }
    }
  }
`);

const MarkNotificationsRead = graphql(/* GraphQL */ `
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

/** All news of the viewer, newest first, each with what it leads to. */
export function NotificationsScreen() {
  const text = useWords(notificationWords);
  const kinds = useWords(notificationKindWords);
  const dates = useDates();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const answer = useAnswer(NotificationsQuery, { unreadOnly }, { on: ['referrals'], every: 15 });
  const mark = useCommand(MarkNotificationsRead);
  const newest = answer.state === 'ready' ? answer.data.viewer.notifications.nodes[0] : undefined;
  const markAll = async () => {
    if (!newest) return;
    const { state } = await mark.run({ input: { upTo: newest.id } });
    if (state === 'done') announce(text.marked);
  };
  return (
    <Page
      title={text.title}
      aside={
        <Button onPress={markAll} isDisabled={!newest} isPending={mark.isRunning}>
          {text.markAllRead}
        </Button>
      }
    >
      <CheckField label={text.unreadOnly} checked={unreadOnly} onChange={setUnreadOnly} />
      <Refusals result={mark.result} />
      <AnswerView answer={answer} lines={8}>
        {({ viewer: { notifications } }) =>
          notifications.nodes.length === 0 ? (
            <Empty>{text.empty}</Empty>
          ) : (
            <ul className={css.list}>
              {notifications.nodes.map(({ id, kind, at, readAt, referral }) => (
                <li key={id} className={css.item}>
                  <p>
                    {referral ? (
                      <Link
                        to="/orientations/$id"
                        params={{ id: referral.id }}
                        data-line
                        onClick={() => void mark.run({ input: { notifications: [id] } })}
                      >
                        {kinds[kind]}
                      </Link>
                    ) : (
                      kinds[kind]
                    )}{' '}
                    {!readAt && <Badge tone="accent">{text.unread}</Badge>}
                  </p>
                  <p className={css.meta}>
                    {[
                      referral && `${referral.from.name} → ${referral.to.name}`,
                      referral?.reference,
                      dates.ago(at),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </AnswerView>
    </Page>
  );
}

import { useRef, useState } from 'react';
import { notificationWords } from '../copy/notifications.js';
import { NotificationLine } from '../features/notifications/notification-line.js';
import css from '../features/notifications/notifications.module.css';
import { useAnswer } from '../hub/answer.js';
import { useCommand } from '../hub/command.js';
import { graphql } from '../hub/gql/index.js';
import { useIsOffline } from '../hub/hub.js';
import type { Topic } from '../hub/live.js';
import { announce } from '../kit/announcer.js';
import { AnswerView, Empty } from '../kit/answer-view.js';
import { useArrivals } from '../kit/arrivals.js';
import { Arrived } from '../kit/arrived.js';
import { Button } from '../kit/button.js';
import { CheckField } from '../kit/field.js';
import { Page } from '../kit/page.js';
import { Refusals } from '../kit/refusals.js';
import { useWords } from '../lib/language.js';

const NotificationsQuery = graphql(/* GraphQL */ `
  query Notifications($unreadOnly: Boolean!) {
    viewer {
      notifications(first: 100, unreadOnly: $unreadOnly) {
        nodes {
          id
          ...NotificationLine_Notification
        }
      }
    }
  }
`);

const MarkNotificationsRead = graphql(/* GraphQL */ `
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

/** Sharings too: after a withdrawal, a notification shows the person no more. */
const topics: readonly Topic[] = ['notifications', 'sharings'];

/** All news of the viewer, newest first, each with what it leads to. */
export function NotificationsScreen() {
  const text = useWords(notificationWords);
  const [unreadOnly, setUnreadOnly] = useState(false);
  const answer = useAnswer(NotificationsQuery, { unreadOnly }, { on: topics });
  const list = useRef<HTMLUListElement>(null);
  const nodes = answer.state === 'ready' ? answer.data.viewer.notifications.nodes : [];
  const { shown, waiting, show } = useArrivals(nodes, list);
  const isOffline = useIsOffline();
  const mark = useCommand(MarkNotificationsRead);
  // Of those on the screen: the reader has not seen what waits.
  const newest = shown[0];
  const markAll = async () => {
    if (!newest) return;
    const { state } = await mark.run({ input: { upTo: newest.id } });
    if (state === 'done') announce(text.marked);
  };
  return (
    <Page
      title={text.title}
      aside={
        <Button onPress={markAll} isDisabled={!newest || isOffline} isPending={mark.isRunning}>
          {text.markAllRead}
        </Button>
      }
    >
      <CheckField label={text.unreadOnly} value={unreadOnly} onChange={setUnreadOnly} />
      <Refusals result={mark.result} />
      <AnswerView answer={answer} lines={8}>
        {() =>
          shown.length === 0 ? (
            <Empty>{text.empty}</Empty>
          ) : (
            <>
              <Arrived waiting={waiting} text={text} onShow={show} />
              <ul ref={list} className={css.list}>
                {shown.map((notification) => (
                  <NotificationLine
                    key={notification.id}
                    notification={notification}
                    onOpen={() => void mark.run({ input: { notifications: [notification.id] } })}
                  />
                ))}
              </ul>
            </>
          )
        }
      </AnswerView>
    </Page>
  );
}

import { Link } from '@tanstack/react-router';
import { notificationKindWords, notificationWords } from '../../copy/notifications.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Badge } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './notifications.module.css';
import { useTarget } from './target.js';

const NotificationLineNotification = graphql(/* GraphQL */ `
  fragment NotificationLine_Notification on Notification {
    kind
    at
    readAt
    target {
      __typename
      ... on Referral {
        id
        reference
        from {
          name
        }
        to {
          name
        }
      }
      ... on UnansweredReferral {
        reference
        daysWaiting
        from {
          name
        }
        to {
          name
        }
      }
      ... on LinkRequest {
        partner {
          name
        }
        beneficiary {
          id
          firstName
          lastName
        }
      }
      ... on Sharing {
        until
        partner {
          name
        }
        beneficiary {
          id
          firstName
          lastName
        }
      }
      ... on RetentionDue {
        dueOn
      }
      ... on Lot {
        number
        name
      }
      ... on CommitteeQuestion {
        overlapping
        partner {
          name
        }
      }
      ... on Webhook {
        address
      }
    }
  }
`);

interface NotificationLineProps {
  readonly notification: FragmentType<typeof NotificationLineNotification>;
  /** Called when the reader opens what the notification leads to. */
  readonly onOpen: () => void;
}

/** One notification: what happened, what it leads to, since when. */
export function NotificationLine({ notification: masked, onOpen }: NotificationLineProps) {
  const { kind, at, readAt, target } = read(NotificationLineNotification, masked);
  const text = useWords(notificationWords);
  const kinds = useWords(notificationKindWords);
  const dates = useDates();
  const { referral, person, figures, facts } = useTarget(target);
  return (
    <li className={css.item}>
      <p>
        {referral ? (
          <Link to="/orientations/$id" params={{ id: referral }} data-line onClick={onOpen}>
            {kinds[kind]}
          </Link>
        ) : person ? (
          <Link to="/personnes/$id" params={{ id: person }} search={{}} data-line onClick={onOpen}>
            {kinds[kind]}
          </Link>
        ) : figures ? (
          <Link to={figures} data-line onClick={onOpen}>
            {kinds[kind]}
          </Link>
        ) : (
          kinds[kind]
        )}{' '}
        {!readAt && <Badge tone="accent">{text.unread}</Badge>}
      </p>
      <p className={css.meta}>{[...facts, dates.ago(at)].filter(Boolean).join(' · ')}</p>
    </li>
  );
}

import { Link } from '@tanstack/react-router';
import { priorityWords, sentStatusWords, statusWords } from '../../copy/enums.js';
import { referralWords } from '../../copy/referrals.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Badge } from '../../kit/page.js';
import { isPast, useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './reception.module.css';
import { statusTone } from './status-tone.js';

export const ReferralLineReferral = graphql(/* GraphQL */ `
  fragment ReferralLine_Referral on Referral {
    id
    status
    priority
    sentAt
    answerDueAt
    from {
      id
      name
    }
    to {
      id
      name
    }
    service {
      name
    }
    beneficiary {
      firstName
      lastName
    }
    assignee {
      name
    }
  }
`);

interface ReferralLineProps {
  readonly referral: FragmentType<typeof ReferralLineReferral>;
  readonly box: 'INBOX' | 'OUTBOX';
  readonly isChosen: boolean;
}

/** One referral in the list: who, from or to whom, what it waits for, since when. */
export function ReferralLine({ referral: masked, box, isChosen }: ReferralLineProps) {
  const referral = read(ReferralLineReferral, masked);
  const text = useWords(referralWords);
  const states = useWords(box === 'INBOX' ? statusWords : sentStatusWords);
  const priorities = useWords(priorityWords);
  const dates = useDates();
  const { beneficiary, service } = referral;
  const other = box === 'INBOX' ? referral.from.name : referral.to.name;
  const facts = [other, service?.name, referral.assignee && text.assignedTo(referral.assignee.name)];
  return (
    <li>
      <Link
        to="/reception"
        search={(now) => ({ ...now, choix: referral.id })}
        className={css.line}
        aria-current={isChosen ? 'true' : undefined}
        data-line
      >
        <span className={css.person}>
          {beneficiary ? `${beneficiary.firstName} ${beneficiary.lastName}` : text.withheld}
        </span>
        <span className={css.badges}>
          {referral.priority === 'URGENT' && <Badge tone="alert">{priorities.URGENT}</Badge>}
          <Badge tone={statusTone(referral.status)}>{states[referral.status]}</Badge>
        </span>
        <span className={css.facts}>{facts.filter(Boolean).join(' · ')}</span>
        {referral.sentAt && (
          <span className={css.when}>
            {isPast(referral.answerDueAt) && <strong className={css.late}>{text.overdue} · </strong>}
            {dates.ago(referral.sentAt)}
          </span>
        )}
      </Link>
    </li>
  );
}

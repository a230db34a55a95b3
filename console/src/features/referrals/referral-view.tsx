import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { priorityWords, sentStatusWords, statusWords } from '../../copy/enums.js';
import { referralWords } from '../../copy/referrals.js';
import { useAnswer } from '../../hub/answer.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { AnswerView, Empty } from '../../kit/answer-view.js';
import { Badge, Panel } from '../../kit/page.js';
import { isPast, useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { ReferralActions } from './referral-actions.js';
import { ReferralAssignment } from './referral-assignment.js';
import { ReferralHistory } from './referral-history.js';
import { ReferralMessages } from './referral-messages.js';
import css from './referral-view.module.css';
import { statusTone } from './status-tone.js';

const ReferralViewQuery = graphql(/* GraphQL */ `
  query ReferralView($id: ID!) {
    referral(id: $id) {
      id
      ...ReferralSummary_Referral
      ...ReferralActions_Referral
      ...ReferralAssignment_Referral
      ...ReferralMessages_Referral
      ...ReferralHistory_Referral
    }
    members(first: 100) {
      nodes {
        id
        ...ReferralAssignment_Member
      }
    }
  }
`);

/** A referral, whole: who, why, what can be done, messages and history. */
export function ReferralView({ id }: { id: string }) {
  const text = useWords(referralWords);
  const answer = useAnswer(ReferralViewQuery, { id }, { on: ['referrals', 'sharings'] });
  return (
    <AnswerView answer={answer} lines={10}>
      {({ referral, members }) =>
        referral ? (
          <div className={css.view}>
            <ReferralSummary referral={referral} />
            <ReferralActions referral={referral} />
            <ReferralAssignment referral={referral} members={members.nodes} />
            <ReferralMessages referral={referral} />
            <ReferralHistory referral={referral} />
          </div>
        ) : (
          <Empty>
            <h2>{text.absentTitle}</h2>
            <p>{text.absent}</p>
            <Link to="/reception" search={{}}>
              {text.back}
            </Link>
          </Empty>
        )
      }
    </AnswerView>
  );
}

const ReferralSummaryReferral = graphql(/* GraphQL */ `
  fragment ReferralSummary_Referral on Referral {
    viewerCan
    reference
    status
    priority
    purpose
    sentAt
    answerDueAt
    expiresAt
    waitingSince
    from {
      name
    }
    to {
      name
    }
    service {
      name
    }
    beneficiary {
      id
      firstName
      lastName
      birthDate
    }
  }
`);

function ReferralSummary({ referral: masked }: { referral: FragmentType<typeof ReferralSummaryReferral> }) {
  const referral = read(ReferralSummaryReferral, masked);
  const text = useWords(referralWords);
  // To answer, for those who can.
  const states = useWords(referral.viewerCan.includes('ACCEPT') ? statusWords : sentStatusWords);
  const priorities = useWords(priorityWords);
  const dates = useDates();
  const { beneficiary, answerDueAt, waitingSince, expiresAt } = referral;
  const facts = [
    [text.answerDue, answerDueAt && dates.moment(answerDueAt)],
    [text.inStateSince, waitingSince && waitingSince !== referral.sentAt && dates.moment(waitingSince)],
    [text.expires, expiresAt && dates.date(expiresAt)],
    [text.service, referral.service?.name ?? text.noService],
    [text.reference, referral.reference],
  ] as const;
  return (
    <Panel
      title={beneficiary ? `${beneficiary.firstName} ${beneficiary.lastName}` : text.withheld}
      aside={
        <span className={css.badges}>
          {isPast(answerDueAt) && <Badge tone="alert">{text.overdue}</Badge>}
          {referral.priority === 'URGENT' && <Badge tone="alert">{priorities.URGENT}</Badge>}
          <Badge tone={statusTone(referral.status)}>{states[referral.status]}</Badge>
        </span>
      }
    >
      <p className={css.facts}>
        {[
          beneficiary && text.bornOn(dates.date(beneficiary.birthDate)),
          `${referral.from.name} → ${referral.to.name}`,
          referral.sentAt && text.sent(dates.ago(referral.sentAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <dl className={css.pairs}>
        <dt>{text.purpose}</dt>
        <dd className={css.text}>{referral.purpose || text.noPurpose}</dd>
        {facts.map(
          ([label, value]) =>
            value && (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </Fragment>
            ),
        )}
      </dl>
      {beneficiary && (
        <Link to="/personnes/$id" params={{ id: beneficiary.id }} search={{}}>
          {text.openFile}
        </Link>
      )}
    </Panel>
  );
}

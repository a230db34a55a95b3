import { statusWords } from '../../copy/enums.js';
import { referralWords } from '../../copy/referrals.js';
import type { ReferralHistory_ReferralFragment } from '../../hub/gql/graphql.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Panel } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './referral-view.module.css';

const ReferralHistoryReferral = graphql(/* GraphQL */ `
  fragment ReferralHistory_Referral on Referral {
    transitions {
      from
      to
      at
      reason
      by {
        name
      }
      member {
        name
      }
    }
  }
`);

/** Each state of the referral, oldest first: when, by whom, why. */
export function ReferralHistory({ referral }: { referral: FragmentType<typeof ReferralHistoryReferral> }) {
  const { transitions } = read(ReferralHistoryReferral, referral);
  const text = useWords(referralWords);
  const states = useWords(statusWords);
  const dates = useDates();
  return (
    <Panel title={text.history}>
      <ol className={css.history}>
        {transitions.filter(isShown).map(({ to, at, reason, by, member }) => (
          <li key={`${at} ${to}`}>
            <strong>{states[to]}</strong> {by && text.by(by.name, member?.name)}
            <p className={css.meta}>
              <time dateTime={at}>{dates.moment(at)}</time>
            </p>
            {reason && <p className={css.text}>{reason}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

type Transition = ReferralHistory_ReferralFragment['transitions'][number];

/** A draft is saved many times: only its beginning is shown. */
function isShown({ from, to }: Transition): boolean {
  return to !== 'DRAFT' || !from;
}

import { transitionWords } from '../../copy/enums.js';
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

/** Each change of the referral, oldest first: when, by whom, why. */
export function ReferralHistory({ referral }: { referral: FragmentType<typeof ReferralHistoryReferral> }) {
  const { transitions } = read(ReferralHistoryReferral, referral);
  const text = useWords(referralWords);
  const changes = useWords(transitionWords);
  const dates = useDates();
  const say = ({ from, to }: Transition) => {
    if (from === 'INFO_REQUESTED' && to === 'IN_REVIEW') return text.replied;
    if (from === 'ON_HOLD' && to === 'IN_PROGRESS') return text.resumed;
    return changes[to];
  };
  return (
    <Panel title={text.history}>
      <ol className={css.history}>
        {transitions.filter(isShown).map(({ at, reason, by, member, ...change }) => (
          <li key={`${at} ${change.to}`}>
            <strong>{say(change)}</strong> {by && text.by(by.name, member?.name)}
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

type Transition = Pick<ReferralHistory_ReferralFragment['transitions'][number], 'from' | 'to'>;

/** A draft is saved many times: only its beginning is shown. */
function isShown({ from, to }: Transition): boolean {
  return to !== 'DRAFT' || !from;
}

import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { answerWords } from '../../copy/answer.js';
import { referralWords } from '../../copy/referrals.js';
import { useAnswer } from '../../hub/answer.js';
import { graphql } from '../../hub/gql/index.js';
import { AnswerView, Empty } from '../../kit/answer-view.js';
import { useArrivals } from '../../kit/arrivals.js';
import { Arrived } from '../../kit/arrived.js';
import { Button } from '../../kit/button.js';
import { useWords } from '../../lib/language.js';
import { isFiltered, type ReceptionFilters, statesOf } from './filters.js';
import css from './reception.module.css';
import { ReferralLine } from './referral-line.js';

const ReferralListQuery = graphql(/* GraphQL */ `
  query ReferralList($box: ReferralBox!, $filter: ReferralFilter, $after: String) {
    referrals(box: $box, filter: $filter, first: 30, after: $after) {
      nodes {
        id
        ...ReferralLine_Referral
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface ReferralListProps {
  readonly filters: ReceptionFilters;
  /** The searched text; empty when nothing is searched. */
  readonly search: string;
  /** Clears the searched text. */
  readonly onClear: () => void;
  /** The id of the viewer's member, for the filter of what is assigned to them. */
  readonly member: string;
  readonly chosen: string | undefined;
}

/** The referrals of a box, newest first; new ones appear by themselves. */
export function ReferralList(props: ReferralListProps) {
  const text = useWords(referralWords);
  return (
    <section aria-label={text.list} className={css.list}>
      <ReferralPage {...props} after={undefined} />
    </section>
  );
}

/** One page of the list, and the next one when it is asked for. */
function ReferralPage(props: ReferralListProps & { after: string | undefined }) {
  const { filters, search, member, after } = props;
  const answer = useAnswer(
    ReferralListQuery,
    {
      box: filters.box,
      filter: {
        status: statesOf(filters) as never,
        priority: filters.priority ?? null,
        assignee: filters.mine ? member : null,
        overdue: filters.overdue ? true : null,
        service: filters.service ?? null,
        search: search || null,
      },
      after: after ?? null,
    },
    { on: ['referrals', 'sharings'] },
  );
  return (
    <AnswerView answer={answer} lines={8}>
      {({ referrals: { nodes, pageInfo } }) =>
        nodes.length === 0 && !after ? (
          <EmptyList {...props} />
        ) : (
          <Lines {...props} nodes={nodes} next={pageInfo.hasNextPage ? pageInfo.endCursor : null} />
        )
      }
    </AnswerView>
  );
}

type Line = Parameters<typeof ReferralLine>[0]['referral'] & { readonly id: string };

function Lines(props: ReferralListProps & { nodes: readonly Line[]; next: string | null | undefined }) {
  const { filters, chosen, nodes, next } = props;
  const text = useWords(referralWords);
  const { more } = useWords(answerWords);
  const list = useRef<HTMLUListElement>(null);
  const { shown, waiting, show } = useArrivals(nodes, list);
  const [goesOn, setGoesOn] = useState(false);
  return (
    <>
      <Arrived waiting={waiting} text={text} onShow={show} />
      <ul ref={list} className={css.lines}>
        {shown.map((node) => (
          <ReferralLine key={node.id} referral={node} box={filters.box} isChosen={node.id === chosen} />
        ))}
      </ul>
      {next && !goesOn && <Button onPress={() => setGoesOn(true)}>{more}</Button>}
      {next && goesOn && <ReferralPage {...props} after={next} />}
    </>
  );
}

function EmptyList({ filters, search, onClear }: ReferralListProps) {
  const text = useWords(referralWords);
  if (search || isFiltered(filters))
    return (
      <Empty>
        <p>{text.emptyFiltered}</p>
        <Link to="/reception" search={{}} onClick={onClear}>
          {text.clear}
        </Link>
      </Empty>
    );
  return (
    <Empty>
      <p>{filters.box === 'INBOX' ? text.emptyInbox : text.emptyOutbox}</p>
      <Link to="/personnes" search={{}}>
        {text.findPerson}
      </Link>
    </Empty>
  );
}

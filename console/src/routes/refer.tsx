import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { referWords } from '../copy/refer.js';
import { ReferForm } from '../features/refer/refer-form.js';
import { startOf } from '../features/refer/start.js';
import { useAnswer } from '../hub/answer.js';
import type { ReferQuery as ReferData } from '../hub/gql/graphql.js';
import { graphql } from '../hub/gql/index.js';
import { AnswerView, Empty } from '../kit/answer-view.js';
import { Button } from '../kit/button.js';
import { Notice } from '../kit/notice.js';
import { Page } from '../kit/page.js';
import { useWords } from '../lib/language.js';

const ReferQuery = graphql(/* GraphQL */ `
  query Refer($person: ID!, $referral: ID!, $isGiven: Boolean!) {
    viewer {
      member {
        id
      }
    }
    beneficiary(id: $person) {
      id
      firstName
      lastName
      viewerCan
      drafts: referrals(filter: { status: [DRAFT] }, first: 10) {
        nodes {
          transitions {
            member {
              id
            }
          }
          ...ReferStart_Referral
        }
      }
    }
    given: referral(id: $referral) @include(if: $isGiven) {
      beneficiary {
        id
      }
      ...ReferStart_Referral
    }
  }
`);

/** Refers a person to a service of another partner; begins with the referral in the address, or the viewer's draft. */
export function ReferScreen() {
  const { id } = useParams({ from: '/personnes/$id/orienter' });
  const { reprendre: given } = useSearch({ from: '/personnes/$id/orienter' });
  const text = useWords(referWords);
  const answer = useAnswer(
    ReferQuery,
    { person: id, referral: given ?? id, isGiven: given !== undefined },
    { on: ['sharings'], fresh: true },
  );
  return (
    <AnswerView answer={answer} lines={12}>
      {(data) => {
        if (!data.beneficiary)
          return (
            <Page title={text.documentTitle}>
              <Empty>{text.absent}</Empty>
            </Page>
          );
        if (!data.beneficiary.viewerCan.includes('SEND_REFERRAL'))
          return <Navigate to="/personnes/$id" params={{ id }} search={{}} replace />;
        return <Refer key={given} data={data} isGiven={given !== undefined} />;
      }}
    </AnswerView>
  );
}

function Refer({ data, isGiven }: { data: ReferData; isGiven: boolean }) {
  const text = useWords(referWords);
  const navigate = useNavigate();
  const { viewer, beneficiary, given } = data;
  const own = beneficiary?.drafts.nodes.find(
    ({ transitions }) => transitions[0]?.member?.id === viewer.member.id,
  );
  const [begin, setBegin] = useState(() => (isGiven ? given : own) ?? undefined);
  if (!beneficiary) return null;
  const { id, firstName, lastName } = beneficiary;
  const isAbsent = isGiven && given?.beneficiary?.id !== id;
  const start = startOf(isAbsent ? undefined : begin);
  const notice = isAbsent ? text.startAbsent : start.former ? text.again : start.draft && text.resumedTitle;
  return (
    <Page
      title={text.title(`${firstName} ${lastName}`)}
      documentTitle={text.documentTitle}
      aside={
        <Link to="/personnes/$id" params={{ id }} search={{}}>
          {text.back}
        </Link>
      }
    >
      {notice && (
        <Notice>
          {notice} {start.draft && <Button onPress={() => setBegin(undefined)}>{text.another}</Button>}
        </Notice>
      )}
      <ReferForm
        key={start.draft?.id}
        person={id}
        start={start}
        onDiscarded={() => void navigate({ to: '/personnes/$id', params: { id }, search: {} })}
      />
    </Page>
  );
}

import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { fileWords } from '../copy/file.js';
import { FollowUp } from '../features/follow-up/follow-up.js';
import { IdentityPanel } from '../features/persons/identity.js';
import { NoFile } from '../features/persons/no-file.js';
import { PathwaysPanel } from '../features/persons/pathways.js';
import css from '../features/persons/person.module.css';
import { SharingsPanel } from '../features/persons/sharings.js';
import { kindsOf } from '../features/timeline/kinds.js';
import { fileTopics, Timeline } from '../features/timeline/timeline.js';
import { type Answer, useAnswer, useLastData } from '../hub/answer.js';
import { useFileEvents } from '../hub/file.js';
import type { PersonQuery as PersonData } from '../hub/gql/graphql.js';
import { graphql } from '../hub/gql/index.js';
import { AnswerView } from '../kit/answer-view.js';
import { ErrorBoundary } from '../kit/error-boundary.js';
import { LinkButton } from '../kit/link-button.js';
import { Page } from '../kit/page.js';
import { useWords } from '../lib/language.js';

const PersonQuery = graphql(/* GraphQL */ `
  query Person($id: ID!, $kinds: [TimelineKind!]) {
    viewer {
      partner {
        id
      }
    }
    beneficiary(id: $id) {
      id
      firstName
      lastName
      viewerCan
      ...Identity_Beneficiary
      ...Sharings_Beneficiary
      ...Pathways_Beneficiary
      ...FollowUp_Beneficiary
      ...AddEntry_Beneficiary
      timeline(kinds: $kinds, first: 20) {
        ...Timeline_TimelineConnection
      }
    }
  }
`);

/** A person's file: identity, who sees it, the timeline, pathways and objectives. */
export function PersonScreen() {
  const { id } = useParams({ from: '/personnes/$id' });
  return <PersonFile key={id} id={id} />;
}

function PersonFile({ id }: { id: string }) {
  const filter = kindsOf(useSearch({ from: '/personnes/$id' }));
  useFileEvents(id);
  const answer = useAnswer(PersonQuery, { id, kinds: filter.kinds ?? null }, { on: fileTopics, fresh: true });
  // The filter changes only the timeline: the rest stays while the new answer is on its way.
  const data = useLastData(answer);
  const [wasSeen, setWasSeen] = useState(false);
  if (data?.beneficiary && !wasSeen) setWasSeen(true);
  if (!data) return <AnswerView answer={answer as Answer<never>}>{() => null}</AnswerView>;
  if (!data.beneficiary) return <NoFile wasSeen={wasSeen} />;
  return <OpenFile data={data} answer={answer} />;
}

function OpenFile({ data, answer }: { data: PersonData; answer: Answer<PersonData> }) {
  const text = useWords(fileWords);
  const filter = kindsOf(useSearch({ from: '/personnes/$id' }));
  const { beneficiary, viewer } = data;
  if (!beneficiary) return null;
  return (
    <Page
      title={`${beneficiary.firstName} ${beneficiary.lastName}`}
      documentTitle={text.documentTitle}
      aside={
        beneficiary.viewerCan.includes('SEND_REFERRAL') && (
          <LinkButton to="/personnes/$id/orienter" params={{ id: beneficiary.id }} search={{}}>
            {text.refer}
          </LinkButton>
        )
      }
    >
      <ErrorBoundary>
        <IdentityPanel person={beneficiary} />
      </ErrorBoundary>
      <div className={css.columns}>
        <ErrorBoundary>
          <Timeline
            id={beneficiary.id}
            person={beneficiary}
            filter={filter}
            answer={
              answer.state === 'ready' ? { ...answer, data: answer.data.beneficiary?.timeline } : answer
            }
          />
        </ErrorBoundary>
        <div className={css.side}>
          <ErrorBoundary>
            <PathwaysPanel person={beneficiary} />
          </ErrorBoundary>
          <FollowUp person={beneficiary} />
          <ErrorBoundary>
            <SharingsPanel person={beneficiary} own={viewer.partner.id} />
          </ErrorBoundary>
        </div>
      </div>
    </Page>
  );
}

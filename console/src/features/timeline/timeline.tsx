import { useState } from 'react';
import { answerWords } from '../../copy/answer.js';
import { timelineWords } from '../../copy/timeline.js';
import { type Answer, useAnswer } from '../../hub/answer.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import type { Topic } from '../../hub/live.js';
import { AnswerView, Empty } from '../../kit/answer-view.js';
import { Button } from '../../kit/button.js';
import { Panel } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import { AddEntry, type AddEntryBeneficiary } from './add-entry.js';
import { KindFilterBar } from './kind-filter.js';
import type { KindFilter } from './kinds.js';
import css from './timeline.module.css';
import { Month, monthOf } from './timeline-month.js';

const TimelineConnection = graphql(/* GraphQL */ `
  fragment Timeline_TimelineConnection on TimelineConnection {
    nodes {
      id
      at
      ...TimelineEntry_TimelineEntry
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

const TimelinePageQuery = graphql(/* GraphQL */ `
  query TimelinePage($id: ID!, $kinds: [TimelineKind!], $after: String) {
    beneficiary(id: $id) {
      timeline(kinds: $kinds, first: 20, after: $after) {
        ...Timeline_TimelineConnection
      }
    }
  }
`);

/** The topics that change a file. */
export const fileTopics: readonly Topic[] = ['file', 'persons', 'sharings', 'referrals'];

type Connection = FragmentType<typeof TimelineConnection>;

interface PageProps {
  /** The id of the person. */
  readonly id: string;
  readonly filter: KindFilter;
}

interface TimelineProps extends PageProps {
  readonly person: FragmentType<typeof AddEntryBeneficiary>;
  /** The first page. */
  readonly answer: Answer<Connection | undefined>;
}

/** All that happened with a person, newest first, by month; with a filter, and what can be added. */
export function Timeline({ id, person, filter, answer }: TimelineProps) {
  const text = useWords(timelineWords);
  return (
    <Panel title={text.title} aside={<AddEntry person={person} />}>
      <KindFilterBar id={id} filter={filter} />
      <div className={css.pages} key={filter.chosen.join()}>
        <AnswerView answer={answer} lines={12}>
          {(page) => page && <TimelinePage id={id} filter={filter} page={page} lastMonth={undefined} />}
        </AnswerView>
      </div>
    </Panel>
  );
}

interface TimelinePageProps extends PageProps {
  readonly page: Connection;
  /** The month with which the page before ends. */
  readonly lastMonth: string | undefined;
}

function TimelinePage({ id, filter, page, lastMonth }: TimelinePageProps) {
  const { nodes, pageInfo } = read(TimelineConnection, page);
  const text = useWords(timelineWords);
  const { more } = useWords(answerWords);
  const [goesOn, setGoesOn] = useState(false);
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  const months = [...Map.groupBy(nodes, monthOf)];
  if (months.length === 0)
    return (
      <Empty>
        <p>{filter.chosen.length > 0 ? text.emptyFiltered : text.empty}</p>
      </Empty>
    );
  return (
    <>
      {months.map(([month, entries]) => (
        <Month key={month} month={month} entries={entries} isContinued={month === lastMonth} />
      ))}
      {next && !goesOn && (
        <p>
          <Button onPress={() => setGoesOn(true)}>{more}</Button>
        </p>
      )}
      {next && goesOn && <FurtherPage id={id} filter={filter} after={next} lastMonth={months.at(-1)?.[0]} />}
    </>
  );
}

interface FurtherPageProps extends PageProps {
  readonly after: string;
  readonly lastMonth: string | undefined;
}

function FurtherPage({ id, filter, after, lastMonth }: FurtherPageProps) {
  const answer = useAnswer(
    TimelinePageQuery,
    { id, kinds: filter.kinds ?? null, after },
    { on: fileTopics, fresh: true },
  );
  return (
    <AnswerView answer={answer} lines={12}>
      {({ beneficiary }) =>
        beneficiary && (
          <TimelinePage id={id} filter={filter} page={beneficiary.timeline} lastMonth={lastMonth} />
        )
      }
    </AnswerView>
  );
}

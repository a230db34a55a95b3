import { useState } from 'react';
import { answerWords } from '../../copy/answer.js';
import { questionLogWords } from '../../copy/question-log.js';
import { useAnswer } from '../../hub/answer.js';
import type { QuestionLogQueryVariables } from '../../hub/gql/graphql.js';
import { type FragmentType, graphql } from '../../hub/gql/index.js';
import { AnswerView, Empty } from '../../kit/answer-view.js';
import { Button } from '../../kit/button.js';
import { useWords } from '../../lib/language.js';
import { FigureTable } from './figure-table.js';
import { LoggedQuestion, type LoggedQuestionEntry } from './logged-question.js';

const QuestionLogQuery = graphql(/* GraphQL */ `
  query QuestionLog($overlapping: Boolean!, $after: String) {
    committeeQuestions(overlapping: $overlapping, first: 50, after: $after) {
      nodes {
        id
        ...LoggedQuestion_CommitteeQuestion
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The questions that the viewer may see, the latest first; more of them when they are asked for. */
export function QuestionLog(variables: QuestionLogQueryVariables) {
  const text = useWords(questionLogWords);
  const answer = useAnswer(QuestionLogQuery, variables);
  return (
    <AnswerView answer={answer} lines={10}>
      {({ committeeQuestions: { nodes, pageInfo } }) =>
        nodes.length === 0 ? (
          <Empty>
            <p>{variables.overlapping ? text.noneOverlapping : text.none}</p>
          </Empty>
        ) : (
          <>
            <LogTable nodes={nodes} />
            {pageInfo.hasNextPage && <Earlier {...variables} after={pageInfo.endCursor ?? null} />}
          </>
        )
      }
    </AnswerView>
  );
}

function Earlier(variables: QuestionLogQueryVariables) {
  const { more } = useWords(answerWords);
  const [goesOn, setGoesOn] = useState(false);
  if (goesOn) return <QuestionLog {...variables} />;
  return (
    <p>
      <Button onPress={() => setGoesOn(true)}>{more}</Button>
    </p>
  );
}

type Entry = FragmentType<typeof LoggedQuestionEntry> & { readonly id: string };

function LogTable({ nodes }: { nodes: readonly Entry[] }) {
  const text = useWords(questionLogWords);
  return (
    <FigureTable
      isStacked
      label={text.title}
      columns={[text.askedAt, text.asker, text.question, text.withheld, text.series]}
    >
      {nodes.map((node) => (
        <LoggedQuestion key={node.id} entry={node} />
      ))}
    </FigureTable>
  );
}

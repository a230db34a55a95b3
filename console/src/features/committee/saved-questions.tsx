import { useState } from 'react';
import { questionWords } from '../../copy/questions.js';
import { useAnswer } from '../../hub/answer.js';
import { graphql, read } from '../../hub/gql/index.js';
import { AnswerView, Empty } from '../../kit/answer-view.js';
import { Panel } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import { DeleteQuestionDialog } from './delete-question-dialog.js';
import css from './figures.module.css';
import type { SubjectOption } from './question.js';
import { SavedQuestion, SavedQuestionAnalysis } from './saved-question.js';

const SavedQuestionsQuery = graphql(/* GraphQL */ `
  query SavedQuestions {
    savedAnalyses(first: 50) {
      nodes {
        id
        ...SavedQuestion_SavedAnalysis
      }
    }
  }
`);

/** The questions that the viewer saved, and those that are shared with the committee. */
export function SavedQuestions({ options }: { options: readonly SubjectOption[] }) {
  const text = useWords(questionWords);
  const answer = useAnswer(SavedQuestionsQuery, {});
  const [deleting, setDeleting] = useState<string>();
  return (
    <Panel title={text.savedOnes}>
      <AnswerView answer={answer} lines={3}>
        {({ savedAnalyses: { nodes } }) => {
          const toDelete = nodes.find(({ id }) => id === deleting);
          return nodes.length === 0 ? (
            <Empty>
              <p>{text.noneSaved}</p>
            </Empty>
          ) : (
            <>
              <ul className={css.saved}>
                {nodes.map((node) => (
                  <SavedQuestion
                    key={node.id}
                    saved={node}
                    options={options}
                    onDelete={() => setDeleting(node.id)}
                  />
                ))}
              </ul>
              {toDelete && (
                <DeleteQuestionDialog
                  key={toDelete.id}
                  question={read(SavedQuestionAnalysis, toDelete)}
                  onClose={() => setDeleting(undefined)}
                />
              )}
            </>
          );
        }}
      </AnswerView>
    </Panel>
  );
}

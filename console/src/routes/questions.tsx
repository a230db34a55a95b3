import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { questionWords } from '../copy/questions.js';
import { AnswerPanel } from '../features/committee/answer.js';
import { FiguresPage } from '../features/committee/figures-page.js';
import { monthsOf } from '../features/committee/months.js';
import { NoRelease } from '../features/committee/no-release.js';
import type { Question } from '../features/committee/question.js';
import { firstQuestion, questionIn, searchOf } from '../features/committee/question-address.js';
import { QuestionForm } from '../features/committee/question-form.js';
import { useSentence } from '../features/committee/question-sentence.js';
import { SavedQuestions } from '../features/committee/saved-questions.js';
import { useAnswer } from '../hub/answer.js';
import type { QuestionsQuery as QuestionsData } from '../hub/gql/graphql.js';
import { graphql } from '../hub/gql/index.js';
import { AnswerView } from '../kit/answer-view.js';
import { UnknownFilter } from '../kit/unknown-filter.js';
import { useWords } from '../lib/language.js';

const QuestionsQuery = graphql(/* GraphQL */ `
  query Questions {
    committee {
      releases {
        asOf
      }
      analysisOptions {
        subjects {
          subject
          definition
          measures {
            measure
            label
            spans {
              span
              splits
            }
          }
          dimensions {
            dimension
            label
            values {
              key
              label
            }
          }
        }
      }
    }
  }
`);

/** Asks the committee's figures: the question is in the address, so a link or the back button asks it again. */
export function QuestionsScreen() {
  const text = useWords(questionWords);
  const answer = useAnswer(QuestionsQuery, {});
  return (
    <FiguresPage title={text.title}>
      <AnswerView answer={answer} lines={12}>
        {({ committee }) =>
          committee && committee.releases.length > 0 ? <Questions {...committee} /> : <NoRelease />
        }
      </AnswerView>
    </FiguresPage>
  );
}

type Committee = NonNullable<QuestionsData['committee']>;

function Questions({ releases, analysisOptions: { subjects } }: Committee) {
  const text = useWords(questionWords);
  const navigate = useNavigate();
  const sentence = useSentence(subjects);
  const { question, unknown } = questionIn(useSearch({ from: '/chiffres/questions' }), subjects);
  const days = releases.map(({ asOf }) => asOf);
  const months = monthsOf(days);
  const first = question ?? firstQuestion(subjects, Math.floor(months.last / 12) - 1);
  const isAsked = useRef(false);
  const ask = (asked: Question) => {
    isAsked.current = true;
    // The answer scrolls itself into view.
    void navigate({ to: '/chiffres/questions', search: searchOf(asked), resetScroll: false });
  };
  const key = JSON.stringify(first);
  return (
    <>
      <UnknownFilter value={unknown}>
        <Link to="/chiffres/questions" search={{}}>
          {text.clear}
        </Link>
      </UnknownFilter>
      {first && (
        <QuestionForm
          key={key}
          first={first}
          options={subjects}
          months={months}
          releases={days}
          onAsk={ask}
        />
      )}
      {question && (
        <AnswerPanel
          key={`answer ${key}`}
          question={question}
          sentence={sentence(question)}
          isAsked={isAsked.current}
        />
      )}
      <SavedQuestions options={subjects} />
    </>
  );
}

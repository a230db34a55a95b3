import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { answerWords } from '../copy/answer.js';
import type { Answer } from '../hub/answer.js';
import { useWords } from '../lib/language.js';
import css from './answer-view.module.css';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { ReportProblem } from './report-problem.js';

interface AnswerViewProps<Data> {
  readonly answer: Answer<Data>;
  /** The number of lines of the skeleton, so that nothing jumps when the answer arrives. */
  readonly lines?: number;
  children(data: Data, refreshing: boolean): ReactNode;
}

/** Shows the state of a query: a skeleton, what went wrong, or the data. */
export function AnswerView<Data>({ answer, lines = 6, children }: AnswerViewProps<Data>) {
  switch (answer.state) {
    case 'loading':
      return <Skeleton lines={lines} />;
    case 'failed':
      return <Failure error={answer.error} again={answer.again} />;
    case 'ready':
      return children(answer.data, answer.refreshing);
  }
}

function Skeleton({ lines }: { lines: number }) {
  const { loading } = useWords(answerWords);
  return (
    <div className={css.skeleton} role="status" aria-label={loading}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={css.line} />
      ))}
    </div>
  );
}

function Failure({ error, again }: { error: CombinedError; again: () => void }) {
  const text = useWords(answerWords);
  const { graphQLErrors } = error;
  // What was asked does not exist: no fault to report, and asking again changes nothing.
  if (graphQLErrors.length > 0 && graphQLErrors.every(isOfInput))
    return <Notice isWarning>{graphQLErrors.map(({ message }) => message).join(' ')}</Notice>;
  return (
    <div className={css.notice} role="alert">
      <p>{error.networkError && !error.response ? text.unreachable : text.failed}</p>
      {graphQLErrors.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
      <p className={css.buttons}>
        <Button onPress={again}>{text.retry}</Button>
      </p>
      <ReportProblem />
    </div>
  );
}

const isOfInput = ({ extensions }: CombinedError['graphQLErrors'][number]): boolean =>
  extensions['code'] === 'BAD_USER_INPUT';

/** An empty list: what it would show, and what to do. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className={css.empty}>{children}</div>;
}

import { Component, type ReactNode } from 'react';
import { answerWords } from '../copy/answer.js';
import { useWords } from '../lib/language.js';
import { Empty } from './answer-view.js';
import { Button } from './button.js';
import { ReportProblem } from './report-problem.js';

interface Props {
  readonly children: ReactNode;
  /** The boundary forgets the error when this changes, for example the address. */
  readonly resetKey?: string;
}

interface State {
  readonly failed: boolean;
  readonly resetKey: string | undefined;
}

/** Keeps the error of one part of a screen from taking down the rest. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): Partial<State> | null {
    return resetKey === state.resetKey ? null : { failed: false, resetKey };
  }

  override render() {
    return this.state.failed ? (
      <Broken retry={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    );
  }
}

function Broken({ retry }: { retry: () => void }) {
  const text = useWords(answerWords);
  return (
    <Empty>
      <p role="alert">{text.broken}</p>
      <Button onPress={retry}>{text.retry}</Button>
      <ReportProblem />
    </Empty>
  );
}

import { type FormEvent, useState } from 'react';
import { subjectWords } from '../../copy/figures.js';
import { periodWords } from '../../copy/periods.js';
import { questionWords } from '../../copy/questions.js';
import { Button } from '../../kit/button.js';
import { CheckField, SelectField } from '../../kit/field.js';
import { Panel } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import type { MonthsWithFigures } from './drawing.js';
import css from './figures.module.css';
import { inSpan, PeriodField, SpanField } from './period-field.js';
import { fitted, measuresOf, type Question, type SubjectOption, spanOf } from './question.js';
import { SplitFields } from './question-splits.js';
import { ReleaseField } from './release-field.js';

interface QuestionFormProps {
  /** The question to begin with. */
  readonly first: Question;
  readonly options: readonly SubjectOption[];
  readonly months: MonthsWithFigures;
  /** The days of the releases, the latest first. */
  readonly releases: readonly string[];
  onAsk(question: Question): void;
}

/** A question, chosen part by part. What does not fit what was chosen before is not offered. */
export function QuestionForm({ first, options, months, releases, onAsk }: QuestionFormProps) {
  const text = useWords(questionWords);
  const periods = useWords(periodWords);
  const subjects = useWords(subjectWords);
  const optionOf = (it: Question) => options.find(({ subject: of }) => of === it.subject) as SubjectOption;
  // The address can hold a question that does not exist. The hub refuses it; here stands what is possible of it.
  const [question, setQuestion] = useState(() => fitted(first, optionOf(first)));
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const { subject, measures, from, to } = question;
  const option = optionOf(question);
  const change = (changed: Partial<Question>) => {
    const wanted = { ...question, ...changed };
    const now = fitted(wanted, optionOf(wanted));
    setQuestion(now);
    setRemoved(lost(wanted, now, option));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(question);
  };
  return (
    <Panel title={text.question}>
      <form className={css.question} noValidate onSubmit={submit}>
        <SelectField
          label={text.subject}
          value={subject}
          options={options.map((it) => [it.subject, subjects[it.subject]] as const)}
          onChange={(chosen) => change({ subject: chosen })}
        />
        <p className={css.soft}>{option.definition}</p>
        <div className={css.fields}>
          <SpanField
            value={spanOf(question)}
            onChange={(span) => change({ from: inSpan(from, span), to: inSpan(to, span) })}
          />
          <PeriodField
            label={periods.from}
            months={months}
            value={from}
            onChange={(name) => change({ from: name, ...(name > to && { to: name }) })}
          />
          <PeriodField
            label={periods.to}
            months={months}
            value={to}
            onChange={(name) => change({ to: name, ...(name < from && { from: name }) })}
          />
          <ReleaseField
            days={releases}
            value={question.release}
            onChange={(release) => change({ release })}
          />
        </div>
        <fieldset className={css.measures}>
          <legend>{text.measures}</legend>
          {measuresOf(option, spanOf(question)).map(({ measure, label }) => (
            <CheckField
              key={measure}
              label={label}
              value={measures.includes(measure)}
              onChange={(isChosen) =>
                change({
                  measures: isChosen ? [...measures, measure] : measures.filter((it) => it !== measure),
                })
              }
            />
          ))}
        </fieldset>
        <SplitFields question={question} option={option} onChange={change} />
        <p className={css.soft}>{text.limits}</p>
        <p className={css.soft} role="status">
          {removed.length > 0 && text.removed(removed.join(', '))}
        </p>
        <Button kind="main" type="submit">
          {text.ask}
        </Button>
      </form>
    </Panel>
  );
}

/** The labels of what was chosen and is not possible with the rest. Another subject begins anew. */
function lost(chosen: Question, now: Question, option: SubjectOption): string[] {
  if (option.subject !== now.subject) return [];
  const kept = [...now.by, ...now.filter.map(({ dimension }) => dimension), ...now.measures] as string[];
  const had = [
    ...chosen.by,
    ...chosen.filter.map(({ dimension }) => dimension),
    ...chosen.measures,
  ] as string[];
  const labels = [
    ...option.dimensions.map(({ dimension, label }) => [dimension, label] as const),
    ...option.measures.map(({ measure, label }) => [measure, label] as const),
  ];
  return labels.filter(([key]) => had.includes(key) && !kept.includes(key)).map(([, label]) => label);
}

import { subjectWords } from '../../copy/figures.js';
import { periodWords, spanWords } from '../../copy/periods.js';
import { questionWords } from '../../copy/questions.js';
import { useWords } from '../../lib/language.js';
import { usePeriodNames } from './period-names.js';
import { type Question, type SubjectOption, spanOf } from './question.js';

/** How a question is said in one sentence. */
export function useSentence(options: readonly SubjectOption[]): (question: Question) => string {
  const text = useWords(questionWords);
  const subjects = useWords(subjectWords);
  const spans = useWords(spanWords);
  const { range } = useWords(periodWords);
  const say = usePeriodNames();
  return (question) => {
    const { subject, measures, by, filter, from, to } = question;
    const option = options.find((it) => it.subject === subject);
    const labelOf = (name: string) =>
      option?.dimensions.find(({ dimension }) => dimension === name)?.label ?? name;
    const valueIn = (name: string, key: string) =>
      option?.dimensions.find((it) => it.dimension === name)?.values.find((it) => it.key === key)?.label ??
      key;
    const measureOf = (name: string) =>
      option?.measures.find(({ measure }) => measure === name)?.label ?? name;
    const isOne = from === to;
    return text.sentence({
      subject: subjects[subject],
      measures: measures.map((it) => small(measureOf(it))),
      by: [...(isOne ? [] : [spans[spanOf(question)]]), ...by.map(labelOf)].map(small),
      only: filter.map(({ dimension, key }) => valueIn(dimension, key)),
      period: isOne ? say(from) : range(say(from), say(to)),
    });
  };
}

const small = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

import type { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from '../../hub/gql/enums.js';
import type { AnalysisInput } from '../../hub/gql/graphql.js';
import { boundsOf, type Period, periodOf, type Span } from '../../lib/periods.js';

/* A question to the committee's figures, and what can be chosen in it. */

/** One value of a dimension. */
export interface FilterValue {
  readonly dimension: AnalysisDimension;
  readonly key: string;
}

export interface Question {
  readonly subject: AnalysisSubject;
  /** The names of the first and the last period, of one length. Several periods are split by that length. */
  readonly from: string;
  readonly to: string;
  readonly measures: readonly AnalysisMeasure[];
  readonly by: readonly AnalysisDimension[];
  readonly filter: readonly FilterValue[];
  /** The day of the release; the latest one without it. */
  readonly release: string | undefined;
}

/** A set of dimensions by which a figure can be split. */
type Split = readonly AnalysisDimension[];

/** What can be asked about a subject, as `analysisOptions` says it. */
export interface SubjectOption {
  readonly subject: AnalysisSubject;
  readonly definition: string;
  readonly measures: readonly {
    readonly measure: AnalysisMeasure;
    readonly label: string;
    readonly spans: readonly { readonly span: AnalysisDimension; readonly splits: readonly Split[] }[];
  }[];
  readonly dimensions: readonly {
    readonly dimension: AnalysisDimension;
    readonly label: string;
    readonly values: readonly { readonly key: string; readonly label: string }[];
  }[];
}

/** The length of the question's periods. */
export function spanOf({ from }: Pick<Question, 'from'>): Span {
  return (periodOf(from) as Period).span;
}

/** The measures that exist for a length of periods. */
export function measuresOf({ measures }: SubjectOption, span: Span): SubjectOption['measures'] {
  return measures.filter((it) => splitsIn(it, span).length > 0);
}

/** The dimensions by which the question can be split or filtered besides those that it has. */
export function furtherDimensions(question: Question, option: SubjectOption): SubjectOption['dimensions'] {
  const used = dimensionsOf(question);
  return option.dimensions.filter(
    ({ dimension }) => !used.includes(dimension) && isOffered(question, option, [...used, dimension]),
  );
}

/**
 * The question with what is possible of its choices: the subject counts first, then the period, the measures, the
 * splits and the filter.
 */
export function fitted(question: Question, option: SubjectOption): Question {
  const possible = measuresOf(option, spanOf(question)).map(({ measure }) => measure);
  const kept = question.measures.filter((it) => possible.includes(it));
  let fitting: Question = {
    ...question,
    measures: kept.length > 0 ? kept : possible.slice(0, 1),
    by: [],
    filter: [],
  };
  for (const dimension of question.by) {
    const more = { ...fitting, by: [...fitting.by, dimension] };
    if (isOffered(more, option, dimensionsOf(more))) fitting = more;
  }
  for (const value of question.filter) {
    const more = { ...fitting, filter: [...fitting.filter, value] };
    if (isOffered(more, option, dimensionsOf(more))) fitting = more;
  }
  return fitting;
}

/** The question as the hub takes it. */
export function inputOf(question: Question): AnalysisInput {
  const { subject, measures, by, filter, from, to, release } = question;
  const [first, last] = [periodOf(from) as Period, periodOf(to) as Period];
  return {
    subject,
    measures: [...measures],
    by: from === to ? [...by] : [first.span, ...by],
    period: boundsOf(first, last),
    filter: filter.length > 0 ? { values: filter.map((it) => ({ ...it })) } : null,
    release: release ?? null,
    first: 1000,
  };
}

function dimensionsOf({ by, filter }: Question): Split {
  return [...by, ...filter.map(({ dimension }) => dimension)];
}

/** Whether all measures of the question exist in a split. */
function isOffered(question: Question, option: SubjectOption, split: Split): boolean {
  const wanted = keyOf(split);
  return option.measures
    .filter(({ measure }) => question.measures.includes(measure))
    .every((it) => splitsIn(it, spanOf(question)).some((offered) => keyOf(offered) === wanted));
}

function splitsIn({ spans }: SubjectOption['measures'][number], span: Span): readonly Split[] {
  return spans.find((it) => it.span === span)?.splits ?? [];
}

const keyOf = (split: Split): string => [...split].sort().join();

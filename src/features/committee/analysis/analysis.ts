import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../../graphql/costs.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import { type Language } from '../../../i18n.js';
import { District } from '../../beneficiaries/index.js';
import { ActivitySum } from '../figures/activity-sum.js';
import { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from '../lattice/lists.js';
import { subjects } from '../lattice/subjects.js';
import { FigureState } from '../measures/figure-state.js';
import { PeriodInput } from '../period.js';
import { Release } from '../releases/release.js';

/** The most measures of a question. */
const mostMeasures = Math.max(...Object.values(subjects).map(({ measures }) => measures.length));

@InputType({ description: 'One value of a dimension.' })
export class AnalysisValueInput {
  @Field(() => AnalysisDimension, { description: 'The dimension; not a dimension of time.' })
  dimension!: AnalysisDimension;

  @Field(() => String, {
    description: 'The key of the value, as in `analysisOptions` and in the rows’ keys.',
  })
  key!: string;
}

@ObjectType({ description: 'One value of a dimension.' })
export class AnalysisFilterValue {
  @Field(() => AnalysisDimension, { description: 'The dimension.' })
  dimension!: AnalysisDimension;

  @Field(() => String, { description: 'The key of the value.' })
  key!: string;
}

@InputType({
  description:
    'Which rows are counted: one value of a dimension, which counts like a dimension of the question. Not several values, so that no two questions can be subtracted.',
})
export class AnalysisFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Only rows of this partner; for REFERRALS, referrals that it sent. At most one.',
  })
  partner?: string[] | null;

  @Field(() => [District], {
    nullable: true,
    description: 'Only rows of persons who live in this district. At most one.',
  })
  district?: District[] | null;

  @Field(() => [AnalysisValueInput], {
    nullable: true,
    description: 'Only rows with this value of a dimension, such as UNDER_26 or PARTNER_KIND.',
  })
  values?: AnalysisValueInput[] | null;
}

@InputType({ description: 'An ad-hoc question: a subject, measures and dimensions from closed lists.' })
export class AnalysisInput {
  @Field(() => AnalysisSubject, { description: 'What the question is about.' })
  subject!: AnalysisSubject;

  @Field(() => [AnalysisMeasure], { description: 'What is counted: at least one measure.' })
  measures!: AnalysisMeasure[];

  @Field(() => [AnalysisDimension], {
    defaultValue: [],
    description:
      'What the figures are split by: at most one dimension of time, and others as `analysisOptions` lists them. The shorter the period, the fewer.',
  })
  by!: AnalysisDimension[];

  @Field(() => PeriodInput, { description: 'The period that the question covers.' })
  period!: PeriodInput;

  @Field(() => AnalysisFilter, {
    nullable: true,
    description: 'Which rows are counted; all rows when left out.',
  })
  filter?: AnalysisFilter | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the release whose figures are shown; the latest one when left out.',
  })
  release?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 200,
    description: 'How many rows to return, at most 1,000.',
  })
  first?: number | null;
}

@ObjectType({ description: 'A column of an answer: the dimensions first, then the measures.' })
export class AnalysisColumn {
  @Field(() => String, { description: 'The name of the dimension or measure.' })
  key!: string;

  @Field(() => String, { description: 'A readable name, in the language of the request.' })
  label!: string;
}

@ObjectType({ description: 'A row of an answer: cells in the order of the columns.' })
export class AnalysisRow {
  @Field(() => [String], { nullable: 'items', description: 'The labels of the dimensions’ values.' })
  dimensions!: (string | null)[];

  @Field(() => [String], { description: 'The keys of the dimensions’ values, which a filter takes.' })
  keys!: string[];

  @Field(() => [Float], {
    nullable: 'items',
    description:
      'The values of the measures. Null when the value is withheld, or when it does not exist, such as a median that is not reached.',
  })
  measures!: (number | null)[];

  @Field(() => [Float], {
    nullable: 'items',
    description:
      'For each measure, half the width of the interval that holds the true value with 95 %; 0 when it is exact, null when it is not shown.',
  })
  margins!: (number | null)[];

  @Field(() => [FigureState], {
    description: 'For each measure, whether it is shown, and if not, why not.',
  })
  states!: FigureState[];

  @Field(() => [Boolean], { description: 'For each measure, whether it is withheld.' })
  withheld!: boolean[];

  @AtMost(mostMeasures)
  @Field(() => [ActivitySum], {
    nullable: true,
    description:
      'For each measure, the figure together with those of partners’ own systems. Null when no such system took part in the period, and for splits by partner or company.',
  })
  withPartners?: ActivitySum[] | null;
}

/** The answer to an ad-hoc question. Seen by the steering committee. */
@ObjectType({
  description: 'The answer to an ad-hoc question. Small counts are withheld. Seen by the steering committee.',
})
export class Analysis {
  @Field(() => Release, { description: 'The release whose figures are shown.' })
  release!: Release;

  @Field(() => [AnalysisColumn], { description: 'The columns.' })
  columns!: AnalysisColumn[];

  @Field(() => [AnalysisRow], {
    description: 'The rows: one for each combination of the dimensions’ values.',
  })
  rows!: AnalysisRow[];

  @Field(() => Int, { description: 'The number of all rows, including those beyond `first`.' })
  totalRows!: number;

  @Field(() => Int, {
    description: 'The number of withheld cells: cells that are too small, or whose margin is too large.',
  })
  withheldCells!: number;

  @Field(() => String, { description: 'What was counted and how the figures are protected.' })
  definition!: string;

  @Field(() => DateTimeScalar, { description: 'When the data of the release were read.' })
  dataAsOf!: Date | string;

  /** What was asked, in words, for the export; absent from answers that were stored without it. */
  asked?: readonly (readonly [title: string, text: string])[];

  /** The language of the texts. A stored answer is exported in the language in which it was stored. */
  language!: Language;
}

import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { type Language } from '../../../i18n.js';
import { District } from '../../beneficiaries/index.js';
import { PeriodInput } from '../period.js';
import { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from './lists.js';

@InputType({ description: 'Which rows are counted.' })
export class AnalysisFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Only rows of these partners; for REFERRALS, referrals that these partners sent.',
  })
  partner?: string[] | null;

  @Field(() => [District], {
    nullable: true,
    description: 'Only rows of persons who live in these districts.',
  })
  district?: District[] | null;
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
      'What the figures are split by: at most three dimensions, at most one of them a dimension of time.',
  })
  by!: AnalysisDimension[];

  @Field(() => PeriodInput, { description: 'The period that the question covers.' })
  period!: PeriodInput;

  @Field(() => AnalysisFilter, {
    nullable: true,
    description: 'Which rows are counted; all rows when left out.',
  })
  filter?: AnalysisFilter | null;

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

  @Field(() => [Float], {
    nullable: 'items',
    description:
      'The values of the measures. Null when the value is withheld, or when it does not exist, such as a median that is not reached.',
  })
  measures!: (number | null)[];

  @Field(() => [Boolean], { description: 'For each measure, whether it is withheld.' })
  withheld!: boolean[];
}

/** The answer to an ad-hoc question. Seen by the steering committee. */
@ObjectType({
  description: 'The answer to an ad-hoc question. Small counts are withheld. Seen by the steering committee.',
})
export class Analysis {
  @Field(() => [AnalysisColumn], { description: 'The columns.' })
  columns!: AnalysisColumn[];

  @Field(() => [AnalysisRow], {
    description: 'The rows: one for each combination of the dimensions’ values.',
  })
  rows!: AnalysisRow[];

  @Field(() => Int, { description: 'The number of all rows, including those beyond `first`.' })
  totalRows!: number;

  @Field(() => Int, {
    description:
      'The number of withheld cells: cells that are too small, and cells that are withheld to protect them.',
  })
  withheldCells!: number;

  @Field(() => String, { description: 'What was counted and how the figures are protected.' })
  definition!: string;

  @Field(() => DateTimeScalar, {
    description: 'When the oldest of the facts behind the answer was computed.',
  })
  dataAsOf!: Date;

  /** The language of the texts. A stored answer is exported in the language in which it was stored. */
  language!: Language;
}

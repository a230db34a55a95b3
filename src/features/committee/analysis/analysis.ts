import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { type Language } from '../../../i18n.js';
import { District } from '../../beneficiaries/index.js';
import { PeriodInput } from '../period.js';
import { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from './lists.js';

@InputType({ description: 'Which rows.' })
export class AnalysisFilter {
  @Field(() => [ID], { nullable: true, description: 'Of these partners; for REFERRALS, sent by these.' })
  partner?: string[] | null;

  @Field(() => [District], { nullable: true, description: 'Of persons who live here.' })
  district?: District[] | null;
}

@InputType({ description: 'An ad-hoc question, from closed lists.' })
export class AnalysisInput {
  @Field(() => AnalysisSubject, { description: 'What it is about.' })
  subject!: AnalysisSubject;

  @Field(() => [AnalysisMeasure], { description: 'What is counted, at least one.' })
  measures!: AnalysisMeasure[];

  @Field(() => [AnalysisDimension], {
    defaultValue: [],
    description: 'What it is split by, at most three, of which at most one is of time.',
  })
  by!: AnalysisDimension[];

  @Field(() => PeriodInput, { description: 'When.' })
  period!: PeriodInput;

  @Field(() => AnalysisFilter, { nullable: true, description: 'Which rows; all unless said otherwise.' })
  filter?: AnalysisFilter | null;

  @Field(() => Int, { nullable: true, defaultValue: 200, description: 'How many rows, at most 1,000.' })
  first?: number | null;
}

@ObjectType({ description: 'A column of an answer: the dimensions first, then the measures.' })
export class AnalysisColumn {
  @Field(() => String, { description: 'The dimension’s or measure’s name.' })
  key!: string;

  @Field(() => String, { description: 'Its name for people, in the language of the request.' })
  label!: string;
}

@ObjectType({ description: 'A row of an answer: cells in the order of the columns.' })
export class AnalysisRow {
  @Field(() => [String], { nullable: 'items', description: 'The dimensions’ labels.' })
  dimensions!: (string | null)[];

  @Field(() => [Float], {
    nullable: 'items',
    description: 'The measures; null when withheld, or when there is no such figure: a median not reached.',
  })
  measures!: (number | null)[];

  @Field(() => [Boolean], { description: 'For each measure, whether it is withheld.' })
  withheld!: boolean[];
}

/** The answer to an ad-hoc question. Seen by the steering committee. */
@ObjectType({
  description: 'The answer to an ad-hoc question, small counts withheld. Seen by the steering committee.',
})
export class Analysis {
  @Field(() => [AnalysisColumn], { description: 'The columns.' })
  columns!: AnalysisColumn[];

  @Field(() => [AnalysisRow], { description: 'The rows, every combination of the dimensions.' })
  rows!: AnalysisRow[];

  @Field(() => Int, { description: 'How many rows there are, beyond `first` too.' })
  totalRows!: number;

  @Field(() => Int, {
    description: 'How many cells are withheld, for being too small or for protecting one that is.',
  })
  withheldCells!: number;

  @Field(() => String, { description: 'What was counted and how it is protected.' })
  definition!: string;

  @Field(() => DateTimeScalar, { description: 'When the oldest of the facts behind it was made.' })
  dataAsOf!: Date;

  /** Of its texts: what was kept in one language is exported in it. */
  language!: Language;
}

import { Field, Int, ObjectType } from 'type-graphql';
import type { Context } from '../../../context.js';
import { AtMost } from '../../../graphql/costs.js';
import type { Language } from '../../../i18n.js';
import { readDirectories, valuesOf } from '../directories.js';
import { dimensionLabels, measureLabels, subjectDefinitions } from '../lattice/labels.js';
import { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from '../lattice/lists.js';
import { allSubjects, type Span, spans, subjects } from '../lattice/subjects.js';
import { splitsOfMeasure } from '../measures/measures.js';

/** The longest of the lists that each subject has. */
const longest = (list: 'measures' | 'dimensions'): number =>
  Math.max(...allSubjects.map((subject) => subjects[subject][list].length));

@ObjectType({ description: 'A value of a dimension.' })
export class AnalysisValue {
  @Field(() => String, { description: 'The key, which a filter takes.' })
  key!: string;

  @Field(() => String, { description: 'A readable name, in the language of the request.' })
  label!: string;
}

@ObjectType({ description: 'A dimension of a subject.' })
export class DimensionOption {
  @Field(() => AnalysisDimension, { description: 'The dimension.' })
  dimension!: AnalysisDimension;

  @Field(() => String, { description: 'A readable name, in the language of the request.' })
  label!: string;

  @Field(() => [AnalysisValue], { description: 'Its values.' })
  values!: AnalysisValue[];
}

@ObjectType({ description: 'The splits in which a measure exists for the periods of a span.' })
export class MeasureSplits {
  @Field(() => AnalysisDimension, { description: 'The span: MONTH, QUARTER, HALF_YEAR or YEAR.' })
  span!: AnalysisDimension;

  @Field(() => [[AnalysisDimension]], {
    description: 'The sets of dimensions, those of the filter included; an empty set is the total.',
  })
  splits!: AnalysisDimension[][];
}

@ObjectType({ description: 'A measure of a subject.' })
export class MeasureOption {
  @Field(() => AnalysisMeasure, { description: 'The measure.' })
  measure!: AnalysisMeasure;

  @Field(() => String, { description: 'A readable name, in the language of the request.' })
  label!: string;

  @AtMost(Object.keys(spans).length)
  @Field(() => [MeasureSplits], { description: 'How it can be split, for each span of time.' })
  spans!: MeasureSplits[];
}

@ObjectType({ description: 'What can be asked about a subject.' })
export class SubjectOption {
  @Field(() => AnalysisSubject, { description: 'The subject.' })
  subject!: AnalysisSubject;

  @Field(() => String, { description: 'What is counted, in the language of the request.' })
  definition!: string;

  @Field(() => Int, { description: 'The days after a period’s end before it is drawn.' })
  consolidationDays!: number;

  @AtMost(longest('measures'))
  @Field(() => [MeasureOption], { description: 'Its measures.' })
  measures!: MeasureOption[];

  @AtMost(longest('dimensions'))
  @Field(() => [DimensionOption], { description: 'Its dimensions, without those of time.' })
  dimensions!: DimensionOption[];
}

@ObjectType({ description: 'What can be asked: the closed lists of a question, in machine-readable form.' })
export class AnalysisOptions {
  @AtMost(allSubjects.length)
  @Field(() => [SubjectOption], { description: 'The subjects.' })
  subjects!: SubjectOption[];
}

/** What can be asked, with labels in the language of the request. */
export async function analysisOptions(context: Context): Promise<AnalysisOptions> {
  const { language } = context;
  const directories = await readDirectories(context);
  return {
    subjects: allSubjects.map((subject) => ({
      subject,
      definition: subjectDefinitions[subject][language],
      consolidationDays: subjects[subject].consolidationDays,
      measures: subjects[subject].measures.map((measure) => measureOption(subject, measure, language)),
      dimensions: subjects[subject].dimensions.map((dimension) => ({
        dimension,
        label: dimensionLabels[dimension][language],
        values: valuesOf(subject, dimension, directories, language),
      })),
    })),
  };
}

function measureOption(
  subject: AnalysisSubject,
  measure: AnalysisMeasure,
  language: Language,
): MeasureOption {
  return {
    measure,
    label: measureLabels[measure][language],
    spans: (Object.keys(spans) as Span[]).map((span) => ({
      span,
      splits: splitsOfMeasure(subject, measure, span).map((split) => [...split]),
    })),
  };
}

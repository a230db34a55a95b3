import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../access/context.js';
import { Analysis } from '../analysis/analysis.js';
import { ask } from '../asked.js';
import type { Indicator } from '../indicator.js';
import { indicatorsOf } from '../indicators.js';
import type { PeriodInput } from '../period.js';
import { sharedOnes } from '../saved/saved.queries.js';

@ObjectType({
  description: 'A shared question and its answer, as presented. Seen by the steering committee.',
})
export class SnapshotAnalysis {
  @Field(() => String, { description: 'What it asks.' })
  title!: string;

  @Field(() => Analysis, { description: 'The answer, as it was.' })
  analysis!: Analysis;
}

/** What the committee is shown of a year: labels, definitions and withheld marks with the figures. */
export interface Presented {
  readonly indicators: readonly Indicator[];
  readonly analyses: readonly SnapshotAnalysis[];
}

/** The indicators of a year, and the answers to all shared questions, asked of that year. */
export async function presented(period: PeriodInput, context: Context): Promise<Presented> {
  const indicators = await indicatorsOf(period, context);
  const analyses: SnapshotAnalysis[] = [];
  for (const { title, question } of await sharedOnes(context)) {
    analyses.push({ title, analysis: await ask({ ...question, period }, context) });
  }
  return { indicators, analyses };
}

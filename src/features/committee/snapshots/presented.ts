import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../context.js';
import { ClientError } from '../../../graphql/errors.js';
import { Analysis, type AnalysisInput } from '../analysis/analysis.js';
import { questionOf } from '../analysis/question.js';
import type { Indicator } from '../indicator.js';
import { indicatorsOf } from '../indicators.js';
import type { PeriodInput } from '../period.js';
import { ask } from '../questions/ask.js';
import { readRelease } from '../releases/read-release.js';
import { sharedAnalyses } from '../saved/saved.queries.js';

@ObjectType({
  description: 'A shared question and its answer, as presented. Seen by the steering committee.',
})
export class SnapshotAnalysis {
  @Field(() => String, { description: 'The title of the question.' })
  title!: string;

  @Field(() => Analysis, { description: 'The answer as it was presented.' })
  analysis!: Analysis;
}

/** The presented figures of a year, with their labels, definitions and withheld marks. */
export interface Presented {
  readonly indicators: readonly Indicator[];
  readonly analyses: readonly SnapshotAnalysis[];
}

/**
 * The indicators of a year, and the answers to all shared questions with their period set to that year, all from one
 * release. A question that was saved when the lattice had more splits is left out, so that it does not prevent every
 * snapshot.
 * @param asOf the day of the release; the latest one if left out
 * @throws a client's error when there is no such release
 */
export async function presented(
  period: PeriodInput,
  asOf: string | null | undefined,
  context: Context,
): Promise<Presented> {
  const { asOf: release } = await readRelease(asOf, context);
  const indicators = await indicatorsOf(period, release, context);
  const analyses: SnapshotAnalysis[] = [];
  for (const { title, question } of await sharedAnalyses(context)) {
    const yearly = { ...question, period, release };
    if (canBeAsked(yearly)) analyses.push({ title, analysis: await ask(yearly, context) });
  }
  return { indicators, analyses };
}

function canBeAsked(question: AnalysisInput): boolean {
  try {
    questionOf(question);
    return true;
  } catch (error) {
    if (error instanceof ClientError) return false;
    throw error;
  }
}

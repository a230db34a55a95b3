import { Arg, Ctx, FieldResolver, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { committeeReaders } from '../../access/role.js';
import { Costs } from '../../graphql/costs.js';
import { Analysis, AnalysisInput } from './analysis/analysis.js';
import { ask } from './committee-question.js';
import { indicatorsCsv } from './export/tables.js';
import { Indicator } from './indicator.js';
import { indicatorsOf } from './indicators.js';
import { partnerNames } from './partner-names.js';
import { PeriodInput } from './period.js';
import { findSavedAnalysis } from './saved/saved.queries.js';
import { Snapshot, snapshots } from './snapshots/snapshot.js';
import { workOfCommittee } from './work.js';

/** What the steering committee sees: the activity of all partners, never a person. */
@ObjectType({
  description:
    'What the steering committee sees: the activity of all partners, never a person. Null for other members.',
})
export class Committee {}

const PeriodArg = () =>
  Arg('period', () => PeriodInput, { description: 'A month, a quarter, a half-year or whole years.' });

@Resolver(() => Committee)
export class CommitteeResolver {
  @Query(() => Committee, {
    nullable: true,
    description:
      'The committee’s view. Null unless the viewer is a member of the steering committee or the town’s coordinator.',
  })
  committee(@Ctx() { viewer }: Context): Committee | null {
    return committeeReaders.includes(viewer.role) ? new Committee() : null;
  }

  @FieldResolver(() => [Indicator], {
    description: 'Every indicator of the registry, computed from the rows of the period.',
  })
  indicators(@PeriodArg() period: PeriodInput, @Ctx() context: Context): Promise<Indicator[]> {
    return indicatorsOf(period, context);
  }

  @FieldResolver(() => Analysis, {
    description: 'Answers an ad-hoc question from closed lists. Small counts are withheld.',
  })
  analysis(
    @Arg('input', () => AnalysisInput, { description: 'The question.' }) input: AnalysisInput,
    @Ctx() context: Context,
  ): Promise<Analysis> {
    return ask(input, context);
  }

  @FieldResolver(() => Analysis, {
    nullable: true,
    description:
      'Asks a saved question again. Null when the question does not exist or the viewer may not see it.',
  })
  async savedAnalysis(
    @Arg('id', () => ID, { description: 'The id of a saved question.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Analysis | null> {
    const saved = await findSavedAnalysis(id, context);
    return saved ? ask(saved.question, context) : null;
  }

  @FieldResolver(() => [Snapshot], { description: 'The snapshots, the latest year first.' })
  snapshots(@Ctx() context: Context): Promise<Snapshot[]> {
    return snapshots(context);
  }

  @FieldResolver(() => String, {
    description:
      'The indicators as CSV for the French Excel: for each indicator, a line for the whole town, then one for each partner.',
  })
  @Costs(workOfCommittee.csv)
  async indicatorsCsv(@PeriodArg() period: PeriodInput, @Ctx() context: Context): Promise<string> {
    const indicators = await indicatorsOf(period, context);
    return indicatorsCsv(indicators, await partnerNames(context), context.language);
  }
}

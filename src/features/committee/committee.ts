import { Arg, Ctx, FieldResolver, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { committeeReaders } from '../../access/role.js';
import { Costs } from '../../graphql/costs.js';
import { Analysis, AnalysisInput } from './analysis/analysis.js';
import { ask } from './asked.js';
import { indicatorsCsv } from './export/tables.js';
import { Indicator } from './indicator.js';
import { indicatorsOf } from './indicators.js';
import { partnerNames } from './partner-names.js';
import { PeriodInput } from './period.js';
import { savedBy } from './saved/saved.queries.js';
import { Snapshot, snapshots } from './snapshots/snapshot.js';
import { workOfCommittee } from './work.js';

/** What the steering committee sees: all partners together, and no person. */
@ObjectType({
  description: 'What the steering committee sees: all partners’ activity, never a person. Null to others.',
})
export class Committee {}

const PeriodArg = () =>
  Arg('period', () => PeriodInput, { description: 'When: a month, a quarter, a half-year, or whole years.' });

@Resolver(() => Committee)
export class CommitteeResolver {
  @Query(() => Committee, {
    nullable: true,
    description:
      'The committee’s view. Null unless the viewer sits on the steering committee, or coordinates the town.',
  })
  committee(@Ctx() { viewer }: Context): Committee | null {
    return committeeReaders.includes(viewer.role) ? new Committee() : null;
  }

  @FieldResolver(() => [Indicator], {
    description: 'Each indicator of the registry, recomputed from the rows for the period.',
  })
  indicators(@PeriodArg() period: PeriodInput, @Ctx() context: Context): Promise<Indicator[]> {
    return indicatorsOf(period, context);
  }

  @FieldResolver(() => Analysis, {
    description: 'An ad-hoc question, from closed lists; small counts are withheld.',
  })
  analysis(
    @Arg('input', () => AnalysisInput, { description: 'The question.' }) input: AnalysisInput,
    @Ctx() context: Context,
  ): Promise<Analysis> {
    return ask(input, context);
  }

  @FieldResolver(() => Analysis, {
    nullable: true,
    description: 'A saved question, asked again. Null when it is absent or not for the viewer.',
  })
  async savedAnalysis(
    @Arg('id', () => ID, { description: 'The id of a saved question.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Analysis | null> {
    const saved = await savedBy(id, context);
    return saved ? ask(saved.question, context) : null;
  }

  @FieldResolver(() => [Snapshot], { description: 'The snapshots taken, the latest year first.' })
  snapshots(@Ctx() context: Context): Promise<Snapshot[]> {
    return snapshots(context);
  }

  @FieldResolver(() => String, {
    description: 'The indicators as CSV for a French Excel: a line for the town, then one for each partner.',
  })
  @Costs(workOfCommittee.csv)
  async indicatorsCsv(@PeriodArg() period: PeriodInput, @Ctx() context: Context): Promise<string> {
    const indicators = await indicatorsOf(period, context);
    return indicatorsCsv(indicators, await partnerNames(context), context.language);
  }
}

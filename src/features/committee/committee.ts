import { Arg, Ctx, FieldResolver, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { committeeReaders } from '../../access/role.js';
import type { Context } from '../../context.js';
import { Costs } from '../../graphql/costs.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Analysis, AnalysisInput } from './analysis/analysis.js';
import { AnalysisOptions, analysisOptions } from './analysis/options.js';
import { ClosedYearInfo, closedYears } from './closed-years/closed-year.js';
import { partnerNames } from './directories.js';
import { indicatorsCsv } from './export/tables.js';
import { Indicator } from './indicator.js';
import { indicatorsOf } from './indicators.js';
import { PeriodInput } from './period.js';
import { CommitteeProtection, currentProtection } from './protection/protection.js';
import { ask } from './questions/ask.js';
import { dueReleases } from './releases/due-releases.js';
import { readReleases } from './releases/read-release.js';
import { DueRelease, Release, releaseOf } from './releases/release.js';
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
  Arg('period', () => PeriodInput, { description: 'A calendar month, quarter, half-year or year.' });

const ReleaseArg = () =>
  Arg('release', () => DateScalar, {
    nullable: true,
    description: 'The day of the release whose figures are shown; the latest one when left out.',
  });

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

  @Query(() => CommitteeProtection, {
    nullable: true,
    description:
      'How the committee’s figures are protected. Null until the town’s data protection officer has chosen it. Seen by every member.',
  })
  committeeProtection(@Ctx() context: Context): Promise<CommitteeProtection | null> {
    return currentProtection(context);
  }

  @FieldResolver(() => [Indicator], {
    description: 'Every indicator of the registry in a period, as a release shows it.',
  })
  indicators(
    @PeriodArg() period: PeriodInput,
    @ReleaseArg() release: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Indicator[]> {
    return indicatorsOf(period, release, context);
  }

  @FieldResolver(() => [Release], {
    description: 'The releases that were made, the latest first. Figures are read from one of them.',
  })
  async releases(@Ctx() context: Context): Promise<Release[]> {
    return (await readReleases(context)).map(releaseOf);
  }

  @FieldResolver(() => [DueRelease], {
    description: 'The releases that are due and being made, or were missed; the latest first.',
  })
  async dueReleases(@Ctx() { database }: Context): Promise<DueRelease[]> {
    const { missing } = await dueReleases(database);
    return missing.map((asOf) => ({ asOf }));
  }

  @FieldResolver(() => [ClosedYearInfo], {
    description: 'The closed years with their corrections, the latest year first.',
  })
  closedYears(@Ctx() context: Context): Promise<ClosedYearInfo[]> {
    return closedYears(context);
  }

  @FieldResolver(() => AnalysisOptions, {
    description: 'What can be asked: each subject with its measures, its dimensions and their splits.',
  })
  analysisOptions(@Ctx() context: Context): Promise<AnalysisOptions> {
    return analysisOptions(context);
  }

  @FieldResolver(() => Analysis, {
    description: 'Answers an ad-hoc question from closed lists. Small counts are withheld.',
  })
  @Costs(workOfCommittee.analysis)
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
  @Costs(workOfCommittee.analysis)
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
  async indicatorsCsv(
    @PeriodArg() period: PeriodInput,
    @ReleaseArg() release: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<string> {
    const indicators = await indicatorsOf(period, release, context);
    return indicatorsCsv(indicators, period, await partnerNames(context), context.language);
  }
}

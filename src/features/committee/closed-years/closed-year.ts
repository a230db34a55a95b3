import { Field, Int, ObjectType } from 'type-graphql';
import { databaseRoleOf } from '../../../access/viewer.js';
import type { Context } from '../../../context.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { AnalysisSubject } from '../lattice/lists.js';
import { committeeSession } from '../releases/read-release.js';

@ObjectType({
  description: 'The final figures of a subject in a closed year. Seen by the steering committee.',
})
export class ClosedYearInfo {
  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => AnalysisSubject, { description: 'The subject.' })
  subject!: AnalysisSubject;

  @Field(() => Int, { description: '0 for the closing; then the number of the correction.' })
  revision!: number;

  @Field(() => DateTimeScalar, { description: 'When the figures were made final.' })
  madeAt!: Date | string;

  @Field(() => String, { nullable: true, description: 'Why they were corrected; null for the closing.' })
  reason!: string | null;
}

const columns = 'year, subject, revision, made_at as "madeAt", reason';

/** All closings and corrections, the latest year first. */
export async function closedYears({ database }: Pick<Context, 'database'>): Promise<ClosedYearInfo[]> {
  const text = `select ${columns} from committee.closed_year order by year desc, subject, revision desc`;
  const [rows = []] = await database.reader.read(committeeSession, [{ text, values: [] }]);
  return rows as unknown as ClosedYearInfo[];
}

/** The closings and corrections with these keys, with the rights of the coordinator who made them. */
export async function closedYearsById(
  ids: readonly string[],
  { database, viewer }: Pick<Context, 'database' | 'viewer'>,
): Promise<ClosedYearInfo[]> {
  const text = `select ${columns} from committee_closed_year where id = any ($1) order by subject`;
  const [rows = []] = await database.reader.read(databaseRoleOf(viewer), [{ text, values: [ids] }]);
  return rows as unknown as ClosedYearInfo[];
}

import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { databaseRoleOf } from '../../../access/viewer.js';
import type { Context } from '../../../context.js';
import { globalId } from '../../../graphql/ids.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { Indicator } from '../indicator.js';
import { type Presented, SnapshotAnalysis } from './presented.js';

/** The figures of a year as they were presented. The stored figures are shown, even if rows change later. */
@ObjectType({
  description:
    'The figures of a year as they were presented. Later changes to the rows do not change them. Seen by the steering committee.',
})
export class Snapshot {
  @Field(() => ID, { description: 'The snapshot’s id, opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'The calendar year of the figures.' })
  year!: number;

  @Field(() => String, { description: 'The snapshot’s title.' })
  title!: string;

  @Field(() => DateTimeScalar, { description: 'When the snapshot was taken.' })
  takenAt!: string;
}

interface SnapshotRow extends Omit<Snapshot, 'id' | 'takenAt'> {
  readonly id: string;
  readonly taken_at: string;
}

/** All snapshots or the snapshot with the key, the latest year first. Empty unless the viewer reads the committee. */
export async function snapshots({ database, viewer }: Context, key?: string): Promise<Snapshot[]> {
  const text = `select id, year, title, to_json(taken_at) as taken_at from committee_snapshot
    where $1::uuid is null or id = $1 order by year desc, committee_snapshot.taken_at desc`;
  const [rows = []] = await database.reader.read(databaseRoleOf(viewer), [{ text, values: [key ?? null] }]);
  return (rows as unknown as SnapshotRow[]).map(({ id, taken_at, ...row }) => ({
    ...row,
    id: globalId('Snapshot', id),
    takenAt: taken_at,
  }));
}

/** The content of a snapshot. It is large, so it is read only when it is selected. */
@Resolver(() => Snapshot)
export class SnapshotContent {
  @FieldResolver(() => [Indicator], { description: 'The indicators as they were presented.' })
  async indicators(@Root() snapshot: Snapshot, @Ctx() context: Context): Promise<readonly Indicator[]> {
    return (await contentOf(snapshot, 'indicators', context)) as Presented['indicators'];
  }

  @FieldResolver(() => [SnapshotAnalysis], {
    description: 'The shared questions for the year and their answers, as they were presented.',
  })
  async analyses(@Root() snapshot: Snapshot, @Ctx() context: Context): Promise<readonly SnapshotAnalysis[]> {
    return (await contentOf(snapshot, 'analyses', context)) as Presented['analyses'];
  }
}

async function contentOf(
  { id }: Snapshot,
  part: keyof Presented,
  { database, viewer }: Context,
): Promise<unknown> {
  const text = 'select content -> $2::text as part from committee_snapshot where id = $1';
  const values = [id.slice(globalId('Snapshot', '').length), part];
  const [[row] = []] = await database.reader.read(databaseRoleOf(viewer), [{ text, values }]);
  return row?.['part'] ?? [];
}

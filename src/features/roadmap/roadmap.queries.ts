import { Args, ArgsType, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { keyOf } from '../../graphql/ids.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import { sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { RoadmapItem, RoadmapState } from './roadmap-item.js';

@InputType({ description: 'Which items of the roadmap are returned.' })
class RoadmapFilter {
  @Field(() => [RoadmapState], { nullable: true, description: 'Only items in one of these states.' })
  state?: RoadmapState[] | null;

  @Field(() => ID, { nullable: true, description: 'Only items for which this partner is responsible.' })
  owner?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Only items due before this day.' })
  dueBefore?: string | null;
}

@ArgsType()
class RoadmapArgs extends PageArgs {
  @Field(() => RoadmapFilter, { nullable: true, description: 'Which items are returned.' })
  filter?: RoadmapFilter | null;
}

const RoadmapItemConnection = connectionOf('RoadmapItem', () => RoadmapItem, true);
const byDue = orderBy('ROADMAP_DUE', { dueOn: 'date', id: 'uuid' });

@Resolver()
export class RoadmapQueries {
  @Query(() => RoadmapItemConnection, {
    description: 'The roadmap, by the day on which the items are due. Seen by every member.',
  })
  @Reads()
  roadmap(@Args() { filter }: RoadmapArgs): RowQuery {
    const { state, owner, dueBefore } = filter ?? {};
    const ownerKey = owner == null ? undefined : keyOf('Partner', owner, ['filter', 'owner']);
    return selectMany(
      RoadmapItem,
      byDue,
      (item) => (state ? sql`${item.column('state')} = any(${state}::roadmap_state[])` : undefined),
      (item) => (owner != null ? sql`${item.column('owner')} = ${ownerKey}` : undefined),
      (item) => (dueBefore != null ? sql`${item.column('dueOn')} < ${dueBefore}` : undefined),
    );
  }
}

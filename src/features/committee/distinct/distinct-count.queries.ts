import { Args, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArgs } from '../../../graphql/connections.js';
import { Reads, type RowQuery, selectMany } from '../../../graphql/read/declare.js';
import { orderBy } from '../../../graphql/read/order.js';
import { DistinctCount } from './distinct-count.js';

const DistinctCountConnection = connectionOf('DistinctCount', () => DistinctCount, false);
const latest = orderBy('DISTINCT_COUNT_LATEST', { startedAt: 'timestamptz', id: 'uuid' }, 'descending');

@Resolver()
export class DistinctCountQueries {
  @Query(() => DistinctCountConnection, {
    description:
      'The log of counts of distinct persons with the systems of partners, the latest first. For the town’s coordinator and the town’s data protection officer; others see none.',
  })
  @Reads()
  distinctCounts(@Args() _page: PageArgs): RowQuery {
    return selectMany(DistinctCount, latest);
  }
}

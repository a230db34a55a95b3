import { Args, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import { RetentionDue } from './retention-due.js';
import { RetentionRun } from './retention-run.js';

const RetentionDueConnection = connectionOf('RetentionDue', () => RetentionDue, true);
const RetentionRunConnection = connectionOf('RetentionRun', () => RetentionRun, false);
const soonest = orderBy('RETENTION_SOONEST', { dueOn: 'date', id: 'uuid' });
const latest = orderBy('RETENTION_RUN_LATEST', { at: 'timestamptz', id: 'uuid' }, 'descending');

@Resolver()
export class RetentionQueries {
  @Query(() => RetentionDueConnection, {
    description:
      'The files of the viewer’s partner with the day on which each will be removed, soonest first. Reading this list changes nothing. For data protection officers and administrators; empty for others.',
  })
  @Reads()
  retention(@Args() _: PageArgs): RowQuery {
    return selectMany(RetentionDue, soonest);
  }

  @Query(() => RetentionRunConnection, {
    description:
      'How much of the viewer’s partner’s data was removed after the retention period, latest first. For data protection officers and administrators; empty for others.',
  })
  @Reads()
  retentionRuns(@Args() _: PageArgs): RowQuery {
    return selectMany(RetentionRun, latest);
  }
}

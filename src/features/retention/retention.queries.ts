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
      'What is due when: the files of the viewer’s partner, those that go soonest first. It changes nothing. For data protection officers and administrators; empty to others.',
  })
  @Reads()
  retention(@Args() _: PageArgs): RowQuery {
    return { ...selectMany(RetentionDue, soonest), computed: true };
  }

  @Query(() => RetentionRunConnection, {
    description:
      'What went of the viewer’s partner because its time was over, the latest first. For data protection officers and administrators; empty to others.',
  })
  @Reads()
  retentionRuns(@Args() _: PageArgs): RowQuery {
    return selectMany(RetentionRun, latest);
  }
}

import { Args, Query, Resolver } from 'type-graphql';
import { databaseRoleOf } from '../../../access/viewer.js';
import type { Context } from '../../../context.js';
import { connectionOf, PageArgs } from '../../../graphql/connections.js';
import { keyOf } from '../../../graphql/ids.js';
import { Reads, type RowQuery, selectMany } from '../../../graphql/read/declare.js';
import { orderBy } from '../../../graphql/read/order.js';
import { sql } from '../../../graphql/read/sql.js';
import type { AnalysisInput } from '../analysis/analysis.js';
import { SavedAnalysis } from './saved-analysis.js';

const SavedAnalysisConnection = connectionOf('SavedAnalysis', () => SavedAnalysis, true);
const newest = orderBy('SAVED_ANALYSIS_NEWEST', { createdAt: 'timestamptz', id: 'uuid' }, 'descending');

@Resolver()
export class SavedAnalysisQueries {
  @Query(() => SavedAnalysisConnection, {
    description:
      'The questions that the viewer saved and the questions shared with the committee, the latest first.',
  })
  @Reads()
  savedAnalyses(@Args() _: PageArgs): RowQuery {
    return selectMany(SavedAnalysis, newest, (saved) => sql`${saved.column('endedAt')} is null`);
  }
}

export interface Saved {
  readonly title: string;
  readonly question: AnalysisInput;
}

/** A saved question by its id; undefined when it does not exist, is deleted or may not be seen by the viewer. */
export async function findSavedAnalysis(
  id: string,
  { database, viewer }: Context,
): Promise<Saved | undefined> {
  const key = keyOf('SavedAnalysis', id, ['id']);
  const text = 'select title, question from saved_analysis where id = $1 and ended_at is null';
  if (key === undefined) return undefined;
  const [[saved] = []] = await database.reader.read(databaseRoleOf(viewer), [{ text, values: [key] }]);
  return saved as Saved | undefined;
}

/** The questions that are shared with the committee, the oldest first. */
export async function sharedAnalyses({ database, viewer }: Context): Promise<Saved[]> {
  const text =
    'select title, question from saved_analysis where shared and ended_at is null order by created_at, id';
  const [shared = []] = await database.reader.read(databaseRoleOf(viewer), [{ text, values: [] }]);
  return shared as unknown as Saved[];
}

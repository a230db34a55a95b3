import { Args, ArgsType, Field, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArgs } from '../../../graphql/connections.js';
import { Reads, type RowQuery, selectMany } from '../../../graphql/read/declare.js';
import { orderBy } from '../../../graphql/read/order.js';
import { raw, sql } from '../../../graphql/read/sql.js';
import { CommitteeQuestion } from './committee-question.js';
import { overlapLimit } from './overlapping.js';

@ArgsType()
class CommitteeQuestionsArgs extends PageArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: `Only questions that were at least the ${overlapLimit}th of a series of overlapping ones: those of which the coordinator and the data protection officer are notified.`,
  })
  overlapping!: boolean;
}

const CommitteeQuestionConnection = connectionOf('CommitteeQuestion', () => CommitteeQuestion, false);
const latest = orderBy('COMMITTEE_QUESTION_LATEST', { askedAt: 'timestamptz', id: 'uuid' }, 'descending');

@Resolver()
export class CommitteeQuestionQueries {
  @Query(() => CommitteeQuestionConnection, {
    description:
      'The log of the committee’s questions, the latest first. The town’s coordinator and the town’s data protection officer see all questions, a member of the committee sees the own ones. Other roles see none.',
  })
  @Reads()
  committeeQuestions(@Args() { overlapping: only }: CommitteeQuestionsArgs): RowQuery {
    return selectMany(CommitteeQuestion, latest, (row) =>
      only ? sql`${row.column('overlapping')} >= ${raw(String(overlapLimit))}` : undefined,
    );
  }
}

import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Context } from '../../access/context.js';
import { myself, readsCommittee } from '../../access/policies.js';
import { databaseRoleOf } from '../../access/viewer.js';
import { Node } from '../../graphql/node.js';
import { Member } from '../partners/index.js';
import type { Analysis, AnalysisInput } from './analysis/analysis.js';
import { answer } from './analysis/answer.js';
import { questionOf } from './analysis/question.js';

const own = `${readsCommittee} and member_id = ${myself}`;

/** A log entry for a question that the committee asked. No policy allows changing or deleting it. */
@Entity({
  tableName: 'committee_question',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own', command: 'select', roles: ['hub_partner'], using: own },
    { name: 'note', command: 'insert', roles: ['hub_partner'], check: own },
  ],
})
@Index({ name: 'committee_question_of_member', properties: ['member', 'askedAt'] })
export class CommitteeQuestion extends Node {
  @ManyToOne(() => Member)
  member!: Member;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  askedAt!: Date;

  @Property({ type: 'json' })
  question!: object;

  /** The number of rows in the answer. */
  @Property({ type: 'integer' })
  rows!: number;

  /** The number of withheld cells in the answer. */
  @Property({ type: 'integer' })
  withheld!: number;
}

/**
 * Answers a question, ad hoc or saved. The question is logged before the answer is returned.
 * @throws a client's error that says which choice does not fit
 */
export async function ask(input: AnalysisInput, context: Context): Promise<Analysis> {
  const { database, viewer } = context;
  const question = questionOf(input);
  const analysis = await answer(question, input.release, context);
  const { periods, ...choices } = question;
  await database.write(databaseRoleOf(viewer), async (em) => {
    em.create(CommitteeQuestion, {
      member: em.getReference(Member, viewer.memberId),
      question: { ...choices, from: periods[0].from, until: periods.at(-1)?.until },
      rows: analysis.totalRows,
      withheld: analysis.withheldCells,
    } as never);
  });
  return analysis;
}

import { databaseRoleOf } from '../../../access/viewer.js';
import type { Context } from '../../../context.js';
import { Member, Partner } from '../../partners/index.js';
import type { Analysis, AnalysisInput } from '../analysis/analysis.js';
import { answer } from '../analysis/answer.js';
import { questionOf } from '../analysis/question.js';
import { CommitteeQuestion } from './committee-question.js';
import { countOverlapping } from './overlapping.js';

/**
 * Answers a question, ad hoc or saved. The question is logged before the answer is returned.
 * @throws a client's error that says which choice does not fit
 */
export async function ask(input: AnalysisInput, context: Context): Promise<Analysis> {
  const { database, viewer } = context;
  const question = questionOf(input);
  const analysis = await answer(question, input.release, context);
  const { periods, ...choices } = question;
  const logged = { ...choices, from: periods[0].from, until: periods.at(-1)?.until };
  await database.write(databaseRoleOf(viewer), async (em) => {
    em.create(CommitteeQuestion, {
      member: em.getReference(Member, viewer.memberId),
      partner: em.getReference(Partner, viewer.partnerId),
      question: logged,
      rows: analysis.totalRows,
      withheld: analysis.withheldCells,
      overlapping: await countOverlapping(em, viewer.memberId, logged),
    } as never);
  });
  return analysis;
}

import { Field, ID, InputType } from 'type-graphql';
import { committeeReaders } from '../../../access/role.js';
import { CreatingInput } from '../../../commands/creating-input.js';
import { defineCommand } from '../../../commands/define-command.js';
import { Id, Line, tidy } from '../../../commands/input-rules.js';
import { refusal } from '../../../commands/refusal.js';
import { ClientError } from '../../../graphql/errors.js';
import { Member } from '../../partners/index.js';
import { AnalysisInput } from '../analysis/analysis.js';
import { questionOf } from '../analysis/question.js';
import { SavedAnalysis } from './saved-analysis.js';

@InputType({ description: 'A question to save.' })
export class SaveAnalysisInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'The title of the question, at most 200 characters.' })
  title!: string;

  @Field(() => AnalysisInput, {
    description: 'The question. It is refused unless its choices are compatible.',
  })
  question!: AnalysisInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the whole committee sees the question.',
  })
  shared!: boolean;
}

export const saveAnalysis = defineCommand({
  name: 'saveAnalysis',
  description: 'Saves a question, so that it can be asked again. For members of the steering committee.',
  input: SaveAnalysisInput,
  payload: { savedAnalysis: () => SavedAnalysis },
  roles: committeeReaders,
  on: null,
  async run({ em, viewer, now }, { title, question, shared }) {
    check(question);
    const saved = em.create(SavedAnalysis, {
      title: tidy(title),
      owner: em.getReference(Member, viewer.memberId),
      shared,
      question,
      createdAt: now,
      endedAt: null,
    } as never);
    return saved.id;
  },
});

/** The common input of commands on a saved question. */
@InputType({ description: 'The common input of commands on a saved question.' })
export abstract class SavedAnalysisCommandInput {
  @Id()
  @Field(() => ID, { description: 'The saved question.' })
  savedAnalysis!: string;
}

@InputType({ description: 'A saved question to share, or to stop sharing.' })
export class ShareAnalysisInput extends SavedAnalysisCommandInput {
  @Field(() => Boolean, { description: 'Whether the whole committee sees the question.' })
  shared!: boolean;
}

export const shareAnalysis = defineCommand({
  name: 'shareAnalysis',
  description: 'Shares a saved question with the whole committee, or stops sharing it. For its owner.',
  input: ShareAnalysisInput,
  payload: { savedAnalysis: () => SavedAnalysis },
  on: { field: 'savedAnalysis', type: () => SavedAnalysis, changes: true },
  async run(command, input) {
    const saved = await command.find(SavedAnalysis, input.savedAnalysis, 'savedAnalysis', true);
    saved.shared = input.shared;
    return saved.id;
  },
});

@InputType({ description: 'A saved question to delete.' })
export class DeleteSavedAnalysisInput extends SavedAnalysisCommandInput {}

export const deleteSavedAnalysis = defineCommand({
  name: 'deleteSavedAnalysis',
  description: 'Deletes a saved question. Snapshots keep its answers. For its owner.',
  input: DeleteSavedAnalysisInput,
  payload: { savedAnalysis: () => SavedAnalysis },
  on: { field: 'savedAnalysis', type: () => SavedAnalysis, changes: true },
  async run(command, input) {
    const saved = await command.find(SavedAnalysis, input.savedAnalysis, 'savedAnalysis', true);
    saved.endedAt = command.now;
    return saved.id;
  },
});

/** Refuses an invalid question with the error that asking it would give. */
function check(question: AnalysisInput): void {
  try {
    questionOf(question);
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    const [, ...path] = (error.extensions['argumentPath'] ?? []) as string[];
    throw refusal('INVALID', ['question', ...path].join('.'), error.text);
  }
}

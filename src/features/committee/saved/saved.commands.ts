import { GraphQLError } from 'graphql';
import { committeeReaders } from '../../../access/role.js';
import type { Command } from '../../../commands/command.js';
import { tidy } from '../../../commands/input-rules.js';
import { type Language, notFound, refusal } from '../../../commands/refusal.js';
import { Member } from '../../partners/index.js';
import type { AnalysisInput } from '../analysis/analysis.js';
import { questionOf } from '../analysis/question.js';
import type { DeleteSavedAnalysisInput, SaveAnalysisInput, ShareAnalysisInput } from './saved.inputs.js';
import { SavedAnalysis } from './saved-analysis.js';

/** Keeps a question that fits together. For members of the committee. */
export function saveIn(language: Language) {
  return async (command: Command, { title, question, shared }: SaveAnalysisInput): Promise<string> => {
    const { em, viewer } = command;
    if (!committeeReaders.includes(viewer.role)) throw notFound('');
    check(question, language);
    const saved = em.create(SavedAnalysis, {
      title: tidy(title),
      owner: em.getReference(Member, viewer.memberId),
      shared,
      question,
      createdAt: command.now,
      endedAt: null,
    } as never);
    return saved.id;
  };
}

/** Shows a saved question to the committee, or no more. For its owner. */
export async function share(command: Command, input: ShareAnalysisInput): Promise<string> {
  const saved = await command.find(SavedAnalysis, input.savedAnalysis, 'savedAnalysis', true);
  saved.shared = input.shared;
  return saved.id;
}

/** Deletes a saved question. For its owner. */
export async function remove(command: Command, input: DeleteSavedAnalysisInput): Promise<string> {
  const saved = await command.find(SavedAnalysis, input.savedAnalysis, 'savedAnalysis', true);
  saved.endedAt = command.now;
  return saved.id;
}

/** What does not fit is refused as the question itself would be, in the words of the request's language. */
function check(question: AnalysisInput, language: Language): void {
  try {
    questionOf(question, language);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [, ...path] = (error.extensions['argumentPath'] ?? []) as string[];
    const text = { fr: error.message, en: error.message };
    throw refusal('INVALID', ['question', ...path].join('.'), text);
  }
}

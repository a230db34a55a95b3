import { expect, it } from '@jest/globals';
import { questionsOf } from '../../bench/release/questions.js';
import { questionOf } from '../../src/features/committee/analysis/question.js';

it('the questions that the bench asks are in the lattice', () => {
  const year = new Date().getFullYear() - 1;
  for (const input of questionsOf(year))
    expect(questionOf({ ...input } as never).subject).toBe(input.subject);
});

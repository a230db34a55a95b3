import { describe, expect, it } from '@jest/globals';
import { splitsOf } from '../../../src/features/committee/lattice/lattice.js';
import { allSubjects, type Span, spans } from '../../../src/features/committee/lattice/subjects.js';
import { measured } from './measured.js';
import { questions } from './questions.js';

describe('the lattice that was measured', () => {
  it.each(allSubjects)('has the splits of %s, so that a new one needs a new attack', (subject) => {
    const splits = Object.fromEntries(
      (Object.keys(spans) as Span[]).map((span) => [
        span,
        splitsOf(subject, span).map((split) => split.join(' × ') || 'total'),
      ]),
    );
    expect(splits).toEqual(measured[subject]);
  });

  it('answers thirty questions of a committee', () => {
    expect(questions).toHaveLength(30);
    for (const { subject, span, split } of questions)
      expect(splitsOf(subject, span)).toContainEqual(split.toSorted());
  });
});

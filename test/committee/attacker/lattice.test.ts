import { describe, expect, it } from '@jest/globals';
import { isIn, splitOf, splitsOf } from '../../../src/features/committee/lattice/lattice.js';
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

  it('answers thirty questions of a committee, except those whose attack told too much', () => {
    const unanswered = questions.filter(({ subject, span, split }) => !isIn(subject, span, splitOf(split)));
    expect(questions).toHaveLength(30);
    expect(unanswered.map(({ title }) => title)).toEqual([
      'Quelles sorties, par semestre ?',
      'Quelles sorties, par partenaire ?',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { firstDrawnIn, latestDrawn } from '../../console/src/features/committee/drawing.js';
import {
  fitted,
  furtherDimensions,
  inputOf,
  type Question,
  type SubjectOption,
} from '../../console/src/features/committee/question.js';
import {
  questionIn,
  questionOfSaved,
  searchOf,
} from '../../console/src/features/committee/question-address.js';
import {
  boundsOf,
  type Period,
  periodOf,
  periodsFrom,
  periodsIn,
  wholePeriodsIn,
} from '../../console/src/lib/periods.js';

const partner = '0192f3a4-0000-7000-8000-000000000001';

/** A subject with a measure that exists in fewer splits. */
const option: SubjectOption = {
  subject: 'REFERRALS',
  definition: 'Referrals',
  measures: [
    {
      measure: 'DISTINCT_PEOPLE',
      label: 'Personnes',
      spans: [
        { span: 'YEAR', splits: [[], ['TO_PARTNER'], ['ANSWER'], ['ANSWER', 'TO_PARTNER']] },
        { span: 'HALF_YEAR', splits: [[], ['TO_PARTNER']] },
        { span: 'MONTH', splits: [[]] },
      ],
    },
    {
      measure: 'ACCEPTANCE_RATE',
      label: 'Taux d’acceptation',
      spans: [{ span: 'YEAR', splits: [[], ['TO_PARTNER']] }],
    },
  ],
  dimensions: [
    { dimension: 'TO_PARTNER', label: 'Partenaire', values: [{ key: partner, label: 'CSC' }] },
    { dimension: 'ANSWER', label: 'Réponse', values: [{ key: 'ACCEPTED', label: 'Acceptée' }] },
  ],
};

const question: Question = {
  subject: 'REFERRALS',
  from: '2024',
  to: '2025',
  measures: ['DISTINCT_PEOPLE'],
  by: ['TO_PARTNER'],
  filter: [{ dimension: 'ANSWER', key: 'ACCEPTED' }],
  release: undefined,
};

describe('periods', () => {
  it.each([
    ['2024', '2024-01-01', '2025-01-01'],
    ['2024-H2', '2024-07-01', '2025-01-01'],
    ['2024-Q3', '2024-07-01', '2024-10-01'],
    ['2024-12', '2024-12-01', '2025-01-01'],
  ])('%s lasts from %s until %s', (name, from, until) => {
    const period = periodOf(name);
    expect(period && boundsOf(period)).toEqual({ from, until });
    expect(periodsIn({ from, until })).toEqual([name, name]);
  });

  it.each(['2024-13', '2024-H3', '2024-Q0', '24', '2024-H1-Q1', ''])('%s is none', (name) => {
    expect(periodOf(name)).toBeUndefined();
  });

  it.each([
    ['2024-01-01', '2026-01-01', ['2024', '2025']],
    ['2024-07-01', '2025-07-01', ['2024-H2', '2025-H1']],
    ['2024-04-01', '2024-10-01', ['2024-Q2', '2024-Q3']],
    ['2024-02-01', '2024-05-01', ['2024-02', '2024-04']],
    ['2024-02-01', '2024-03-01', ['2024-02', '2024-02']],
  ])('from %s until %s are said by the longest ones', (from, until, names) => {
    expect(wholePeriodsIn({ from, until })).toEqual(names);
  });

  it('are listed from the one that contains the first month, the latest first', () => {
    expect(periodsFrom('QUARTER', 2024 * 12 + 1, 2024 * 12 + 6)).toEqual(['2024-Q3', '2024-Q2', '2024-Q1']);
    expect(periodsFrom('YEAR', 2024 * 12 + 5, 2023 * 12 + 5)).toEqual([]);
  });
});

describe('the figures of a period', () => {
  const drawing = (asOf: string, level: 'DEFAULT' | 'YEARLY' = 'DEFAULT') => ({
    latestRelease: { asOf, level },
    months: { first: 2024 * 12, last: 2026 * 12 + 5 },
    delays: [30, 60, 45],
  });
  const period = (name: string) => periodOf(name) as Period;

  it.each([
    ['2024', '2025-02-01'],
    // 30 days after the end of January is 2 March in a leap year.
    ['2024-01', '2024-04-01'],
    ['2024-Q1', '2024-05-01'],
  ])('%s appear first in the release of %s', (name, day) => {
    expect(firstDrawnIn(period(name), drawing('2026-04-01'))).toBe(day);
  });

  it.each([
    ['2025', '2025-09-01', '2025-Q2'],
    ['2025', '2025-08-01', '2025-Q1'],
    ['2025-10', '2025-10-01', '2025-07'],
    // No quarter is complete, but a month.
    ['2024', '2024-04-01', '2024-01'],
    ['2024', '2024-03-01', undefined],
  ])('instead of %s in the release of %s are those of %s', (name, day, latest) => {
    expect(latestDrawn(period(name), drawing(day))).toBe(latest);
  });

  it('are those of years only at the yearly level', () => {
    expect(latestDrawn(period('2026'), drawing('2026-04-01', 'YEARLY'))).toBe('2025');
  });
});

describe('a question', () => {
  it('is in the address as it was asked', () => {
    const search = searchOf(question);
    expect(search).toMatchObject({ sujet: 'REFERRALS', periode: '2024.2025', filtre: 'ANSWER-ACCEPTED' });
    expect(questionIn(search, [option])).toEqual({ question });
    const withPartner: Question = {
      ...question,
      by: [],
      filter: [{ dimension: 'TO_PARTNER', key: partner }],
    };
    expect(questionIn(searchOf(withPartner), [option])).toEqual({ question: withPartner });
    expect(questionIn({}, [option])).toEqual({});
  });

  it.each([
    ['sujet', 'COLOURS'],
    ['mesures', 'HOURS'],
    ['periode', '2025.2024'],
    ['periode', '2024.2024-H1'],
    ['par', 'DISTRICT'],
    ['filtre', 'ANSWER-PERHAPS'],
    ['arrete', '2026-11-02'],
  ])('is not asked with an unknown value: %s=%s', (name, value) => {
    expect(questionIn({ ...searchOf(question), [name]: value }, [option])).toEqual({ unknown: value });
  });

  it('is split by time when it has several periods', () => {
    expect(inputOf(question)).toMatchObject({
      by: ['YEAR', 'TO_PARTNER'],
      period: { from: '2024-01-01', until: '2026-01-01' },
      filter: { values: [{ dimension: 'ANSWER', key: 'ACCEPTED' }] },
    });
    expect(inputOf({ ...question, to: '2024', filter: [] })).toMatchObject({
      by: ['TO_PARTNER'],
      filter: null,
    });
  });

  it('keeps what is possible when a choice before it changes', () => {
    expect(fitted(question, option)).toEqual(question);
    expect(fitted({ ...question, from: '2024-H1', to: '2024-H1' }, option)).toMatchObject({
      by: ['TO_PARTNER'],
      filter: [],
    });
    expect(fitted({ ...question, from: '2024-05', to: '2024-05' }, option)).toMatchObject({
      by: [],
      filter: [],
    });
    const rate: Question = { ...question, measures: ['ACCEPTANCE_RATE'] };
    expect(fitted(rate, option)).toMatchObject({ by: ['TO_PARTNER'], filter: [] });
    expect(fitted({ ...rate, from: '2024-05', to: '2024-05' }, option).measures).toEqual(['DISTINCT_PEOPLE']);
  });

  it('offers the dimensions by which all its measures can be split further', () => {
    const offered = (measures: Question['measures']) =>
      furtherDimensions({ ...question, measures, filter: [] }, option).map(({ dimension }) => dimension);
    expect(offered(['DISTINCT_PEOPLE'])).toEqual(['ANSWER']);
    expect(offered(['DISTINCT_PEOPLE', 'ACCEPTANCE_RATE'])).toEqual([]);
  });

  it('is opened as it was saved, also by a program that filters by partner or district', () => {
    const saved = {
      ...{ id: 'savedAnalysis_1', title: 'A', shared: false, viewerCan: [], owner: null },
      subject: 'REFERRALS',
      ...{ measures: ['DISTINCT_PEOPLE'], by: ['HALF_YEAR', 'TO_PARTNER'] },
      period: { from: '2024-01-01', until: '2025-07-01' },
      filter: { partner: null, district: null, values: null },
    } as const;
    const opened = (changes: object) =>
      questionOfSaved({ ...saved, ...changes } as unknown as Parameters<typeof questionOfSaved>[0], [option]);
    expect(opened({})).toMatchObject({ from: '2024-H1', to: '2025-H1', by: ['TO_PARTNER'], filter: [] });
    expect(opened({ filter: { ...saved.filter, district: ['NORTH'] } })?.filter).toEqual([
      { dimension: 'DISTRICT', key: 'NORTH' },
    ]);
    expect(opened({ subject: 'PATHWAYS' })).toBeUndefined();
    expect(opened({ by: [], period: { from: '2024-01-01', until: '2026-01-01' } })).toBeUndefined();
  });
});

/** A question, as the API takes it. */
interface Question {
  readonly subject: string;
  readonly by: readonly string[];
  readonly measures: readonly string[];
  readonly period: { readonly from: string; readonly until: string };
  readonly filter?: object;
}

/** Questions of a committee about a year. Each is asked again and again. */
export function questionsOf(year: number): readonly Question[] {
  const period = { from: `${year}-01-01`, until: `${year + 1}-01-01` };
  const halves = { from: `${year - 2}-01-01`, until: `${year + 1}-01-01` };
  const pathways = { subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE', 'COUNT'] };
  const hours = { subject: 'CLAUSE_HOURS', measures: ['DISTINCT_PEOPLE', 'HOURS'] };
  return [
    { ...pathways, by: ['PARTNER', 'DISTRICT'], period },
    { ...pathways, by: ['AGE_BAND', 'PARTNER'], period },
    {
      ...pathways,
      by: ['HALF_YEAR', 'PARTNER'],
      period: halves,
      filter: { values: [{ dimension: 'UNDER_26', key: 'YES' }] },
    },
    { ...pathways, by: ['MONTH'], period: halves },
    {
      subject: 'REFERRALS',
      measures: ['ACCEPTANCE_RATE', 'MEDIAN_DAYS_TO_ANSWER'],
      by: ['TO_PARTNER'],
      period,
    },
    { subject: 'REFERRALS', measures: ['DISTINCT_PEOPLE'], by: ['TO_PARTNER', 'ANSWER_TIME'], period },
    { subject: 'REFERRALS', measures: ['COUNT'], by: ['HALF_YEAR', 'FROM_PARTNER'], period: halves },
    { ...hours, by: ['QUARTER', 'PARTNER'], period: halves },
    { ...hours, by: ['YEAR', 'COMPANY'], period: halves },
    { subject: 'OUTCOMES', measures: ['COUNT'], by: ['OUTCOME_CLASS', 'STATUS'], period },
    { subject: 'FORUM_ATTENDANCES', measures: ['COUNT'], by: ['VISIT'], period },
  ];
}

export const analysis = `query ($input: AnalysisInput!) { committee { analysis(input: $input) {
  release { asOf } columns { key label } rows { dimensions keys measures margins states withheld } totalRows withheldCells
} } }`;

export const indicators = `query ($period: PeriodInput!) { committee { indicators(period: $period) {
  key label value margin state exact denominator coverage { partners of } byPartner { partner { name } value margin state }
} } }`;

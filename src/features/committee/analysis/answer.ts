import type { Context } from '../../../access/context.js';
import { badInput } from '../../../graphql/errors.js';
import { type Cell, explore, type Figure, inSteps, type Measure } from '../disclosure/index.js';
import {
  committeeSession,
  type Directory,
  disguise,
  fingerprintStatement,
  notYetMade,
  partnersStatement,
} from '../facts.js';
import { monthsOf } from '../period.js';
import type { Analysis } from './analysis.js';
import { type Domain, domainOf, inOrderOf, NOWHERE, narrowed, withinOf } from './domains.js';
import { dimensionLabels, measureLabels, protectionNote, subjectDefinitions } from './labels.js';
import type { AnalysisMeasure } from './lists.js';
import type { AdHocQuestion } from './question.js';
import {
  type AnswerRow,
  answerStatement,
  type CompanyRow,
  type CountedRow,
  companyStatement,
  type PeopleRow,
  peopleStatement,
} from './statements.js';

/** How many combinations of the dimensions' values an answer may have. */
const maxCells = 4000;

const kinds: Readonly<Record<AnalysisMeasure, Measure['kind']>> = {
  DISTINCT_PEOPLE: 'PEOPLE',
  COUNT: 'COUNT',
  HOURS: 'HOURS',
  MEDIAN_DAYS_TO_ANSWER: 'MEDIAN',
  ACCEPTANCE_RATE: 'RATE',
};

/**
 * Answers an ad-hoc question from the facts, through the disclosure control.
 * @throws a client's error when the facts know no such period, or the answer would be too large
 */
export async function answer(question: AdHocQuestion, context: Context): Promise<Analysis> {
  const { database, language, secret } = context;
  const { subject, measures, by, bins } = question;
  const has = (measure: AnalysisMeasure) => measures.includes(measure);
  const statements = [
    peopleStatement(question),
    partnersStatement,
    { text: 'select id, name from committee.company order by name collate "C"', values: [] },
    fingerprintStatement(subject),
    {
      text: `select min(p.built_at) as at, bool_and(p.built_at is not null) as made from committee.period p
        where (p."from", p.until) in (select * from unnest($1::date[], $2::date[]))`,
      values: [bins.map(({ from }) => from), bins.map(({ until }) => until)],
    },
    ...(has('HOURS') ? [companyStatement(question)] : []),
    ...(has('MEDIAN_DAYS_TO_ANSWER') ? [answerStatement(question)] : []),
  ];
  const [people, partnerList, companyList, fingerprints, built, ...optional] = (await database.reader.read(
    committeeSession,
    statements,
  )) as unknown as [
    PeopleRow[],
    Directory[],
    Directory[],
    { value: string }[],
    { at: Date | null; made: boolean | null }[],
    ...unknown[],
  ];
  const companies = (has('HOURS') ? optional[0] : []) as CompanyRow[];
  const answers = (has('MEDIAN_DAYS_TO_ANSWER') ? optional.at(-1) : []) as AnswerRow[];
  if (built[0]?.made === false) throw notYetMade(language);
  const known = new Set(partnerList.map(({ id }) => id));
  if (question.partners?.some((id) => !known.has(id))) {
    throw badInput(language === 'fr' ? 'Il n’y a pas de tel partenaire.' : 'There is no such partner.', [
      'input',
      'filter',
      'partner',
    ]);
  }
  const domains = by.map((dimension) =>
    domainOf(dimension, question, { partners: partnerList, companies: companyList }, language),
  );
  if (domains.reduce((product, domain) => product * domain.size, 1) > maxCells) {
    throw badInput(
      language === 'fr'
        ? `La réponse aurait plus de ${maxCells} lignes : retirez une dimension.`
        : `The answer would have more than ${maxCells} rows: drop a dimension.`,
      ['input', 'by'],
    );
  }
  const dimensions = by.map((dimension, index) => ({
    ...{ name: dimension, domain: [...(domains[index] as Domain).keys()] },
    ...narrowed(dimension, question),
  }));
  const companiesAt = new Map(companies.map((row) => [placeOf(row, by.length).join('\n'), row]));
  const answersAt = new Map(answers.map((row) => [placeOf(row, by.length).join('\n'), row]));
  const cells = people.map((row): Cell => {
    const at = placeOf(row, by.length);
    const place = at.join('\n');
    return { at, people: row.people, figures: figuresOf(row, companiesAt.get(place), answersAt.get(place)) };
  });
  const shown = explore(
    {
      subject,
      period: monthsOf(bins),
      by: dimensions,
      within: withinOf(question, partnerList),
      measures: measures.map((name) => ({ name, kind: kinds[name], contribution: largest(name, people) })),
    },
    cells,
    disguise(secret, fingerprints),
  );
  const ordered = shown.toSorted(inOrderOf(domains));
  return {
    columns: [
      ...by.map((key) => ({ key, label: dimensionLabels[key][language] })),
      ...measures.map((key) => ({ key, label: measureLabels[key][language] })),
    ],
    rows: ordered.slice(0, question.first).map(({ at, shown: figures }) => ({
      dimensions: at.map((value, index) => (value === null ? null : (domains[index]?.get(value) ?? value))),
      measures: measures.map((name) => figures[name]?.value ?? null),
      withheld: measures.map((name) => figures[name]?.withheld ?? true),
    })),
    totalRows: ordered.length,
    withheldCells: ordered.reduce(
      (sum, { shown: figures }) => sum + measures.filter((name) => figures[name]?.withheld).length,
      0,
    ),
    definition: `${subjectDefinitions[subject][language]} ${protectionNote[language]}`,
    dataAsOf: built[0]?.at ?? new Date(),
    language,
  };
}

function figuresOf(
  row: PeopleRow,
  company?: CompanyRow,
  answers?: AnswerRow,
): Record<AnalysisMeasure, Figure> {
  return {
    DISTINCT_PEOPLE: row.people,
    COUNT: row.rows,
    HOURS: { hours: row.hours, companies: company?.companies ?? 0, largest: company?.largest ?? 0 },
    MEDIAN_DAYS_TO_ANSWER: { people: row.people, quantiles: answers?.quantiles ?? [null] },
    ACCEPTANCE_RATE: {
      numerator: row.accepted,
      denominator: row.decided,
      people: row.decided_people,
      sides: [row.accepted_people, row.declined_people],
    },
  };
}

/** The most that one person contributes to a measure. */
function largest(measure: AnalysisMeasure, rows: readonly PeopleRow[]): number {
  const most = rows.reduce(
    (max, row) => Math.max(max, measure === 'HOURS' ? row.top_hours : row.top_rows),
    1,
  );
  return measure === 'DISTINCT_PEOPLE' ? 1 : inSteps(most);
}

function placeOf(row: CountedRow, count: number): (string | null)[] {
  return Array.from({ length: count }, (_, index) =>
    row.together & (1 << (count - 1 - index)) ? null : (row[`d${index}`] ?? NOWHERE),
  );
}

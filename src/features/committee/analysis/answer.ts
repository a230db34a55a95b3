import type { Context } from '../../../access/context.js';
import { badInput } from '../../../graphql/errors.js';
import type { Language } from '../../../i18n.js';
import { type Cell, explore, type Figure, inSteps, type Measure } from '../disclosure/index.js';
import {
  committeeSession,
  type Directory,
  fingerprintStatement,
  noiseInput,
  notYetMade,
  partnersStatement,
} from '../facts.js';
import { monthsOf } from '../period.js';
import type { Analysis } from './analysis.js';
import { compareByDomains, type Domain, domainOf, NOT_APPLICABLE, narrowed, withinOf } from './domains.js';
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

/** The largest number of combinations of the dimensions' values in an answer. */
const maxCells = 4000;

const kinds: Readonly<Record<AnalysisMeasure, Measure['kind']>> = {
  DISTINCT_PEOPLE: 'PEOPLE',
  COUNT: 'COUNT',
  HOURS: 'HOURS',
  MEDIAN_DAYS_TO_ANSWER: 'MEDIAN',
  ACCEPTANCE_RATE: 'RATE',
};

/** The facts from which an answer is computed. */
interface AnswerFacts {
  readonly people: readonly PeopleRow[];
  readonly partners: readonly Directory[];
  readonly companies: readonly Directory[];
  readonly fingerprints: readonly { value: string }[];
  /** Hours by company, where the question asks for hours. */
  readonly hours: readonly CompanyRow[];
  /** Quantiles of the days to an answer, where the question asks for their median. */
  readonly answers: readonly AnswerRow[];
  /** When the facts were computed; undefined where there are none. */
  readonly builtAt: Date | undefined;
}

/**
 * Answers an ad-hoc question from the facts, through the disclosure control.
 * @throws a client's error when the facts of the period are not computed yet, or the answer would be too large
 */
export async function answer(question: AdHocQuestion, context: Context): Promise<Analysis> {
  const { language, secret } = context;
  const facts = await factsFor(question, context);
  const domains = domainsOf(question, facts, language);
  const shown = explore(
    disclosureQuestion(question, facts, domains),
    cellsOf(question, facts),
    noiseInput(secret, [...facts.fingerprints]),
  );
  return presented(question, shown.toSorted(compareByDomains([...domains])), domains, facts, language);
}

/** @throws a client's error when the facts of the period are not computed yet, or a partner does not exist */
async function factsFor(question: AdHocQuestion, { database }: Context): Promise<AnswerFacts> {
  const { subject, measures, bins } = question;
  const asksHours = measures.includes('HOURS');
  const asksDays = measures.includes('MEDIAN_DAYS_TO_ANSWER');
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
    ...(asksHours ? [companyStatement(question)] : []),
    ...(asksDays ? [answerStatement(question)] : []),
  ];
  const [people, partners, companies, fingerprints, [built], ...optional] = (await database.reader.read(
    committeeSession,
    statements,
  )) as unknown as [
    PeopleRow[],
    Directory[],
    Directory[],
    { value: string }[],
    [{ at: Date | null; made: boolean | null }?],
    ...unknown[],
  ];
  if (built?.made === false) throw notYetMade();
  const known = new Set(partners.map(({ id }) => id));
  if (question.partners?.some((id) => !known.has(id))) {
    throw badInput(
      { fr: 'Partenaire inconnu : vérifiez le filtre.', en: 'Unknown partner: check the filter.' },
      ['input', 'filter', 'partner'],
    );
  }
  const hours = (asksHours ? optional[0] : []) as CompanyRow[];
  const answers = (asksDays ? optional.at(-1) : []) as AnswerRow[];
  return { people, partners, companies, fingerprints, hours, answers, builtAt: built?.at ?? undefined };
}

/**
 * The values of each dimension.
 * @throws a client's error when there would be too many combinations of them
 */
function domainsOf(question: AdHocQuestion, facts: AnswerFacts, language: Language): readonly Domain[] {
  const directories = { partners: [...facts.partners], companies: [...facts.companies] };
  const domains = question.by.map((dimension) => domainOf(dimension, question, directories, language));
  if (domains.reduce((product, domain) => product * domain.size, 1) <= maxCells) return domains;
  throw badInput(
    {
      fr: `La réponse aurait plus de ${maxCells} lignes : retirez une dimension.`,
      en: `The answer would have more than ${maxCells} rows: drop a dimension.`,
    },
    ['input', 'by'],
  );
}

/** The question in the form that the disclosure control takes. */
function disclosureQuestion(
  question: AdHocQuestion,
  facts: AnswerFacts,
  domains: readonly Domain[],
): Parameters<typeof explore>[0] {
  const { subject, measures, by, bins } = question;
  return {
    subject,
    period: monthsOf(bins),
    by: by.map((dimension, index) => ({
      name: dimension,
      domain: [...(domains[index] as Domain).keys()],
      ...narrowed(dimension, question),
    })),
    within: withinOf(question, [...facts.partners]),
    measures: measures.map((name) => ({
      name,
      kind: kinds[name],
      contribution: largest(name, facts.people),
    })),
  };
}

function cellsOf({ by }: AdHocQuestion, { people, hours, answers }: AnswerFacts): Cell[] {
  const keyOf = (row: CountedRow) => placeOf(row, by.length).join('\n');
  const hoursAt = new Map(hours.map((row) => [keyOf(row), row]));
  const answersAt = new Map(answers.map((row) => [keyOf(row), row]));
  return people.map((row) => {
    const key = keyOf(row);
    const figures = figuresOf(row, hoursAt.get(key), answersAt.get(key));
    return { at: placeOf(row, by.length), people: row.people, figures };
  });
}

/** The answer as it is shown, with labels in the language of the request. */
function presented(
  { subject, measures, by, first }: AdHocQuestion,
  cells: readonly ReturnType<typeof explore>[number][],
  domains: readonly Domain[],
  { builtAt }: AnswerFacts,
  language: Language,
): Analysis {
  const withheld = cells.flatMap(({ shown }) => measures.filter((name) => shown[name]?.withheld));
  return {
    columns: [
      ...by.map((key) => ({ key, label: dimensionLabels[key][language] })),
      ...measures.map((key) => ({ key, label: measureLabels[key][language] })),
    ],
    rows: cells.slice(0, first).map(({ at, shown }) => ({
      dimensions: at.map((value, index) => (value === null ? null : (domains[index]?.get(value) ?? value))),
      measures: measures.map((name) => shown[name]?.value ?? null),
      withheld: measures.map((name) => shown[name]?.withheld ?? true),
    })),
    totalRows: cells.length,
    withheldCells: withheld.length,
    definition: `${subjectDefinitions[subject][language]} ${protectionNote[language]}`,
    dataAsOf: builtAt ?? new Date(),
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

/** The largest contribution of one person to a measure. */
function largest(measure: AnalysisMeasure, rows: readonly PeopleRow[]): number {
  const most = rows.reduce(
    (max, row) => Math.max(max, measure === 'HOURS' ? row.top_hours : row.top_rows),
    1,
  );
  return measure === 'DISTINCT_PEOPLE' ? 1 : inSteps(most);
}

function placeOf(row: CountedRow, count: number): (string | null)[] {
  return Array.from({ length: count }, (_, index) =>
    row.together & (1 << (count - 1 - index)) ? null : (row[`d${index}`] ?? NOT_APPLICABLE),
  );
}

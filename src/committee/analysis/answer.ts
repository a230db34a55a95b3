import type { Context } from '../../access/context.js';
import type { Language, Text } from '../../acts/refusal.js';
import { badInput } from '../../graphql/errors.js';
import { type Cell, type Dimension, explore, type Figure, type Measure } from '../disclosure/index.js';
import { committeeSession, disclosureSecret, notYetMade } from '../facts.js';
import type { Analysis } from './analysis.js';
import {
  dimensionLabels,
  measureLabels,
  protectionNote,
  statusLabels,
  subjectDefinitions,
  valueLabels,
} from './labels.js';
import type { AnalysisDimension, AnalysisMeasure } from './lists.js';
import { type AdHocQuestion, isTime } from './question.js';
import {
  type AnswerRow,
  answerStatement,
  type CompanyRow,
  type CountedRow,
  companyStatement,
  type PeopleRow,
  peopleStatement,
} from './statements.js';

/** What a dimension can be, each value with its label, in the order in which it is shown. */
type Domain = ReadonlyMap<string, string>;

interface Directory {
  readonly id: string;
  readonly name: string;
}

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
    ...(has('HOURS') ? [companyStatement(question)] : []),
    ...(has('MEDIAN_DAYS_TO_ANSWER') ? [answerStatement(question)] : []),
    { text: 'select id, name from committee.partner order by name collate "C"', values: [] },
    { text: 'select id, name from committee.company order by name collate "C"', values: [] },
    {
      text: "select coalesce(string_agg(value::text, '/' order by period_id), '') as value from committee.fingerprint where subject = $1",
      values: [subject],
    },
    {
      text: `select min(p.built_at) as at, bool_and(p.built_at is not null) as made from committee.period p
        where (p."from", p.until) in (select * from unnest($1::date[], $2::date[]))`,
      values: [bins.map(({ from }) => from), bins.map(({ until }) => until)],
    },
  ];
  const results = await database.reader.read(committeeSession, statements);
  const [people = []] = results.splice(0, 1) as unknown as [PeopleRow[]];
  const companies = has('HOURS') ? (results.shift() as unknown as CompanyRow[]) : [];
  const answers = has('MEDIAN_DAYS_TO_ANSWER') ? (results.shift() as unknown as AnswerRow[]) : [];
  const [partnerList, companyList, fingerprints, built] = results as unknown as [
    Directory[],
    Directory[],
    { value: string }[],
    { at: Date | null; made: boolean | null }[],
  ];
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
  const first = bins[0]?.from.slice(0, 7) ?? '';
  const last = bins.at(-1)?.until ?? '';
  const shown = explore(
    {
      subject,
      period: { from: first, to: monthBefore(last) },
      by: dimensions,
      within: withinOf(question, partnerList),
      measures: measures.map((name) => ({ name, kind: kinds[name], contribution: largest(name, people) })),
    },
    cells,
    { secret: disclosureSecret(secret), fingerprint: fingerprints[0]?.value ?? '' },
  );
  const ordered = shown.toSorted((one, other) => compare(one.at, other.at, domains));
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

/** The most that one person contributes to a measure, in steps, so that the step itself says little. */
function largest(measure: AnalysisMeasure, rows: readonly PeopleRow[]): number {
  const most = rows.reduce(
    (max, row) => Math.max(max, measure === 'HOURS' ? row.top_hours : row.top_rows),
    1,
  );
  return measure === 'DISTINCT_PEOPLE' ? 1 : 2 ** Math.ceil(Math.log2(most));
}

function placeOf(row: CountedRow, count: number): (string | null)[] {
  return Array.from({ length: count }, (_, index) =>
    row.together & (1 << (count - 1 - index)) ? null : (row[`d${index}`] ?? NOWHERE),
  );
}

/** The value of a dimension that a row does not have, such as the reason of what was not declined. */
const NOWHERE = '';

function domainOf(
  dimension: AnalysisDimension,
  { subject, bins }: AdHocQuestion,
  lists: { partners: readonly Directory[]; companies: readonly Directory[] },
  language: Language,
): Domain {
  const labelled = (values: Readonly<Record<string, Text>>): Domain =>
    new Map(Object.entries(values).map(([value, label]) => [value, label[language]]));
  if (isTime(dimension)) return new Map(bins.map(({ name }) => [name, name]));
  switch (dimension) {
    case 'PARTNER':
    case 'FROM_PARTNER':
    case 'TO_PARTNER':
      return new Map(lists.partners.map(({ id, name }) => [id, name]));
    case 'COMPANY':
      return new Map(lists.companies.map(({ id, name }) => [id, name]));
    case 'STATUS':
      return labelled(statusLabels[subject]);
    case 'DISTRICT':
    case 'AGE_BAND': {
      // Only the visitors of a forum may be anonymous.
      const { UNKNOWN, ...known } = valueLabels[dimension];
      return labelled(subject === 'FORUM_ATTENDANCES' ? { ...known, UNKNOWN } : known);
    }
    default:
      return labelled(valueLabels[dimension]);
  }
}

/** The values that the filter leaves of a dimension that the question is split by. */
function narrowed(
  dimension: AnalysisDimension,
  { partners, districts }: AdHocQuestion,
): { only?: readonly string[] } {
  if (partners && (dimension === 'PARTNER' || dimension === 'FROM_PARTNER')) return { only: partners };
  if (districts && dimension === 'DISTRICT') return { only: districts };
  return {};
}

/** What the question is filtered by without being split by it. */
function withinOf(question: AdHocQuestion, partners: readonly Directory[]): Dimension[] {
  const { subject, by, partners: some, districts } = question;
  const partner = subject === 'REFERRALS' ? 'FROM_PARTNER' : 'PARTNER';
  return [
    ...(some && !by.includes(partner)
      ? [{ name: partner, domain: partners.map(({ id }) => id), only: some } as const]
      : []),
    ...(districts && !by.includes('DISTRICT')
      ? [{ name: 'DISTRICT', domain: Object.keys(valueLabels.DISTRICT), only: districts } as const]
      : []),
  ];
}

function compare(
  one: readonly (string | null)[],
  other: readonly (string | null)[],
  domains: readonly Domain[],
): number {
  for (const [index, domain] of domains.entries()) {
    const values = [...domain.keys()];
    const difference = values.indexOf(one[index] ?? '') - values.indexOf(other[index] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}

/** 2025-01-01 → 2024-12. */
function monthBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 7);
}

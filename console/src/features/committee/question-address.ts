import type { SavedQuestion_SavedAnalysisFragment } from '../../hub/gql/graphql.js';
import { monthOf, periodOf, periodsIn, type Span, spans } from '../../lib/periods.js';
import type { Search } from '../../lib/search.js';
import { releaseIn } from './filters.js';
import { type FilterValue, fitted, type Question, type SubjectOption } from './question.js';

/*
 * A question in the address. Lists have a dot between their parts, which an address does not escape:
 * ?sujet=PATHWAYS&mesures=DISTINCT_PEOPLE.COUNT&periode=2024-H1.2025-H2&par=PARTNER&filtre=UNDER_26-YES
 */

/** What the address asks: a question, a value that is none of the possible ones, or nothing. */
export interface Asked {
  readonly question?: Question;
  readonly unknown?: string;
}

/** The question of an address. */
export function questionIn(search: Search, options: readonly SubjectOption[]): Asked {
  const { sujet, periode = '' } = search;
  if (!sujet) return {};
  const option = options.find(({ subject }) => subject === sujet);
  if (!option) return { unknown: sujet };
  const [from = '', to = from] = periode.split('.');
  const [first, last] = [periodOf(from), periodOf(to)];
  if (!first || first.span !== last?.span || first.month > last.month) return { unknown: periode };
  const measures = option.measures.map(({ measure }) => measure);
  const dimensions = option.dimensions.map(({ dimension }) => dimension);
  const filter = listIn(search['filtre']).map(valueIn);
  const unknown =
    listIn(search['mesures']).find((it) => !measures.some((measure) => measure === it)) ??
    listIn(search['par']).find((it) => !dimensions.some((dimension) => dimension === it)) ??
    filter.find((it) => !hasValue(option, it))?.written ??
    (releaseIn(search) ? undefined : search['arrete']);
  if (unknown) return { unknown };
  return {
    question: {
      subject: option.subject,
      from,
      to,
      measures: measures.filter((it) => listIn(search['mesures']).includes(it)),
      // In the order of the address, which is that of the columns.
      by: listIn(search['par']).flatMap((it) => dimensions.filter((dimension) => dimension === it)),
      filter: filter.map(({ dimension, key }) => ({ dimension, key }) as FilterValue),
      release: releaseIn(search),
    },
  };
}

/** Writes a question into the address. */
export function searchOf({ subject, from, to, measures, by, filter, release }: Question): Search {
  return {
    sujet: subject,
    mesures: measures.join('.'),
    periode: from === to ? from : `${from}.${to}`,
    par: by.join('.'),
    filtre: filter.map(({ dimension, key }) => `${dimension}-${key}`).join('.'),
    arrete: release,
  };
}

/** A question to begin with: the first subject in the last whole year. */
export function firstQuestion(options: readonly SubjectOption[], year: number): Question | undefined {
  const [option] = options;
  if (!option) return undefined;
  const period = { from: String(year), to: String(year) };
  const { subject } = option;
  return fitted({ subject, ...period, measures: [], by: [], filter: [], release: undefined }, option);
}

/** A saved question; undefined when its period or a value no longer exists. */
export function questionOfSaved(
  { subject, measures, by, period, filter }: SavedQuestion_SavedAnalysisFragment,
  options: readonly SubjectOption[],
): Question | undefined {
  const option = options.find((it) => it.subject === subject);
  const isTime = (dimension: string): dimension is Span => dimension in spans;
  const periods = periodsIn(period, by.find(isTime));
  if (!option || !periods || monthOf(period.from) >= monthOf(period.until)) return undefined;
  const partners = subject === 'REFERRALS' ? 'FROM_PARTNER' : 'PARTNER';
  const values: FilterValue[] = [
    ...(filter.values ?? []),
    ...(filter.district ?? []).map((key) => ({ dimension: 'DISTRICT' as const, key })),
    // The id of a partner ends with the key that a filter takes.
    ...(filter.partner ?? []).map((id) => ({
      dimension: partners as FilterValue['dimension'],
      key: valuesOf(option, partners).find(({ key }) => id.endsWith(key))?.key ?? id,
    })),
  ];
  const split = by.filter((dimension) => !isTime(dimension));
  return {
    subject,
    from: periods[0],
    to: periods[1],
    measures,
    by: split,
    filter: values,
    release: undefined,
  };
}

const listIn = (text: string | undefined): string[] => text?.split('.').filter(Boolean) ?? [];

/** A value of a filter, as the address writes it: UNDER_26-YES. */
function valueIn(written: string) {
  const [dimension = '', ...key] = written.split('-');
  return { written, dimension, key: key.join('-') };
}

function valuesOf(option: SubjectOption, dimension: string): SubjectOption['dimensions'][number]['values'] {
  return option.dimensions.find((it) => it.dimension === dimension)?.values ?? [];
}

function hasValue(option: SubjectOption, { dimension, key }: { dimension: string; key: string }): boolean {
  return valuesOf(option, dimension).some((it) => it.key === key);
}

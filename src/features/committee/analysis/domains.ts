import { type Language, type Text } from '../../../i18n.js';
import type { Dimension } from '../disclosure/index.js';
import type { Directory } from '../facts.js';
import { statusLabels, valueLabels } from './labels.js';
import type { AnalysisDimension } from './lists.js';
import { type AdHocQuestion, isTime } from './question.js';

/** The possible values of a dimension with their labels, in the order in which they are shown. */
export type Domain = ReadonlyMap<string, string>;

/** The value of a dimension that does not apply to a row, such as the decline reason of an accepted referral. */
export const NOT_APPLICABLE = '';

/** The values that a dimension has in a question, with their labels in the language of the request. */
export function domainOf(
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

/** For a dimension that the question is split by: the values that the filter keeps. */
export function narrowed(
  dimension: AnalysisDimension,
  { partners, districts }: AdHocQuestion,
): { only?: readonly string[] } {
  if (partners && (dimension === 'PARTNER' || dimension === 'FROM_PARTNER')) return { only: partners };
  if (districts && dimension === 'DISTRICT') return { only: districts };
  return {};
}

/** The dimensions by which the question is filtered but not split. */
export function withinOf(question: AdHocQuestion, partners: readonly Directory[]): Dimension[] {
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

/** Compares rows of an answer by the order of their values in the dimensions' domains; totals come first. */
export function compareByDomains(domains: readonly Domain[]): (one: Placed, other: Placed) => number {
  const ranks = domains.map((domain) => new Map([...domain.keys()].map((value, rank) => [value, rank])));
  const rankOf = ({ at }: Placed, index: number) => ranks[index]?.get(at[index] ?? NOT_APPLICABLE) ?? -1;
  return (one, other) => {
    for (const index of ranks.keys()) {
      const difference = rankOf(one, index) - rankOf(other, index);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** The position of a row: a value for each dimension, null for all values together. */
interface Placed {
  readonly at: readonly (string | null)[];
}

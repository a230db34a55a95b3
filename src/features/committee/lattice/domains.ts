import { statusLabels, valueLabels } from './labels.js';
import type { AnalysisSubject } from './lists.js';
import { allSubjects, type CellDimension, subjects } from './subjects.js';

/** The partners and companies of the town, by key. */
export interface Directories {
  readonly partners: readonly string[];
  readonly companies: readonly string[];
}

/** The possible values of a dimension of a subject, in the order in which they are shown. */
export function domainOf(
  subject: AnalysisSubject,
  dimension: CellDimension,
  { partners, companies }: Directories,
): readonly string[] {
  switch (dimension) {
    case 'PARTNER':
    case 'FROM_PARTNER':
    case 'TO_PARTNER':
      return partners;
    case 'COMPANY':
      return companies;
    case 'STATUS':
      return Object.keys(statusLabels[subject]);
    case 'DISTRICT':
    case 'AGE_BAND':
    case 'UNDER_26':
      // Only the visitors of a forum may be anonymous.
      return Object.keys(valueLabels[dimension]).filter(
        (value) => value !== 'UNKNOWN' || subject === 'FORUM_ATTENDANCES',
      );
    default:
      return Object.keys(valueLabels[dimension]);
  }
}

/** The closed lists of each subject's dimensions, without those of partners and companies. */
export type ClosedLists = Readonly<
  Record<AnalysisSubject, Readonly<Partial<Record<CellDimension, readonly string[]>>>>
>;

/** The closed lists of every subject's dimensions. */
export const closedLists: ClosedLists = Object.fromEntries(
  allSubjects.map((subject) => [
    subject,
    Object.fromEntries(
      subjects[subject].dimensions
        .filter((dimension) => !isDirectory(dimension))
        .map((dimension) => [dimension, domainOf(subject, dimension, { partners: [], companies: [] })]),
    ),
  ]),
) as ClosedLists;

/** Whether the values of a dimension are partners or companies. */
function isDirectory(dimension: CellDimension): boolean {
  return ['PARTNER', 'FROM_PARTNER', 'TO_PARTNER', 'COMPANY'].includes(dimension);
}

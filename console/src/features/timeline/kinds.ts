import type { TimelineKind } from '../../hub/gql/enums.js';
import type { Search } from '../../lib/search.js';

/* The filter of the timeline: families of kinds, and how the address writes them. */

/** The kinds of each family, by its name in the address. */
const families = {
  etapes: ['STEP'],
  notes: ['NOTE'],
  'rendez-vous': ['APPOINTMENT'],
  orientations: ['REFERRAL_SENT', 'REFERRAL_ANSWERED'],
  parcours: ['PATHWAY_OPENED', 'PATHWAY_CLOSED', 'OBJECTIVE_SET', 'OBJECTIVE_CLOSED'],
  freins: ['BARRIER_FOUND', 'BARRIER_LIFTED'],
  situations: ['OUTCOME', 'CLAUSE_CONTRACT'],
  forums: ['ATTENDANCE'],
  acces: ['SHARING_GRANTED', 'SHARING_ENDED'],
} satisfies Record<string, readonly TimelineKind[]>;

export type Family = keyof typeof families;

export const allFamilies = Object.keys(families) as Family[];

export interface KindFilter {
  /** The families that are shown; none means all. */
  readonly chosen: readonly Family[];
  /** The kinds for the API; undefined means all. */
  readonly kinds: TimelineKind[] | undefined;
  /** A value of the address that is no family. */
  readonly unknown: string | undefined;
}

export function kindsOf({ voir = '' }: Search): KindFilter {
  const named = voir.split(',').filter(Boolean);
  const chosen = allFamilies.filter((it) => named.includes(it));
  return {
    chosen,
    kinds: chosen.length > 0 ? chosen.flatMap((it): TimelineKind[] => families[it]) : undefined,
    unknown: named.find((it) => !(it in families)),
  };
}

/** Writes the filter into the address, with one family more or less. */
export function searchWith({ chosen }: KindFilter, family: Family, isShown: boolean): Search {
  const changed = isShown ? [...chosen, family] : chosen.filter((it) => it !== family);
  return { voir: changed.length > 0 ? changed.join(',') : undefined };
}

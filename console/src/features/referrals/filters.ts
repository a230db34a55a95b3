import type { ReferralPriority, ReferralStatus } from '../../hub/gql/enums.js';
import { oneOf, type Search, unknownValue } from '../../lib/search.js';

/* The filters of the reception, and how the address writes them. */

/** The states of referrals that wait for somebody, or that are in course. */
export const openStates: readonly ReferralStatus[] = [
  'REQUESTED',
  'IN_REVIEW',
  'INFO_REQUESTED',
  'WAITLISTED',
  'ACCEPTED',
  'IN_PROGRESS',
  'ON_HOLD',
];

/** All states that can be chosen as a filter. */
export const allStates: readonly ReferralStatus[] = [
  ...openStates,
  'COMPLETED',
  'NOT_COMPLETED',
  'DECLINED',
  'CANCELLED',
  'EXPIRED',
  'ENTERED_IN_ERROR',
  'DRAFT',
];

export interface ReceptionFilters {
  readonly box: 'INBOX' | 'OUTBOX';
  /** `open`, one state, or all of them. */
  readonly state: ReferralStatus | 'open' | 'all';
  readonly priority: ReferralPriority | undefined;
  readonly mine: boolean;
  /** Only referrals whose answer is overdue. */
  readonly overdue: boolean;
  /** The id of the service that is asked; for received referrals. */
  readonly service: string | undefined;
  /** The first value of the address that is none of the known ones. */
  readonly unknown: string | undefined;
}

/** The values of each filter in the address. */
const known = {
  boite: ['envoyees'],
  etat: [...allStates, 'all'],
  priorite: ['ROUTINE', 'URGENT'],
  moi: ['oui'],
  retard: ['oui'],
} as const;

/** Reads the filters from the address. A value that is not known is named in `unknown`, and the default applies. */
export function filtersOf(search: Search): ReceptionFilters {
  return {
    box: search['boite'] === 'envoyees' ? 'OUTBOX' : 'INBOX',
    state: oneOf(known.etat, search['etat']) ?? 'open',
    priority: oneOf(known.priorite, search['priorite']),
    mine: search['moi'] === 'oui',
    overdue: search['retard'] === 'oui',
    service: search['offre'],
    unknown: unknownValue(search, known),
  };
}

/** Writes the filters into the address; defaults are left out. */
export function searchOf(filters: ReceptionFilters): Search {
  return {
    boite: filters.box === 'OUTBOX' ? 'envoyees' : undefined,
    etat: filters.state === 'open' ? undefined : filters.state,
    priorite: filters.priority,
    moi: filters.mine ? 'oui' : undefined,
    retard: filters.overdue ? 'oui' : undefined,
    offre: filters.service,
  };
}

/** Whether a filter besides the box is set. */
export function isFiltered(filters: ReceptionFilters): boolean {
  return Object.values(searchOf({ ...filters, box: 'INBOX' })).some((value) => value !== undefined);
}

/** The states of the filter for the API. */
export function statesOf({ box, state }: ReceptionFilters): readonly ReferralStatus[] | undefined {
  if (state === 'all') return undefined;
  if (state !== 'open') return [state];
  // A draft waits for its sender.
  return box === 'OUTBOX' ? [...openStates, 'DRAFT'] : openStates;
}

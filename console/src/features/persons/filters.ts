import type { District } from '../../hub/gql/enums.js';
import { oneOf, type Search, unknownValue } from '../../lib/search.js';

/* The filters of the list of persons, and how the address writes them. Names, dates and numbers are never in it. */

export const districts: readonly District[] = ['NORTH', 'SOUTH', 'OUTSIDE'];

const addressOf: Readonly<Record<District, string>> = { NORTH: 'nord', SOUTH: 'sud', OUTSIDE: 'hors-ville' };

/** Who is responsible for the persons: the viewer's partner or another one. */
export type Referent = 'nous' | 'autre';
/** Whether the persons have a pathway that is not closed. */
export type Pathway = 'en-cours' | 'aucun';

export interface PersonFilters {
  readonly district: District | undefined;
  readonly referent: Referent | undefined;
  readonly pathway: Pathway | undefined;
  readonly order: 'NAME' | 'NEWEST';
  /** The first value of the address that is none of the known ones. */
  readonly unknown: string | undefined;
}

/** The values of each filter in the address. */
const known = {
  quartier: Object.values(addressOf),
  referent: ['nous', 'autre'],
  parcours: ['en-cours', 'aucun'],
  ordre: ['recentes'],
} as const;

export function filtersOf(search: Search): PersonFilters {
  return {
    district: districts.find((it) => addressOf[it] === search['quartier']),
    referent: oneOf(known.referent, search['referent']),
    pathway: oneOf(known.parcours, search['parcours']),
    order: search['ordre'] === 'recentes' ? 'NEWEST' : 'NAME',
    unknown: unknownValue(search, known),
  };
}

/** Writes the filters into the address; defaults are left out. */
export function searchOf({ district, referent, pathway, order }: PersonFilters): Search {
  return {
    quartier: district && addressOf[district],
    referent,
    parcours: pathway,
    ordre: order === 'NEWEST' ? 'recentes' : undefined,
  };
}

/** What is searched: it identifies a person, and so it stays in memory. */
export interface PersonSearch {
  readonly name: string;
  readonly birthDate: string;
  readonly phone: string;
}

export const noSearch: PersonSearch = { name: '', birthDate: '', phone: '' };

export function isSearching({ name, birthDate, phone }: PersonSearch): boolean {
  return Boolean(name.trim() || birthDate || phone.trim());
}

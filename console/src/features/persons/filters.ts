import type { District } from '../../hub/gql/enums.js';
import { oneOf, type Search } from '../../lib/search.js';

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

export function filtersOf(search: Search): PersonFilters {
  const { quartier, ordre } = search;
  const district = districts.find((it) => addressOf[it] === quartier);
  const order = oneOf(['recentes'] as const, ordre);
  const referent = oneOf(['nous', 'autre'] as const, search['referent']);
  const pathway = oneOf(['en-cours', 'aucun'] as const, search['parcours']);
  return {
    district,
    referent,
    pathway,
    order: order ? 'NEWEST' : 'NAME',
    unknown:
      (quartier && !district && quartier) ||
      (ordre && !order && ordre) ||
      (!referent && search['referent']) ||
      (!pathway && search['parcours']) ||
      undefined,
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

import type { Span } from '../lib/periods.js';
import { type Words, words } from '../lib/words.js';

/** The spans of time, as a choice. */
export const spanWords: Words<Record<Span, string>> = words(
  { YEAR: 'Année', HALF_YEAR: 'Semestre', QUARTER: 'Trimestre', MONTH: 'Mois' },
  { YEAR: 'Year', HALF_YEAR: 'Half-year', QUARTER: 'Quarter', MONTH: 'Month' },
);

const ordinal = (place: number) => (place === 1 ? '1er' : `${place}e`);

export const periodWords = words(
  {
    span: 'Durée',
    period: 'Période',
    from: 'Première période',
    to: 'Dernière période',
    halfYear: (place: number, year: number) => `${ordinal(place)} semestre ${year}`,
    quarter: (place: number, year: number) => `${ordinal(place)} trimestre ${year}`,
    range: (first: string, last: string) => `${first} à ${last}`,
  },
  {
    span: 'Length',
    period: 'Period',
    from: 'First period',
    to: 'Last period',
    halfYear: (place: number, year: number) => `half-year ${place} of ${year}`,
    quarter: (place: number, year: number) => `quarter ${place} of ${year}`,
    range: (first: string, last: string) => `${first} to ${last}`,
  },
);

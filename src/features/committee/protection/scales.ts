import type { Amount } from '../lattice/lattice.js';
import { type Span, spans } from '../lattice/subjects.js';

/** The fewest companies in a shown number of hours: fewer companies could compute each other's hours. */
const fewestCompanies = 3;
/** The largest share of the hours that one company may have: above it, the sum reveals the company's hours. */
const dominance = 0.85;

/** A full-time month, in hours (35 hours a week, French labour code, article L3121-27). */
const fullTimeMonth = 151.67;

/**
 * By how much the noise on an amount is larger than that on a number of persons: about a fifth of the most that a person
 * can add. Constants of the definition, because a scale that follows the data would reveal them. A person has a few
 * pathways, referrals or visits a year.
 */
export function scaleOf(amount: Amount, span: Span): number {
  return amount === 'ROWS' ? 2 : Math.round((fullTimeMonth * spans[span]) / 5);
}

/** Whether hours would reveal the hours of one company. */
export function isDominated(companies: ReadonlyMap<string, number>): boolean {
  const hours = [...companies.values()];
  const total = hours.reduce((sum, it) => sum + it, 0);
  return hours.length < fewestCompanies || Math.max(...hours) > dominance * total;
}

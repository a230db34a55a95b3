import type { Span } from '../lattice/subjects.js';
import type { ProtectionLevel } from './level.js';

/** The parameters of a level. They were chosen by measurement: see decision 35. */
export interface Protection {
  /** The standard deviation of the noise on a number of persons. */
  readonly sigma: number;
  /** The smallest noisy number of persons that is shown. */
  readonly threshold: number;
  /** The spans for which there are figures. */
  readonly spans: readonly Span[];
}

export const protections: Readonly<Record<ProtectionLevel, Protection>> = {
  STRICT: { sigma: 18, threshold: 60, spans: ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'] },
  DEFAULT: { sigma: 14, threshold: 45, spans: ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'] },
  YEARLY: { sigma: 14, threshold: 45, spans: ['YEAR'] },
};

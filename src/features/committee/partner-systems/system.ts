/** A problem with the system of a partner, for the log. */
export interface SystemProblem {
  /** The slug of the partner. */
  readonly partner: string;
  /** What could not be done. */
  readonly problem: string;
  readonly reason: string;
}

/** Reports a problem with the system of a partner. */
export type Report = (problem: SystemProblem) => void;

/** The system of a partner, as the hub asks it. */
export interface AskedSystem {
  /** The key of the partner. */
  readonly id: string;
  readonly slug: string;
  readonly url: string;
}

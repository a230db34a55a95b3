/** The system of a partner, as the hub asks it. */
export interface AskedSystem {
  /** The key of the partner. */
  readonly id: string;
  readonly slug: string;
  readonly url: string;
}

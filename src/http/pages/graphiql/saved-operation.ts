/**
 * An operation that the page opens in a new tab. Its document begins with a comment in French that says what the
 * operation does and what to fill in.
 */
export interface SavedOperation {
  /** The title in French, in the words that professionals use. */
  readonly title: string;
  /** The heading under which the page lists it. */
  readonly group: string;
  readonly document: string;
  /** In strings, `{uuid}` becomes a new random key and `{today}` today's date when the operation is opened. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

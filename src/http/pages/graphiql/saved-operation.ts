/**
 * An operation that the page opens in a tab of its own. Its document begins with a comment, in French, that
 * says what it does and what to fill in.
 */
export interface SavedOperation {
  /** In French, as people at work say it. */
  readonly title: string;
  /** The heading under which the page lists it. */
  readonly group: string;
  /** What stands behind `#` in an address that opens it: a mail's link. `provider-routes.ts` knows these, too. */
  readonly anchor?: string;
  readonly document: string;
  /** In strings, `{uuid}` becomes a new random key and `{today}` today's date when the operation is opened. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

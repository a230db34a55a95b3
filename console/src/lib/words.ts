/** The words of a part of the console, in both languages. English has the same keys as French. */
export interface Words<T> {
  readonly fr: T;
  readonly en: T;
}

/** Declares words in both languages; the type of the French ones is that of both. */
export function words<T>(fr: T, en: NoInfer<T>): Words<T> {
  return { fr, en };
}

/**
 * Waits for independent work, such as checks that read from the database: their statements are sent together. If
 * several fail, the error is that of the first one in the given order, as if they had run one after another.
 */
export async function inOrder<Values extends readonly unknown[]>(
  work: readonly [...{ [Key in keyof Values]: Promise<Values[Key]> }],
): Promise<Values> {
  const outcomes = await Promise.allSettled(work);
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }) as unknown as Values;
}

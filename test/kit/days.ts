const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

/** The date `count` days ago. */
export const daysAgo = (count: number): string => days(-count);

/** The date in `count` days. */
export const daysAhead = (count: number): string => days(count);

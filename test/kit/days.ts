const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

/** A day some days ago. */
export const daysAgo = (count: number): string => days(-count);

/** A day to come. */
export const daysAhead = (count: number): string => days(count);

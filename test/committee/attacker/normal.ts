/** The density of the standard normal distribution. */
export function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** The probability of more than `x` (Abramowitz and Stegun 26.2.17, error below 1e-7). */
export function upper(x: number): number {
  if (x < 0) return 1 - upper(-x);
  const t = 1 / (1 + 0.2316419 * x);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  return density(x) * series.reduceRight((sum, factor) => (sum + factor) * t, 0);
}

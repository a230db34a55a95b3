/** A figure of several rounds. */
export interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function figureOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((one, other) => one - other);
  return {
    median:
      ((sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN) + (sorted[sorted.length >> 1] ?? 0)) / 2,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  };
}

/** The value below which a share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

/** The ratios of figures that were measured in the same rounds. */
export function ratioOf(values: readonly number[], to: readonly number[]): Figure {
  return figureOf(values.map((value, round) => value / (to[round] ?? Number.NaN)));
}

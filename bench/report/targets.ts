import type { CaseKey } from '../cases.js';

/** What the hub is to reach: throughput and CPU time of the server, as ratios to the bare server. */
export const targets: Readonly<Record<CaseKey, { readonly throughput: number; readonly cpu: number }>> = {
  a: { throughput: 0.6, cpu: 2.5 },
  b: { throughput: 0.75, cpu: 2.2 },
  c: { throughput: 0.8, cpu: 2.2 },
  d: { throughput: 0.8, cpu: 2 },
  f: { throughput: 0.5, cpu: 3 },
};

/** By how much the time of a statement may grow from the demonstration town to the largest town. */
export const targetGrowth = 2;

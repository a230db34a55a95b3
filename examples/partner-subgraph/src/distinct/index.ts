/**
 * The partner's side of the count of distinct persons: docs/decisions/0039-distinct-persons.md of the hub says how it
 * works and what it reveals. Copy this folder into a system of your own; it needs nothing but Node.
 */
export { DistinctCounts, type DistinctOptions } from './counts.ts';
export { HubTokens } from './hub-tokens.ts';
export { fileMemory, type Memory, type PastRun } from './past-runs.ts';
export type { Period } from './period.ts';
export { entryOf, type Person } from './persons.ts';
export { Blinding, pointOf } from './points.ts';

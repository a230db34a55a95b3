import type { Feature } from '../feature.js';
import { Distinction } from './distinction.js';
import { DistinctionMutations } from './distinction.mutations.js';
import { Merge } from './merge.js';
import { MergeMutations } from './merge.mutations.js';
import { BeneficiaryMerges } from './merge.queries.js';

export { movable } from './movable.js';

export const merges: Feature = {
  stored: [Merge, Distinction],
  resolvers: [BeneficiaryMerges, MergeMutations, DistinctionMutations],
};

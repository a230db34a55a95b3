import type { Feature } from '../graphql/feature.js';
import { Merge } from './merge.js';
import { MergeMutations } from './merge.mutations.js';
import { BeneficiaryMerges } from './merge.queries.js';

export { movable } from './movable.js';

export const merges: Feature = {
  stored: [Merge],
  resolvers: [BeneficiaryMerges, MergeMutations],
};

import type { Feature } from '../graphql/feature.js';
import { ErasedCount } from './erased-count.js';
import { ErasureMutations } from './erasure.mutations.js';

export const rights: Feature = { stored: [ErasedCount], resolvers: [ErasureMutations] };

import type { Feature } from '../feature.js';
import { ErasedCount } from './erased-count.js';
import { ErasureMutations } from './erasure.mutations.js';
import { RightsQueries } from './rights.queries.js';

export { type AccessGrant, type AccessLook, type AccessSheet, accessSheet } from './access-sheet.js';
export { exportFile } from './export.js';
export { leftOut, PersonFileShape, personFileSchema } from './person-file.js';
export { sections, within } from './sections.js';
export { workOfRights } from './work.js';

export const rights: Feature = { stored: [ErasedCount], resolvers: [ErasureMutations, RightsQueries] };

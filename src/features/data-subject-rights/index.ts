import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import { ErasedCount } from './erased-count.js';
import * as erasureCommands from './erasure.commands.js';
import { RightsQueries } from './rights.queries.js';

export { type AccessGrant, type AccessLook, type AccessSheet, accessSheet } from './access-sheet.js';
export { exportFile } from './export.js';
export { leftOut, PersonFileShape, personFileSchema } from './person-file.js';
export { nestedTables, sections } from './sections.js';
export { workOfRights } from './work.js';

export const dataSubjectRights: Feature = {
  stored: [ErasedCount],
  commands: commandsIn(erasureCommands),
  resolvers: [RightsQueries],
};

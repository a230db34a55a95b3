import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import { Appointment } from './appointment.js';
import { Barrier } from './barrier.js';
import { Contact } from './contact.js';
import { Criterion } from './criterion.js';
import { BeneficiaryFile, PathwayFile } from './file.queries.js';
import * as followUpCommands from './follow-up.commands.js';
import { Note } from './note.js';
import { Objective } from './objective.js';
import * as situationCommands from './situation.commands.js';

export { Appointment, AppointmentStatus } from './appointment.js';
export { Barrier, BarrierStatus, BarrierTheme } from './barrier.js';
export { Contact, ContactKind } from './contact.js';
export { Criterion, CriterionKey } from './criterion.js';
export { Note } from './note.js';
export { Objective, ObjectiveStatus } from './objective.js';

/** The entries of a person's case file. Each kind of entry has its own table, so that row policies can enforce scopes. */
export const caseFiles: Feature = {
  stored: [Contact, Criterion, Barrier, Objective, Appointment, Note],
  commands: commandsIn(followUpCommands, situationCommands),
  resolvers: [BeneficiaryFile, PathwayFile],
};

import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import * as attendanceCommands from './attendance.commands.js';
import { Attendance } from './attendance.js';
import { Exhibitor } from './exhibitor.js';
import * as forumCommands from './forum.commands.js';
import { Forum } from './forum.js';
import { BeneficiaryAttendances, ForumQueries, ReferralAttendance } from './forum.queries.js';

export { Attendance } from './attendance.js';
export { Exhibitor, ExhibitorKind } from './exhibitor.js';
export { Forum, ForumArea } from './forum.js';

export const forums: Feature = {
  stored: [Forum, Exhibitor, Attendance],
  commands: commandsIn(attendanceCommands, forumCommands),
  resolvers: [ForumQueries, BeneficiaryAttendances, ReferralAttendance],
};

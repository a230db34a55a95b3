import type { Feature } from '../feature.js';
import { Attendance } from './attendance.js';
import { Exhibitor } from './exhibitor.js';
import { Forum } from './forum.js';
import { ForumMutations } from './forum.mutations.js';
import { BeneficiaryAttendances, ForumQueries, ReferralAttendance } from './forum.queries.js';

export { Attendance } from './attendance.js';
export { Exhibitor, ExhibitorKind } from './exhibitor.js';
export { Forum, ForumArea } from './forum.js';

export const forums: Feature = {
  stored: [Forum, Exhibitor, Attendance],
  resolvers: [ForumQueries, BeneficiaryAttendances, ReferralAttendance, ForumMutations],
};

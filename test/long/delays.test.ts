import { dueStepsAreDoneOnce } from '../faults/delays.js';

dueStepsAreDoneOnce({ referrals: 30, kills: 4 });

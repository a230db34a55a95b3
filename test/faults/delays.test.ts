import { dueStepsAreDoneOnce } from './delays.js';

dueStepsAreDoneOnce({ referrals: 12, kills: 1 });

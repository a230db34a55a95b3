import { nothingIsLost } from '../faults/nothing-lost.js';

nothingIsLost({ referrals: 1000, kills: 10, restarts: [3, 7] });

import { nothingIsLost } from './nothing-lost.js';

nothingIsLost({ referrals: 40, kills: 1, restarts: [1] });

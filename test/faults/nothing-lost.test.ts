import { nothingIsLost } from './nothing-lost.js';

nothingIsLost({ referrals: 90, kills: 2, restarts: [1] });

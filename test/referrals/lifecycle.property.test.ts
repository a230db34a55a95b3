import { referralsFollowTheTable } from './lifecycle-property.js';

referralsFollowTheTable(6);

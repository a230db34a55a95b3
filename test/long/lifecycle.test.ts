import { referralsFollowTheTable } from '../referrals/lifecycle-property.js';

referralsFollowTheTable(100);

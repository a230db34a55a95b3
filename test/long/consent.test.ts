import { noAccessOutlivesAWithdrawal } from '../access/consent-campaign.js';

noAccessOutlivesAWithdrawal(100);

import { noAccessOutlivesAWithdrawal } from './consent-campaign.js';

noAccessOutlivesAWithdrawal(8);

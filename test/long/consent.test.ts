import { testAccessEndsWithWithdrawal } from '../access/consent-property.js';

testAccessEndsWithWithdrawal(100);

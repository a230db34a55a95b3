import { testAccessEndsWithWithdrawal } from './consent-property.js';

testAccessEndsWithWithdrawal(4);

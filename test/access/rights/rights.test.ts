import { testTableOfRights } from './rights.js';

testTableOfRights('one of each outcome');

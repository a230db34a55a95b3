import { testTableOfRights } from '../access/rights/rights.js';

testTableOfRights('all');

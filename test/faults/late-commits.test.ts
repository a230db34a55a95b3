import { lateCommitsAreRead } from './late-commits.js';

lateCommitsAreRead(1000);

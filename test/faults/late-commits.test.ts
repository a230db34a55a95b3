import { lateCommitsAreRead } from './late-commits.js';

lateCommitsAreRead(300);

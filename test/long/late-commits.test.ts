import { lateCommitsAreRead } from '../faults/late-commits.js';

lateCommitsAreRead(10_000);

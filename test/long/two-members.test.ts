import { noUpdateIsLost } from '../faults/two-members.js';

noUpdateIsLost(100);

import { noUpdateIsLost } from './two-members.js';

noUpdateIsLost(10);

import { strangersFindNothing } from '../access/stranger.js';

strangersFindNothing(3);

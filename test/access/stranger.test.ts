import { strangersFindNothing } from './stranger.js';

strangersFindNothing(2);

import { testStrangersReadNothing } from './stranger.js';

testStrangersReadNothing(2, 3);

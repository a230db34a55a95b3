import { testStrangersReadNothing } from '../access/stranger.js';

testStrangersReadNothing(3);

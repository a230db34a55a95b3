import { testStrangersReadNothing } from '../access/stranger.js';

testStrangersReadNothing(3, Number.POSITIVE_INFINITY);

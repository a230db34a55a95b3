import { describe } from '@jest/globals';
import { sequencesFollowTheModel } from './sequences.js';

describe('any sequence of merges, acts, undone merges and erasures', () => sequencesFollowTheModel(4, 50));

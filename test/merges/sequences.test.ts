import { describe } from '@jest/globals';
import { sequencesFollowTheModel } from './sequences.js';

describe('random sequences of merges, other commands, undone merges and erasures', () =>
  sequencesFollowTheModel(2, 40));

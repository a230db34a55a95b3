import { describe } from '@jest/globals';
import { sequencesFollowTheModel } from '../merges/sequences.js';

describe('any sequence of merges, commands, undone merges and erasures', () =>
  sequencesFollowTheModel(12, 80));

import config from './jest.config.js';

/** The campaigns: what `npm test` proves too, many times over, and what only takes long. */
export default {
  ...config,
  roots: ['<rootDir>/test/long'],
  testPathIgnorePatterns: [],
};

import { availableParallelism } from 'node:os';

/** The built hub, as TypeScript's source names it: `npm test` builds first. */
const built = '^(?:\\.\\./)+(src|demo|migrations|scripts|bench)/(.*)\\.js$';

export default {
  testEnvironment: '<rootDir>/test/kit/jest/environment.mjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/test/long/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { [built]: '<rootDir>/dist/$1/$2.js', '^(\\.{1,2}/.*)\\.js$': '$1' },
  // It takes only objects of its own realm for configuration, so it belongs into the tests' one.
  transformIgnorePatterns: ['/node_modules/oidc-provider/'],
  transform: {
    '\\.m?js$': '<rootDir>/test/kit/jest/native-modules.mjs',
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/kit/jest/setup.mjs',
  globalTeardown: '<rootDir>/test/kit/jest/teardown.mjs',
  // Two more than there are cores: tests wait for processes and for PostgreSQL.
  maxWorkers: availableParallelism() + 2,
  // Against what hangs, not against what is slow.
  testTimeout: 600_000,
};

import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';
// The decorators need it, whichever module a test file begins with.
import 'reflect-metadata';

const require = createRequire(import.meta.url);

// A worker ends with the run that started it, however that ends; Jest's own workers would stay.
process.once('disconnect', () => process.exit(1));

/**
 * Node’s environment, plus `nativeModule`: a module loaded by Node itself, outside the test's VM context.
 * Node loads it once per worker, however many test files import it.
 */
export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.nativeModule = require;
  }
}

import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';
// The decorators need it, and a test file may import any module first.
import 'reflect-metadata';

const require = createRequire(import.meta.url);

// Ends the worker when the run that started it ends in any way; Jest's workers would keep running.
const endWorker = () => process.exit(1);
process.once('disconnect', endWorker);
// When Jest no longer listens for messages, the worker is done; this listener would keep its channel open.
process.on('removeListener', (event) => {
  if (event === 'message') process.off('disconnect', endWorker);
});

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

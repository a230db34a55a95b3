import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';
// The decorators need it, and a test file may import any module first.
import 'reflect-metadata';

const require = createRequire(import.meta.url);

// Ends the worker when its parent process ends in any way. Otherwise Jest's workers would keep running.
const endWorker = () => process.exit(1);
process.once('disconnect', endWorker);
// When Jest removes its message listener, the worker has finished. This listener would keep the channel, and so the
// process, alive.
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

import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';
// The decorators need it, and a test file may import any module first.
import 'reflect-metadata';

const require = createRequire(import.meta.url);

// Ends the worker when its parent process ends in any way. Otherwise Jest's workers would keep running.
process.once('disconnect', () => process.exit(1));
// When Jest removes its message listener, the worker has finished. The hub that its test files share would keep it alive.
process.on('removeListener', (event) => {
  if (event === 'message') process.exit();
});

/** What the test files of this process share, see test/kit/hub.ts. */
export const worker = {};

/**
 * Node’s environment, plus `nativeModule`: a module loaded by Node itself, outside the test's VM context; Node loads it
 * once per worker, however many test files import it. And `worker`, an object that all test files of the worker share.
 */
export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { nativeModule: require, worker });
  }
}

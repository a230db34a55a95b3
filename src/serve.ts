import 'reflect-metadata';
import { fillWithTown } from '../demo/town/fill.js';
import { loadConfig } from './config.js';
import { startHub } from './hub.js';
import { StartError } from './start-error.js';

/** Runs the hub until it is told to stop; exit code 1 and one sentence when it cannot start. */
export async function serve(): Promise<void> {
  const started = performance.now();
  try {
    const config = loadConfig(process.env);
    const hub = await startHub(config, { fill: (ownerUrl) => fillWithTown(ownerUrl, config.secret) });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`The hub is ready after ${seconds} s: ${hub.url}/graphiql`);
    if (config.auth.mode === 'demo') {
      console.log('Demonstration mode: anybody may sign in as anybody, and all persons are fictional.');
    }
    stopOnSignal(hub.stop);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** A second signal does not wait. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error('The hub did not stop cleanly.', error);
          process.exit(1);
        },
      );
    });
  }
}

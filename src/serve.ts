import 'reflect-metadata';
import { fillWithTown } from '../demo/town/fill.js';
import { loadConfig } from './config.js';
import { type Hub, startHub } from './hub.js';
import { Progress } from './progress.js';
import { StartError } from './start-error.js';

/** Runs the hub until it is told to stop; exit code 1 and one sentence when it cannot start. */
export async function serve(): Promise<void> {
  const progress = new Progress((text) => process.stdout.isTTY && process.stdout.write(text));
  try {
    const config = loadConfig(process.env);
    const starting = startHub(config, {
      fill: (ownerUrl) => fillWithTown(ownerUrl, config.secret),
      onPhase: progress.enter,
    });
    stopOnSignal(starting);
    const { url } = await starting;
    progress.end();
    console.log(`The hub is ready after ${secondsSinceStart()} s: ${url}/graphiql`);
    if (config.auth.mode === 'demo') console.log(demonstration);
    if (process.stdout.isTTY) console.log('Ctrl-C stops it.');
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    progress.end();
    console.error(error.message);
    process.exit(1);
  }
}

const demonstration = `
Demonstration mode: anybody may sign in as anybody, and all persons are fictional.
Open the address in a browser and choose an account, such as conseil@csc.demo; the saved operations
follow a caseworker's day. \`npm run demo\` in another terminal tells the main story.
`;

/** Since the process began: loading the program is part of the wait. */
const secondsSinceStart = () => (performance.now() / 1000).toFixed(1);

/** How soon after a signal another is taken for the same one, in milliseconds: npm passes Ctrl-C on once more. */
const oneSignal = 500;

/**
 * Stops the hub, but not before it has started: half started, it has a database that nobody else would
 * stop. A second signal does not wait.
 */
function stopOnSignal(starting: Promise<Hub>): void {
  let stopping: number | undefined;
  const onSignal = async () => {
    if (stopping !== undefined) {
      if (performance.now() - stopping > oneSignal) process.exit(1);
      return;
    }
    stopping = performance.now();
    // A start that fails has stopped what it had started, and says so itself.
    const hub = await starting.catch(() => undefined);
    try {
      await hub?.stop();
      if (hub) process.exit(0);
    } catch (error) {
      console.error('The hub did not stop cleanly.', error);
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  if (process.env['npm_lifecycle_event']) whenOrphaned(onSignal);
}

/** The shell that npm runs the hub in dies of a signal without passing it on. */
function whenOrphaned(stop: () => Promise<void>): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void stop();
  }, 250).unref();
}

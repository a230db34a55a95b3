import 'reflect-metadata';
import { type Config, loadConfig } from './config/index.js';
import { type Hub, startHub } from './hub.js';
import { Progress } from './progress.js';
import { onStopSignal } from './signals.js';
import { StartError } from './start-error.js';

/** Runs the hub until it is told to stop; exit code 1 and one sentence when it cannot start. */
export async function serve(): Promise<void> {
  const progress = new Progress((text) => process.stdout.isTTY && process.stdout.write(text));
  try {
    const config = loadConfig(process.env);
    // Where people really sign in, `npm run setup` makes the first accounts.
    const isDemonstration = config.auth.mode === 'demo';
    const hasTown = isDemonstration && !config.databaseUrl;
    const town = hasTown ? townOf(config) : undefined;
    const starting = startHub(config, {
      onPhase: progress.enter,
      ...(town && { fill: async (ownerUrl) => (await town)(ownerUrl) }),
    });
    onStopSignal(() => stop(starting));
    const { url, hasPartners } = await starting;
    progress.end();
    console.log(`The hub is ready after ${secondsSinceStart()} s: ${url}/graphiql`);
    if (!hasPartners) console.log(nobodyYet);
    else if (isDemonstration) console.log(demonstration);
    if (process.stdout.isTTY) console.log('Ctrl-C stops it.');
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    progress.end();
    console.error(error.message);
    process.exit(1);
  }
}

/**
 * What fills a database with the demonstration's town, which is made up while the database starts. Loaded only
 * here: a real town never needs it.
 */
async function townOf({ dataDir, secret }: Config): Promise<(ownerUrl: string) => Promise<void>> {
  const { fillsWithTown } = await import('../demo/town/fill.js');
  return fillsWithTown(dataDir, secret);
}

const demonstration = `
Demonstration mode: anybody may sign in as anybody, and all persons are fictional.
Open the address in a browser and choose an account, such as conseil@csc.demo; the saved operations
follow a caseworker's day. \`npm run demo\` in another terminal tells the main story.
`;

const nobodyYet = `
The database has no partner yet, so nobody can sign in. \`npm run setup\` makes the town and its first accounts
(in the image: node dist/scripts/setup.js).
`;

/** Since the process began: loading the program is part of the wait. */
const secondsSinceStart = () => (performance.now() / 1000).toFixed(1);

/**
 * Stops the hub, but not before it has started: half started, it has a database that nobody else would
 * stop. A start that fails has stopped what it had started, and says so itself.
 */
async function stop(starting: Promise<Hub>): Promise<void> {
  const hub = await starting.catch(() => undefined);
  try {
    await hub?.stop();
    if (hub) process.exit(0);
  } catch (error) {
    console.error('The hub did not stop cleanly.', error);
    process.exit(1);
  }
}

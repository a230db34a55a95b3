import 'reflect-metadata';
import { type Config, loadConfig } from './config/index.js';
import { type Hub, startHub } from './hub.js';
import { Progress } from './progress.js';
import { onStopSignal } from './signals.js';
import { StartError } from './start-error.js';

/** Runs the hub until a stop signal. Exits with code 1 and one sentence when the hub cannot start. */
export async function serve(): Promise<void> {
  const progress = new Progress((text) => process.stdout.isTTY && process.stdout.write(text));
  const stopping = new AbortController();
  try {
    const config = loadConfig(process.env);
    // Outside demonstration mode, `npm run setup` creates the first accounts.
    const isDemonstration = config.auth.mode === 'demo';
    const hasTown = isDemonstration && !config.databaseUrl;
    const town = hasTown ? townOf(config) : undefined;
    const starting = startHub(config, {
      signal: stopping.signal,
      onPhase: progress.enter,
      ...(town && { fill: async (ownerUrl) => (await town)(ownerUrl) }),
    });
    onStopSignal(() => {
      stopping.abort();
      progress.end();
      console.log('Stopping …');
      return stop(starting);
    });
    const { url, content } = await starting;
    if (stopping.signal.aborted) return;
    progress.end();
    console.log(`The hub is ready after ${secondsSinceStart()} s: ${url}/`);
    if (content === 'NO_PARTNER') console.log(withoutPartners);
    else if (isDemonstration) console.log(content === 'OWN_DATA' ? ownData : demonstration);
    if (process.stdout.isTTY) console.log('Press Ctrl-C to stop it.');
  } catch (error) {
    // Ignores failures that stopping causes; `stop` ends the process.
    if (stopping.signal.aborted) return;
    if (!(error instanceof StartError)) throw error;
    progress.end();
    console.error(error.message);
    process.exit(1);
  }
}

/**
 * Returns a function that loads the demonstration town into a database. The data is generated while the database
 * starts. Imported on demand, because a real town does not need it.
 */
async function townOf({ dataDir, secret }: Config): Promise<(ownerUrl: string) => Promise<void>> {
  const { fillsWithTown } = await import('../demo/town/fill.js');
  return fillsWithTown(dataDir, secret);
}

const demonstration = `
Demonstration mode: everyone may sign in with any account, and all persons are fictional.
Open the address in a browser and choose an account. A second tab can be somebody else: refer a person
in one, and answer in the other. Run \`npm run demo\` in another terminal to see the main story.
`;

const ownData = `
Demonstration mode: everyone may sign in with any account, so enter fictional persons only. For real data, set
HUB_SECRET and the settings of the identity provider, such as AUTH_ISSUER.
`;

const withoutPartners = `
The database has no partner yet, so no one can sign in. Run \`npm run setup\` to create the town and its first
accounts (in the image: node dist/scripts/setup.js).
`;

/** The time since the process began, including the loading of the program. */
const secondsSinceStart = () => (performance.now() / 1000).toFixed(1);

/**
 * Waits until the start has succeeded or has undone its own steps, stops the hub, and ends the process: otherwise the
 * embedded database of a hub that is still starting would keep running.
 */
async function stop(starting: Promise<Hub>): Promise<void> {
  const hub = await starting.catch(() => undefined);
  try {
    await hub?.stop();
    process.exit(0);
  } catch (error) {
    console.error('The hub did not stop cleanly:', error);
    process.exit(1);
  }
}

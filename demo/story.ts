import 'reflect-metadata';
import { type Config, loadConfig } from '../src/config/index.js';
import { DataFolderInUse } from '../src/database/embedded/folder-lock.js';
import type { Hub } from '../src/hub.js';
import { stoppedAfter } from '../src/signals.js';
import { StartError } from '../src/start-error.js';
import { DemoUser } from './client.js';
import { showReferral } from './show-referral.js';

/*
 * `npm run demo`: runs the main example in the terminal, over HTTP and WebSocket. It uses the hub at the given address,
 * else the hub that runs on PORT, else a hub that it starts itself.
 */
async function main(): Promise<void> {
  const config = loadConfig({ LOG_LEVEL: 'warn', ...process.env });
  // The hub prints its address with a slash at the end.
  const given = process.argv[2]?.replace(/\/+$/, '');
  const url = given ?? `http://127.0.0.1:${config.port}`;
  if (await answers(url)) {
    console.log(`The hub at ${url} is running.`);
    return story(url, new AbortController().signal);
  }
  if (given) throw new StartError(`No hub answers at ${url}.`);
  const starting = start(config);
  const leaving = new AbortController();
  await stoppedAfter(
    async () => {
      const hub = await starting.catch((error: Error) => {
        throw error instanceof DataFolderInUse ? elsewhere(error, url) : error;
      });
      const data = config.databaseUrl ? 'the database of DATABASE_URL' : `data in ${config.dataDir}`;
      console.log(`No hub was running. A hub was started for the demo at ${hub.url}, with ${data}.`);
      await story(hub.url, leaving.signal);
    },
    async () => {
      leaving.abort();
      await (await starting.catch(() => undefined))?.stop();
    },
  );
}

const answers = (url: string) =>
  fetch(`${url}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );

/** Starts a hub for the demo, on a free port. */
async function start(config: Config): Promise<Hub> {
  const { startHub } = await import('../src/hub.js');
  const { fillsWithTown } = await import('./town/fill.js');
  return startHub({ ...config, port: 0 }, { fill: fillsWithTown(config.dataDir, config.secret) });
}

/** The error when another hub uses the data folder but listens on another port. */
function elsewhere(inUse: DataFolderInUse, url: string): StartError {
  return new StartError(
    `No hub answers at ${url}. ${inUse.fact}: set PORT to the port on which it listens, or give its address, such as \`npm run demo -- http://127.0.0.1:5000\`.`,
  );
}

/** Runs the demo at the hub. */
async function story(url: string, leaving: AbortSignal): Promise<void> {
  const users: DemoUser[] = [];
  const open = async (email: string) => {
    const user = await DemoUser.open(url, email, leaving);
    users.push(user);
    return user;
  };
  try {
    await showReferral(
      await open('conseil@csc.demo'),
      await open('conseil@club-relais.demo'),
      await open('conseil@aspe.demo'),
    );
  } finally {
    await Promise.all(users.map((user) => user.close()));
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

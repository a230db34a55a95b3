import 'reflect-metadata';
import { type Config, loadConfig } from '../src/config/index.js';
import { DataFolderInUse } from '../src/database/embedded/folder-lock.js';
import type { Hub } from '../src/hub.js';
import { stoppedAfter } from '../src/signals.js';
import { StartError } from '../src/start-error.js';
import { Desk } from './client.js';
import { tell } from './telling.js';

/*
 * `npm run demo`: tells the hub's main story in the terminal, over real HTTP and WebSocket, against
 * the hub at the address given, the one that runs on PORT, or else one that is started for it.
 */
async function main(): Promise<void> {
  const config = loadConfig({ LOG_LEVEL: 'warn', ...process.env });
  const [given] = process.argv.slice(2);
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
      console.log(
        `No hub was running: this one was started for the story at ${hub.url}, with data in ${config.dataDir}.`,
      );
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

/** Starts a hub for the story, on a free port. */
async function start(config: Config): Promise<Hub> {
  const { startHub } = await import('../src/hub.js');
  const { fillsWithTown } = await import('./town/fill.js');
  return startHub({ ...config, port: 0 }, { fill: fillsWithTown(config.dataDir, config.secret) });
}

/** The hub that has the data listens where nobody looked. */
function elsewhere(inUse: DataFolderInUse, url: string): StartError {
  return new StartError(
    `No hub answers at ${url}, but ${inUse.message}: set PORT to the port on which that hub listens, or give its address, such as \`npm run demo -- http://127.0.0.1:5000\`.`,
  );
}

/** Tells the story at the hub, until it is left. */
async function story(url: string, leaving: AbortSignal): Promise<void> {
  const desks: Desk[] = [];
  const open = async (email: string) => {
    const desk = await Desk.open(url, email, leaving);
    desks.push(desk);
    return desk;
  };
  try {
    await tell(
      await open('conseil@csc.demo'),
      await open('conseil@club-relais.demo'),
      await open('conseil@aspe.demo'),
    );
  } finally {
    await Promise.all(desks.map((desk) => desk.close()));
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

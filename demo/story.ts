import 'reflect-metadata';
import { loadConfig } from '../src/config.js';
import { StartError } from '../src/start-error.js';
import { Desk } from './client.js';
import { tell } from './telling.js';

/*
 * `npm run demo`: tells the hub's main story in the terminal, over real HTTP and WebSocket, against
 * the hub at the address given, the one that runs on PORT, or else one that is started for it.
 */
async function main(): Promise<void> {
  const { url, stop } = await findHub(process.argv[2]);
  const desks: Desk[] = [];
  try {
    const open = async (email: string) => {
      const desk = await Desk.open(url, email);
      desks.push(desk);
      return desk;
    };
    await tell(
      await open('conseil@csc.demo'),
      await open('conseil@club-relais.demo'),
      await open('conseil@aspe.demo'),
    );
  } finally {
    await Promise.all(desks.map((desk) => desk.close()));
    await stop();
  }
}

async function findHub(given: string | undefined): Promise<{ url: string; stop: () => Promise<void> }> {
  const config = loadConfig({ LOG_LEVEL: 'warn', ...process.env });
  const url = given ?? `http://127.0.0.1:${config.port}`;
  const running = await fetch(`${url}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );
  if (running || given) {
    if (!running) throw new StartError(`No hub answers at ${url}.`);
    console.log(`The hub at ${url} is running.`);
    return { url, stop: async () => {} };
  }
  const { startHub } = await import('../src/hub.js');
  const { fillWithTown } = await import('./town/fill.js');
  const hub = await startHub(
    { ...config, port: 0 },
    { fill: (ownerUrl) => fillWithTown(ownerUrl, config.secret) },
  );
  console.log(
    `No hub was running: this one was started for the story at ${hub.url}, with data in ${config.dataDir}.`,
  );
  return { url: hub.url, stop: () => hub.stop() };
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

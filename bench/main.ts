import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { withScratchDatabase } from '../scripts/scratch-database.js';
import { loadConfig } from '../src/config/index.js';
import { stopChildren } from './child.js';
import { compare } from './compare.js';
import type { Contender, RunningContender } from './contender.js';
import { bare } from './contenders/bare.js';
import { hub } from './contenders/hub.js';
import { Databases, quiet, serverSettings } from './databases.js';
import { measure, type Series } from './measure.js';
import { type Options, readOptions, usage } from './options.js';
import { type Sample, sampleOf } from './parameters.js';
import { printSeries } from './report/print.js';

/*
 * Measures the hub against a bare server that answers the same requests, on a large town. See docs/performance.md.
 *
 * npm run bench
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const began = performance.now();

/** Prints what is done now, with the seconds since the start. */
function say(text: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}`);
}

/** Starts all contenders, each on a copy of its own of a town, and waits until they have nothing left to do. */
async function startAll(
  databases: Databases,
  town: string,
  contenders: readonly Contender[],
): Promise<RunningContender[]> {
  const running: RunningContender[] = [];
  for (const [index, contender] of contenders.entries()) {
    const url = await databases.copy(town, `${town}_${index}`);
    await databases.holdFacts(url);
    running.push(await contender.start(url));
    await quiet(url);
  }
  return running;
}

async function bench(ownerUrl: string, options: Options): Promise<void> {
  const secret = loadConfig({}).secret;
  const databases = new Databases(ownerUrl, secret);
  say('loading the demonstration town');
  await databases.loadDemonstration();
  say(`making the town of ${options.copies} copies`);
  const persons = await databases.makeTown('town', options.copies);
  say(`${persons} persons; starting the servers`);
  const sample: Sample = await sampleOf(databases.urlOf('town'));
  const subjects = sample.viewers.map(({ viewer }) => viewer.subject);
  const contenders = [...options.hubs.map((it) => hub({ ...it, secret, subjects })), bare];
  const running = await startAll(databases, 'town', contenders);
  say('comparing their answers');
  await compare(running, sample, options.cases);
  const plan = {
    contenders: running,
    sample,
    database: await databases.serverPid(),
    rounds: options.rounds,
    share: options.quick ? 0.3 : 1,
  };
  const series: Series[] = [];
  for (const key of options.cases) {
    for (const connections of options.connections) {
      say(`case ${key}, ${connections} connections`);
      series.push(await measure(plan, key, connections));
    }
  }
  printSeries(series);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), root);
  await withScratchDatabase((ownerUrl) => bench(ownerUrl, options), {
    settings: serverSettings,
    stop: stopChildren,
  });
}

main().catch((error: Error) => {
  console.error(error.message.startsWith('Unknown option') ? `${error.message}\n\n${usage}` : error);
  process.exitCode = 1;
});

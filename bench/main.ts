import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { withScratchDatabase } from '../scripts/scratch-database.js';
import { loadConfig } from '../src/config/index.js';
import { stopChildren } from './child.js';
import { Databases, serverSettings } from './databases.js';
import { readOptions, usage } from './options.js';
import { tablesOf } from './report/tables.js';
import { writeReport } from './report/write.js';
import { type Results, run } from './run.js';

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

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), root);
  const secret = loadConfig({}).secret;
  let results: Results | undefined;
  await withScratchDatabase(
    async (ownerUrl) => {
      results = await run({ options, databases: new Databases(ownerUrl, secret), secret, say });
    },
    { settings: serverSettings, stop: stopChildren },
  );
  if (!results) return;
  console.log(`\n${tablesOf(results)}`);
  if (options.writes) await writeReport(root, results);
}

main().catch((error: Error) => {
  const isUsage = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(isUsage ? `${error.message}\n\n${usage}` : error);
  process.exitCode = 1;
});

import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { withScratchDatabase } from '../scripts/scratch-database.js';
import { loadConfig } from '../src/config/index.js';
import { stopChildren } from './child.js';
import { Databases, serverSettings } from './databases.js';
import { distinctTable } from './federation/distinct.js';
import { type Results, run } from './federation/run.js';
import { quantile } from './figures.js';
import { table } from './report/table.js';

/*
 * Measures the federation gateway on the demonstration town: what it adds to an answer of the hub, and its memory. And the
 * count of distinct persons with the system of a partner. See docs/federation.md and docs/performance.md.
 *
 * npm run bench:federation
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

async function main(): Promise<void> {
  const secret = loadConfig({}).secret;
  await withScratchDatabase(
    async (ownerUrl) => {
      await new Databases(ownerUrl, secret).loadDemonstration();
      console.log(`${tableOf(await run({ ownerUrl, secret, root }))}\n`);
      console.log(await distinctTable());
    },
    { settings: serverSettings, stop: stopChildren },
  );
}

/** The figures as a table of Markdown, with their goals. */
function tableOf({ composition, direct, one, two, memory }: Results): string {
  const p50 = (times: readonly number[]) =>
    quantile(
      times.toSorted((a, b) => a - b),
      0.5,
    );
  const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
  const added = (times: readonly number[]) =>
    `${milliseconds(p50(times) - p50(direct))} more, ${(p50(times) / p50(direct)).toFixed(2)} ×`;
  const rows = [
    ['composing the schema of the hub and of one partner, cold', milliseconds(composition), '≤ 1,000 ms'],
    ['50 rows of the hub, p50, directly', milliseconds(p50(direct)), ''],
    [
      '50 rows of the hub through the gateway, p50',
      `${milliseconds(p50(one))}: ${added(one)}`,
      '≤ 15 ms more',
    ],
    ['50 rows of hub and partner, p50', `${milliseconds(p50(two))}: ${added(two)}`, '≤ 40 ms more'],
    ['resident memory of the gateway', `${memory.toFixed(0)} MB`, '≤ 350 MB'],
  ];
  return [
    `${direct.length} requests of each kind, in turns, one at a time.`,
    '',
    table(['', 'Measured', 'Goal'], rows),
  ].join('\n');
}

main().catch((error: Error) => {
  console.error(error);
  process.exitCode = 1;
});

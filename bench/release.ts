import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { withScratchDatabase } from '../scripts/scratch-database.js';
import { loadConfig } from '../src/config/index.js';
import { stopChildren } from './child.js';
import { Databases, serverSettings } from './databases.js';
import { cpu, p95, type Results, run } from './release/run.js';
import { table } from './report/table.js';

/*
 * Measures the making of releases on a large town, and what else the hub answers meanwhile. See docs/performance.md.
 *
 * npm run bench:release -- [--quick]
 *
 * --quick    on the demonstration town
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const began = performance.now();

/** Prints what is done now, with the seconds since the start. */
function say(text: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}`);
}

async function main(): Promise<void> {
  const copies = process.argv.includes('--quick') ? 1 : 100;
  const secret = loadConfig({}).secret;
  await withScratchDatabase(
    async (ownerUrl) => {
      const databases = new Databases(ownerUrl, secret);
      console.log(`\n${tableOf(await run({ databases, secret, root, copies, say }))}`);
    },
    { settings: serverSettings, stop: stopChildren },
  );
}

/** The figures as a table of Markdown, with their goals. */
function tableOf({ persons, cells, releases, ...results }: Results): string {
  const { alone, beside, pauseAlone, pauseBeside, questions, dearest, pauseOfQuestions } = results;
  const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
  const pauses = releases.map(({ longestPause }) => longestPause);
  const rows = [
    ...releases.map((made) => [
      `release of ${made.asOf}`,
      `${cpu(made).toFixed(1)} s of processor time (hub ${made.hub.toFixed(1)} s, PostgreSQL ${made.database.toFixed(1)} s) in ${made.duration.toFixed(1)} s`,
      '≤ 60 s',
    ]),
    ['opening a file, p95, alone', milliseconds(p95(alone)), ''],
    [
      'opening a file, p95, while a release is made',
      `${milliseconds(p95(beside))}, ${(p95(beside) / p95(alone)).toFixed(2)} × (${beside.length} files)`,
      '≤ 1.5 ×',
    ],
    ['longest pause while files are opened', milliseconds(pauseAlone), ''],
    ['longest pause while a release is made', milliseconds(Math.max(...pauses)), '≤ 50 ms'],
    ['longest pause while files are opened and a release is made', milliseconds(pauseBeside), '≤ 50 ms'],
    [
      'question, p95',
      `${milliseconds(p95(questions))} (median ${milliseconds(questions[questions.length >> 1] ?? 0)})`,
      '≤ 50 ms',
    ],
    [
      `processor time of the hub for the dearest question (${dearest.question})`,
      milliseconds(dearest.milliseconds),
      '',
    ],
    ['longest pause while questions are asked', milliseconds(pauseOfQuestions), '≤ 50 ms'],
  ];
  return [
    `${persons.toLocaleString('en')} persons, ${cells.toLocaleString('en')} drawn cells.`,
    '',
    table(['', 'Measured', 'Goal'], rows),
  ].join('\n');
}

main().catch((error: Error) => {
  console.error(error);
  process.exitCode = 1;
});

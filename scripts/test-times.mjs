// Prints how long each test file took: node scripts/test-times.mjs RESULT [EARLIER-RESULT]
// RESULT is a file written by `npm test -- --json --outputFile=RESULT`.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const [result, earlier] = process.argv.slice(2);
if (!result) {
  console.error(
    'Run `npm test -- --json --outputFile=times.json`, then `node scripts/test-times.mjs times.json`.',
  );
  process.exit(1);
}

/** Seconds per file, the longest first. */
function times(path) {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  return new Map(
    testResults
      .map(({ name, startTime, endTime }) => [
        relative('.', name).replace(/^.*?test\//, ''),
        (endTime - startTime) / 1000,
      ])
      .sort(([, a], [, b]) => b - a),
  );
}

const now = times(result);
const before = earlier ? times(earlier) : new Map();
const seconds = (value) => (value === undefined ? '' : value.toFixed(1)).padStart(8);
const sum = (all) => [...all.values()].reduce((total, value) => total + value, 0);
if (earlier) console.log(`${'before'.padStart(8)}${'now'.padStart(8)}  file`);
const line = (name, was, is) => console.log(`${earlier ? seconds(was) : ''}${seconds(is)}  ${name}`);
for (const [name, is] of now) line(name, before.get(name), is);
for (const [name, was] of before) if (!now.has(name)) line(`${name} (gone)`, was, undefined);
line('all files, one after the other', sum(before), sum(now));

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '../run.js';
import { chartOf } from './chart.js';
import { tablesOf } from './tables.js';

const marks = { begin: '<!-- generated: bench -->', end: '<!-- /generated -->' };

/** Writes the tables into docs/performance.md, between its marks, and the chart beside it. */
export async function writeReport(root: string, results: Results): Promise<void> {
  const file = join(root, 'docs/performance.md');
  const text = await readFile(file, 'utf8');
  const [before, rest] = text.split(marks.begin);
  const after = rest?.slice(rest.indexOf(marks.end));
  if (before === undefined || !after) throw new Error(`docs/performance.md has no mark ${marks.begin}`);
  await writeFile(file, `${before}${marks.begin}\n\n${tablesOf(results)}\n\n${after}`);
  await writeFile(join(root, 'docs/performance.svg'), chartOf(results));
}

import { readFile, rm } from 'node:fs/promises';
import { worker } from './environment.mjs';

export default async function tearDown() {
  print(await readFile(globalThis.hubTest.figures, 'utf8'));
  // Test files ran in this process when there was only one.
  const running = await worker.running;
  await Promise.all((running?.hubs ?? []).map((hub) => hub.stop()));
  await running?.pool.end();
  await removeAll();
}

/** Stops the server of the run, even while it is starting, and removes the run's folder. */
export async function removeAll() {
  globalThis.hubTest.stopping = true;
  const { starting, folder } = globalThis.hubTest;
  const server = await starting?.catch(() => undefined);
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Prints the values recorded with `figure()` as one table, grouped by file, and the skipped browser tests. */
function print(written) {
  const lines = written.split('\n').filter(Boolean).map(JSON.parse);
  printFigures(lines.filter(({ guarantee }) => guarantee));
  const skippedGroups = lines.filter(({ skipped }) => skipped);
  if (skippedGroups.length === 0) return;
  const groups = skippedGroups.map(({ file, skipped }) => `${file}: ${skipped}`).join('; ');
  process.stdout.write(
    `\n${skippedGroups.length} browser tests skipped: Chromium is not installed (${groups}). Install it, or set CHROMIUM_PATH to the path of its program.\n`,
  );
}

function printFigures(figures) {
  if (figures.length === 0) return;
  const width = Math.max(...figures.map(({ guarantee }) => guarantee.length));
  let last;
  process.stdout.write('\nGuarantees and measured values\n');
  for (const { file, guarantee, measured } of figures.sort((a, b) => a.file.localeCompare(b.file))) {
    if (file !== last) process.stdout.write(`\n${file}\n`);
    process.stdout.write(`  ${guarantee.padEnd(width)}  ${measured}\n`);
    last = file;
  }
}

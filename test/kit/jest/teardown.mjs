import { readFile, rm } from 'node:fs/promises';

export default async function tearDown() {
  print(await readFile(globalThis.hubTest.figures, 'utf8'));
  await removeAll();
}

/** Ends the server of the run, also one that is still starting, and removes the run's folder. */
export async function removeAll() {
  globalThis.hubTest.stopping = true;
  const { starting, folder } = globalThis.hubTest;
  const server = await starting?.catch(() => undefined);
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The figures that tests put down with `figure()`, as one table, those of one file together. */
function print(written) {
  const lines = written.split('\n').filter(Boolean).map(JSON.parse);
  printFigures(lines.filter(({ promised }) => promised));
  const missing = lines.filter(({ notRun }) => notRun);
  if (missing.length === 0) return;
  const groups = missing.map(({ file, notRun }) => `${file}: ${notRun}`).join('; ');
  process.stdout.write(
    `\n${missing.length} browser tests not run: there is no Chromium (${groups}). Install it, or set HUB_BROWSER to its program.\n`,
  );
}

function printFigures(figures) {
  if (figures.length === 0) return;
  const width = Math.max(...figures.map(({ promised }) => promised.length));
  let last;
  process.stdout.write('\nWhat was promised, and what was seen\n');
  for (const { file, promised, seen } of figures.sort((a, b) => a.file.localeCompare(b.file))) {
    if (file !== last) process.stdout.write(`\n${file}\n`);
    process.stdout.write(`  ${promised.padEnd(width)}  ${seen}\n`);
    last = file;
  }
}

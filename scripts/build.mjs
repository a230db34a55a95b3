// Builds `dist`, from which the hub runs, if a source has changed since the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyAssets } from './assets.mjs';
import { bundle } from './bundle.mjs';
import { buildPages } from './pages.mjs';
import { hashOf } from './sources.mjs';

const stamp = 'dist/.sources';
const compiler = 'node_modules/typescript/bin/tsc';

/** Hash of all files that the build reads. The container image has no bench folder. */
const hashOfSources = () =>
  hashOf(
    ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
    ['src', 'demo', 'migrations', 'scripts', 'bench', 'console', 'graphiql', 'examples'],
  );

/** Compiles the sources and copies the assets. Returns the compiler's exit code. */
async function build() {
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return 0;
  const began = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`  ${'Building …'.padEnd(42)}`);
  // Without the stamp, an interrupted build is started again.
  rmSync(stamp, { force: true });
  copyAssets();
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
  if (status === 0) {
    await Promise.all([bundle(), buildPages()]);
    writeFileSync(stamp, sources);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (process.stdout.isTTY) process.stdout.write(`${seconds.padStart(5)} s\n`);
  return status ?? 1;
}

// `npm ci` builds too, unless the development dependencies, which include the compiler, are not installed.
const isPossible = process.env.npm_lifecycle_event !== 'prepare' || existsSync(compiler);
process.exitCode = isPossible ? await build() : 0;

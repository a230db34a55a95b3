// Builds what has changed since the last build: `dist` holds all that the hub is run from.
import { spawnSync } from 'node:child_process';
import { copyAssets } from './assets.mjs';

/** Compiles the sources and copies the assets. Returns the exit code: that of the compiler. */
function build() {
  copyAssets();
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  return spawnSync(process.execPath, compiler, { stdio: 'inherit' }).status ?? 1;
}

process.exitCode = build();

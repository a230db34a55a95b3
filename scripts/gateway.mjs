// Installs the libraries of the gateway if they are not installed, and builds it if its sources have changed. The hub
// needs neither.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hashOf } from './sources.mjs';

const installed = 'gateway/node_modules/.installed';
const built = 'gateway/dist/.sources';
const is = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

/** Runs a program unless the stamp has the hash. Without the stamp, an interrupted run is started again. */
function once(stamp, hash, program, args) {
  if (is(stamp, hash)) return;
  rmSync(stamp, { force: true });
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, hash);
}

once(installed, hashOf(['gateway/package-lock.json'], []), 'npm', [
  'ci',
  '--prefix',
  'gateway',
  '--ignore-scripts',
]);
once(
  built,
  hashOf(['tsconfig.json', 'gateway/tsconfig.json', 'gateway/package-lock.json'], ['gateway/src']),
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'gateway'],
);

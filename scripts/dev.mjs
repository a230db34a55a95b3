// Rebuilds when a source or an asset changes, and restarts the hub after each build.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { copyAssets, isAsset } from './assets.mjs';

const run = (...args) => spawn(process.execPath, args, { stdio: 'inherit' });

copyAssets();
watch('src', { recursive: true }, (_event, name) => {
  if (!name || !isAsset(name)) return;
  try {
    copyAssets();
  } catch (error) {
    // An editor's temporary file that is already removed; the final file has its own event.
    if (error.code !== 'ENOENT') throw error;
  }
});
const build = run(
  'node_modules/typescript/bin/tsc',
  '-p',
  'tsconfig.build.json',
  '--watch',
  '--preserveWatchOutput',
);
const hub = run('--watch', '--watch-path=dist/src', '--watch-preserve-output', 'dist/src/main.js');

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    build.kill();
    hub.kill(signal);
  });
}
hub.on('exit', (code) => {
  build.kill();
  process.exit(code ?? 0);
});

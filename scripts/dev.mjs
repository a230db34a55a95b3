// Rebuilds when a source changes, and restarts the hub when the build has changed.
import { spawn } from 'node:child_process';

const run = (...args) => spawn(process.execPath, args, { stdio: 'inherit' });

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

// Installs the libraries of the benchmarks, if they are not installed. The hub needs none of them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('bench/node_modules/undici')) {
  const { status } = spawnSync('npm', ['ci', '--prefix', 'bench'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

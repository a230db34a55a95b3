// Completes package-lock.json after a change of dependencies.
//
// npm omits optional platform packages from the lock file if the registry in use does not have them.
// `npm ci` then refuses the lock file as incomplete. A stub (version, optional, os, cpu) for each
// package is enough: npm skips it on other platforms, and later `npm install` runs keep it.
import { readFileSync, writeFileSync } from 'node:fs';

const platforms = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = [];

for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const words = name.split(/[-/]/);
    const os = platforms.find((it) => words.includes(it));
    const cpu = processors.find((it) =>
      words.some((word) => word === it || (it === 'arm' && word.startsWith('arm') && word !== 'arm64')),
    );
    if (lock.packages[place] || !os || !cpu) continue;
    lock.packages[place] = {
      version,
      ...(parent.dev && { dev: true }),
      optional: true,
      os: [os],
      cpu: [cpu],
    };
    added.push(name);
  }
}

const [root, ...others] = Object.entries(lock.packages);
others.sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries([root, ...others]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  added.length
    ? `added ${added.length} platform stubs to package-lock.json`
    : 'package-lock.json is complete',
);

import module from 'node:module';
import { fileURLToPath } from 'node:url';

/** The minimum Node version of the hub's libraries. */
const needed = [22, 17] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `The hub needs Node ${needed.join('.')} or newer, but this is ${process.versions.node}: run \`npm ci\`, which installs a suitable Node for Linux and Windows on x64 and Linux on arm64, or install a newer Node.`,
  );
  process.exit(1);
}

// Caches the compiled libraries, which halves the loading time of the next start.
module.enableCompileCache?.(fileURLToPath(new URL('../.compiled', import.meta.url)));

// Imported after the check, because an older Node cannot load the libraries.
const { serve } = await import('./serve.js');
await serve();
module.flushCompileCache?.();

import module from 'node:module';
import { fileURLToPath } from 'node:url';

/** The oldest Node that the hub's libraries run on. */
const needed = [22, 17] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `The hub needs Node ${needed.join('.')} or newer and this is ${process.versions.node}: run \`npm ci\`, which brings one for Linux and Windows on x64 and Linux on arm64, or install a newer Node.`,
  );
  process.exit(1);
}

// The next start finds the libraries compiled, which saves half of the time that loading them takes.
module.enableCompileCache?.(fileURLToPath(new URL('../.compiled', import.meta.url)));

// Only now: the libraries cannot even be loaded by an older Node.
const { serve } = await import('./serve.js');
await serve();
module.flushCompileCache?.();

import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Caches the compiled libraries, which halves the loading time of the next start.
module.enableCompileCache?.(fileURLToPath(new URL('../dist/.compiled', import.meta.url)));

const { loadConfig } = await import('./config.js');
const { joinGraph } = await import('./graph.js');
const { StartError } = await import('./start-error.js');

try {
  const config = loadConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const graph = await joinGraph(config);
  if (process.argv.includes('--print')) process.stdout.write(`${graph.supergraph}\n`);
  // The libraries of the runtime take most of the time of a start: they are loaded when the graph is sound.
  else await (await import('./serve.js')).serve(config, graph);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
module.flushCompileCache?.();

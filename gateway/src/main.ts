import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Caches the compiled libraries, which halves the loading time of the next start.
module.enableCompileCache?.(fileURLToPath(new URL('../dist/.compiled', import.meta.url)));

const { pino } = await import('pino');
const { loadConfig } = await import('./config.js');
const { startGateway, supergraphOf } = await import('./gateway.js');
const { StartError } = await import('./start-error.js');

try {
  const config = loadConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const isPrinting = process.argv.includes('--print');
  // What is printed goes to the standard output alone.
  const log = pino({ level: config.logLevel, base: null }, pino.destination(isPrinting ? 2 : 1));
  if (isPrinting) process.stdout.write(`${await supergraphOf(config, log)}\n`);
  else {
    const gateway = await startGateway(config, log);
    console.log(`The gateway is ready at ${gateway.url}/graphql`);
    log.info({ partners: config.partners.map(({ name }) => name) }, 'ready');
    const stop = () => void gateway.stop().then(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
module.flushCompileCache?.();

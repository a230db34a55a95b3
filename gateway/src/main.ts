import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { type GatewayConfig, loadConfig } from './config.js';
import { startGateway, supergraphOf } from './gateway.js';
import { StartError } from './start-error.js';

try {
  const config = loadConfig(process.env, (path) => readFileSync(path, 'utf8'));
  if (process.argv.includes('--print')) process.stdout.write(`${await supergraphOf(config)}\n`);
  else await serve(config);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function serve(config: GatewayConfig): Promise<void> {
  const log = pino({ level: config.logLevel, base: null });
  const gateway = await startGateway(config, log);
  console.log(`The gateway is ready at ${gateway.url}/graphql`);
  const partners = config.partners.map((it) => it.name);
  log.info({ partners }, 'ready');
  const stop = async () => {
    await gateway.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

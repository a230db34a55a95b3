import { pino } from 'pino';
import type { GatewayConfig } from './config.js';
import { startGateway } from './gateway.js';
import type { Graph } from './graph.js';

/** Serves the graph until the process gets SIGINT or SIGTERM. */
export async function serve(config: GatewayConfig, graph: Graph): Promise<void> {
  const log = pino({ level: config.logLevel, base: null });
  const gateway = await startGateway(config, graph, log);
  console.log(`The gateway is ready at ${gateway.url}/graphql`);
  log.info({ partners: config.partners.map(({ name }) => name) }, 'ready');
  const stop = () => void gateway.stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

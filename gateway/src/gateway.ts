import type { Logger } from 'pino';
import type { GatewayConfig } from './config.js';
import { Front, PortInUse } from './front.js';
import { joinGraph } from './graph.js';
import { PartnerTokens } from './tokens.js';

/** A running gateway. */
export interface Gateway {
  /** Its address on this machine. */
  readonly url: string;
  /** Finishes the requests in progress, and closes all sockets so that clients reconnect. */
  stop(): Promise<void>;
}

/**
 * Starts a gateway.
 * @throws StartError when definitions are missing or do not fit, or its port cannot be opened
 */
export async function startGateway(config: GatewayConfig, log: Logger): Promise<Gateway> {
  const tokens = await PartnerTokens.create(config.key, config.address);
  const front = await Front.open(config, tokens.published, log);
  try {
    const graph = await joinGraph(config, tokens, log);
    // The libraries of the runtime take most of the time of a start: they are loaded when the graph is sound.
    const { answerOperations } = await import('./operations.js');
    const operations = await answerOperations(config, graph, front.server, log);
    front.serve(operations.answer);
    return {
      url: front.url,
      stop: async () => {
        await front.stop(operations.closeStreams);
        await operations.dispose();
      },
    };
  } catch (error) {
    await front.stop();
    throw error;
  }
}

/**
 * Joins the graph without serving it, for other gateways.
 * @returns the supergraph as SDL
 * @throws StartError when definitions are missing or do not fit
 */
export async function supergraphOf(config: GatewayConfig, log: Logger): Promise<string> {
  const tokens = await PartnerTokens.create(config.key, config.address);
  // A gateway with the same configuration may run here: then it publishes the keys.
  const front = await Front.open(config, tokens.published, log).catch((error: Error) => {
    if (!(error instanceof PortInUse)) throw error;
    return undefined;
  });
  try {
    return (await joinGraph(config, tokens, log)).supergraph;
  } finally {
    await front?.stop();
  }
}

import { compose } from './compose.js';
import type { GatewayConfig } from './config.js';
import { type Definitions, readDefinitions } from './definitions.js';
import { Hub } from './hub.js';
import type { PartnerTokens } from './tokens.js';

/** The joined graph, and what it was joined with. */
export interface Graph {
  /** The supergraph as SDL. */
  readonly supergraph: string;
  readonly definitions: Definitions;
  readonly hub: Hub;
  readonly tokens: PartnerTokens;
}

/**
 * Reads the definitions of both sides and composes the supergraph.
 * @throws StartError when definitions are missing or do not fit
 */
export async function joinGraph(config: GatewayConfig, tokens: PartnerTokens): Promise<Graph> {
  const hub = new Hub(config.hub.url, config.hub.timeout, config.secret);
  const definitions = await readDefinitions(config, hub, tokens);
  return { supergraph: compose(definitions.hub, definitions.partners), definitions, hub, tokens };
}

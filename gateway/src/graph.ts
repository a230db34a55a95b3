import type { Logger } from 'pino';
import { compose } from './compose.js';
import type { GatewayConfig } from './config.js';
import { type Definitions, readDefinitions } from './definitions.js';
import { Hub } from './hub.js';
import { StoredDefinitions } from './stored-definitions.js';
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
 * Reads the definitions of both sides and composes the supergraph. The definitions of the partners are stored then, for a
 * start at which a partner's system is down.
 * @throws StartError when definitions are missing or do not fit
 */
export async function joinGraph(config: GatewayConfig, tokens: PartnerTokens, log: Logger): Promise<Graph> {
  const hub = new Hub(config.hub.url, config.hub.timeout, config.secret);
  const stored = new StoredDefinitions(config.definitions);
  const definitions = await readDefinitions(config, { hub, tokens, stored });
  for (const [partner, problem] of definitions.silent)
    log.warn({ partner, problem }, 'the system does not give its definitions: the stored ones are used');
  const supergraph = compose(definitions.hub, definitions.partners);
  await Promise.all(
    config.partners.map(async (partner, index) => {
      if (definitions.silent.has(partner.name)) return;
      await stored.store(partner, definitions.partners[index]?.sdl ?? '').catch(({ message }: Error) => {
        log.warn({ partner: partner.name, problem: message }, 'the definitions cannot be stored');
      });
    }),
  );
  return { supergraph, definitions, hub, tokens };
}

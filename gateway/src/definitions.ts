import type { PartnerSubgraph, Subgraph } from './compose.js';
import type { GatewayConfig, PartnerConfig } from './config.js';
import type { Hub } from './hub.js';
import { type Answer, NoAnswer, post } from './post.js';
import { StartError } from './start-error.js';
import type { PartnerTokens } from './tokens.js';

const query = '{ _service { sdl } }';

/** The most bytes of the definitions of a partner. */
const bytes = 4 * 1024 * 1024;

/** The definitions of both sides. */
export interface Definitions {
  readonly hub: Subgraph;
  readonly partners: readonly PartnerSubgraph[];
}

/**
 * Reads the definitions of the hub and of the partners' systems from them.
 * @throws StartError with one line for each that does not give them
 */
export async function readDefinitions(
  config: GatewayConfig,
  hub: Hub,
  tokens: PartnerTokens,
): Promise<Definitions> {
  const problems: string[] = [];
  const read = async (name: string, url: string, help: string, ask: () => Promise<Answer>) => {
    const { sdl, problem } = await sdlFrom(ask);
    if (sdl === undefined)
      problems.push(`${name}: does not give its definitions at ${url}: ${problem}; ${help}`);
    return sdl ?? '';
  };
  const secret = 'check that the hub runs and has the same HUB_GATEWAY_SECRET';
  const [hubSdl, ...sdls] = await Promise.all([
    read('hub', hub.endpoint, secret, () => hub.ask(query)),
    ...config.partners.map((it) =>
      read(it.name, it.url, 'check that it runs and accepts the tokens of the gateway', () =>
        askPartner(it, tokens),
      ),
    ),
  ]);
  if (problems.length > 0) throw new StartError(problems);
  return {
    hub: { name: 'hub', url: hub.endpoint, sdl: hubSdl },
    partners: config.partners.map((it, index) => ({ ...it, sdl: sdls[index] as string })),
  };
}

/** How long the definitions of a partner may take, in milliseconds: its system may be starting too. */
const timeout = 30_000;

async function askPartner({ slug, url }: PartnerConfig, tokens: PartnerTokens): Promise<Answer> {
  const headers = { authorization: `Bearer ${await tokens.sign(slug)}` };
  return post(url, headers, { query }, { timeout, bytes });
}

async function sdlFrom(ask: () => Promise<Answer>): Promise<{ sdl?: string; problem?: string }> {
  try {
    const { status, json } = await ask();
    const { _service: service } = (json['data'] ?? {}) as { _service?: { sdl?: unknown } };
    return typeof service?.sdl === 'string' ? { sdl: service.sdl } : { problem: `status ${status}, no SDL` };
  } catch (error) {
    if (error instanceof NoAnswer) return { problem: error.reason };
    throw error;
  }
}

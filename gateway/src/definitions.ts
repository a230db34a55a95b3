import type { PartnerSubgraph, Subgraph } from './compose.js';
import type { GatewayConfig, PartnerConfig } from './config.js';
import type { Hub } from './hub.js';
import { type Answer, NoAnswer, post } from './post.js';
import { StartError } from './start-error.js';
import type { StoredDefinitions } from './stored-definitions.js';
import type { PartnerTokens } from './tokens.js';

const query = '{ _service { sdl } }';

/** The most bytes of the definitions of a partner. */
const bytes = 4 * 1024 * 1024;

/** The definitions of both sides. */
export interface Definitions {
  readonly hub: Subgraph;
  readonly partners: readonly PartnerSubgraph[];
  /** The partners whose systems do not give their definitions now, and why: stored ones stand in their place. */
  readonly silent: ReadonlyMap<string, string>;
}

/** What the definitions are read with. */
interface Sources {
  readonly hub: Hub;
  readonly tokens: PartnerTokens;
  readonly stored: StoredDefinitions;
}

/**
 * Reads the definitions of the hub and of the partners' systems from them.
 * @throws StartError with one line for each that does not give them and of which none are stored
 */
export async function readDefinitions(
  config: GatewayConfig,
  { hub, tokens, stored }: Sources,
): Promise<Definitions> {
  const problems: string[] = [];
  const silent = new Map<string, string>();
  const missing = (name: string, url: string, problem: string, help: string) => {
    problems.push(`${name}: does not give its definitions at ${url}: ${problem}; ${help}`);
    return '';
  };
  const ofHub = async () => {
    const { sdl, problem = '' } = await sdlFrom(() => hub.ask(query));
    const help = 'check that the hub runs and has the same HUB_GATEWAY_SECRET';
    return sdl ?? missing('hub', hub.endpoint, problem, help);
  };
  const ofPartner = async (partner: PartnerConfig) => {
    const { sdl, problem = '' } = await sdlFrom(() => askPartner(partner, tokens));
    if (sdl !== undefined) return sdl;
    const earlier = await stored.of(partner);
    if (earlier !== undefined) silent.set(partner.name, problem);
    const help = 'check that it runs and accepts the tokens of the gateway';
    return earlier ?? missing(partner.name, partner.url, problem, help);
  };
  const [hubSdl, ...sdls] = await Promise.all([ofHub(), ...config.partners.map(ofPartner)]);
  if (problems.length > 0) throw new StartError(problems);
  return {
    hub: { name: 'hub', url: hub.endpoint, sdl: hubSdl },
    partners: config.partners.map((it, index) => ({ ...it, sdl: sdls[index] as string })),
    silent,
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

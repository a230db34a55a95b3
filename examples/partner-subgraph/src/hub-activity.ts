import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HubTokens } from './distinct/index.ts';

/** A period of a subject for which the hub asks, such as PATHWAYS in 2026-Q1. */
export interface AskedPeriod {
  readonly subject: string;
  readonly period: string;
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
}

/** A figure for the committee; null when it is too small to be told. */
export interface Figure {
  readonly subject: string;
  readonly measure: string;
  readonly period: string;
  /** The dimensions that the figure is split by, and the value of each. Both are empty for a total. */
  readonly split: readonly string[];
  readonly place: readonly string[];
  readonly value: number | null;
}

const mostBytes = 100_000;

/**
 * Answers the hub's request for the activity of periods, `POST …/activity`, which it sends when it makes a release.
 * Protect small numbers before you return them: the committee reads the figures as they are.
 */
export class ActivityReport {
  readonly #tokens: HubTokens;
  readonly #figures: (periods: readonly AskedPeriod[]) => Promise<readonly Figure[]> | readonly Figure[];

  constructor(
    tokens: HubTokens,
    figures: (periods: readonly AskedPeriod[]) => Promise<readonly Figure[]> | readonly Figure[],
  ) {
    this.#tokens = tokens;
    this.#figures = figures;
  }

  /** Answers a request. Returns false, and answers nothing, when its address belongs to something else. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (request.method !== 'POST' || !/\/activity$/.test(request.url ?? '')) return false;
    try {
      const claims = await this.#tokens.claimsOf(request);
      if (claims?.['ask'] !== 'activity') response.writeHead(401).end();
      else response.end(JSON.stringify({ figures: await this.#figures(await periodsIn(request)) }));
    } catch (error) {
      console.error(`The figures for the hub failed: ${(error as Error).name}`);
      response.writeHead(500).end();
    }
    return true;
  }
}

async function periodsIn(request: IncomingMessage): Promise<readonly AskedPeriod[]> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > mostBytes) throw new Error('too long');
  }
  return (JSON.parse(text) as { periods: AskedPeriod[] }).periods;
}

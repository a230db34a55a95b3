import type { Sign } from '../partner-systems/hub-tokens.js';
import { post } from '../partner-systems/post.js';
import type { AskedSystem } from '../partner-systems/system.js';
import type { Party } from './ring.js';
import { most } from './rules.js';
import { type Values, valueBytes } from './values.js';

/** The most time for each request, in milliseconds. */
const timeouts = { start: 20_000, values: 120_000, end: 5000 };

/** The most bytes of an answer without values. */
const shortAnswer = 1000;

/** The system of a partner as a party of one run, reached by HTTP. */
export class PartnerParty implements Party {
  constructor(
    readonly system: AskedSystem,
    private readonly run: string,
    private readonly sign: Sign,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Asks whether the partner takes part.
   * @param parties the most parties that the run has
   * @throws Refused when it does not
   */
  async start(period: string, parties: number): Promise<void> {
    await this.send('start', { period, parties }, shortAnswer, this.within(timeouts.start));
  }

  own(): Promise<Values> {
    return this.send('own', {}, most * valueBytes, this.within(timeouts.values));
  }

  blind(values: Values): Promise<Values> {
    return this.send('blind', values, values.length, this.within(timeouts.values));
  }

  /** Tells the end of the run, also after an abort. A partner that does not hear it gives the run up by itself. */
  async end(outcome: 'COUNTED' | 'ABORTED'): Promise<void> {
    await this.send('end', { outcome }, shortAnswer, AbortSignal.timeout(timeouts.end)).catch(() => {});
  }

  private within(timeout: number): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(timeout), this.signal]);
  }

  private async send(
    step: string,
    body: Buffer | object,
    limit: number,
    signal: AbortSignal,
  ): Promise<Buffer> {
    const { slug, url } = this.system;
    const token = await this.sign(slug, { run: this.run });
    return post({ url, path: `distinct/${this.run}/${step}`, token, body, most: limit, signal });
  }
}

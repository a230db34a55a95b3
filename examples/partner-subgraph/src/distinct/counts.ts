import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, jsonIn, Refused, send } from './http.ts';
import type { HubTokens } from './hub-tokens.ts';
import { digestsOf, isRepeated, isTooSimilar, type Memory, remember } from './past-runs.ts';
import { type Period, periodOf } from './period.ts';
import { entryOf, type Person } from './persons.ts';
import { Blinding, pointOf } from './points.ts';
import { inTurns, packed, unpacked, valueBytes } from './values.ts';

export interface DistinctOptions {
  readonly tokens: HubTokens;
  readonly memory: Memory;
  /** A secret of this system: the digests of the persons are keyed by it. */
  readonly secret: string;
  /** The persons whom this partner accompanied in a period. */
  readonly persons: (period: Period) => Promise<Iterable<Person>> | Iterable<Person>;
  /** The fewest persons in a set. */
  readonly fewest?: number;
  /** The most values in a set. */
  readonly most?: number;
  /** A set must differ from the earlier ones by as many persons. */
  readonly threshold?: number;
}

/** A run that was started and has not ended. */
interface Run {
  readonly run: string;
  readonly period: string;
  readonly entries: ReadonlySet<string>;
  readonly digests: Buffer;
  readonly blinding: Blinding;
  readonly until: number;
  /** How many other sets it may still blind. */
  left: number;
  hasGiven: boolean;
}

/** How long a run may take, in milliseconds. */
const runTime = 600_000;
const mostParties = 8;

/** Answers the hub's requests to `…/distinct/<run>/start`, `/own`, `/blind` and `/end`. */
export class DistinctCounts {
  readonly #options: Required<DistinctOptions>;
  #run: Run | undefined;
  /** The last request; the next one waits for it. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: DistinctOptions) {
    this.#options = { fewest: 100, most: 50_000, threshold: 45, ...options };
  }

  /** Answers a request. Returns false, and answers nothing, when its address belongs to something else. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [, run, step] =
      /\/distinct\/([\w-]{1,64})\/(start|own|blind|end)$/.exec(request.url?.split('?')[0] ?? '') ?? [];
    if (!run || !step || request.method !== 'POST') return false;
    try {
      const claims = await this.#options.tokens.claimsOf(request);
      if (claims?.['run'] !== run) throw new Refused(401, 'UNAUTHENTICATED');
      const body = await bodyOf(request, this.#options.most * valueBytes);
      const answered = this.#last.then(() => this.#step(step, run, body));
      this.#last = answered.catch(() => {});
      send(response, 200, await answered);
    } catch (error) {
      if (!(error instanceof Refused)) console.error(`A count with the hub failed: ${(error as Error).name}`);
      const { status, message } = error instanceof Refused ? error : new Refused(500, 'FAILED');
      send(response, status, { refused: message });
    }
    return true;
  }

  async #step(step: string, run: string, body: Buffer): Promise<Buffer | object> {
    if (step === 'start') return this.#start(run, jsonIn(body));
    const current = this.#run;
    if (current?.run !== run || current.until < performance.now()) throw new Refused(404, 'NO_SUCH_RUN');
    if (step === 'own') return this.#own(current);
    if (step === 'blind') return this.#blind(current, unpacked(body));
    return this.#end(current, jsonIn(body));
  }

  async #start(run: string, { period: name, parties }: Record<string, unknown>): Promise<object> {
    const period = periodOf(name);
    if (!period || typeof parties !== 'number' || !(parties >= 2 && parties <= mostParties))
      throw new Refused(400, 'MALFORMED');
    // The hub lets one count run at a time: another one that is open was cut off there.
    this.#run = undefined;
    const { fewest, most, threshold, memory } = this.#options;
    const past = await memory.load();
    if (isRepeated(period.name, past)) throw new Refused(409, 'REPEATED');
    const entries = new Set(await inTurns(await this.#options.persons(period), entryOf));
    if (entries.size < fewest) throw new Refused(409, 'TOO_FEW');
    if (entries.size > most) throw new Refused(409, 'TOO_MANY');
    const digests = await digestsOf(entries, this.#options.secret);
    if (isTooSimilar(digests, period.name, past, threshold)) throw new Refused(409, 'TOO_SIMILAR');
    this.#run = {
      run,
      period: period.name,
      entries,
      digests,
      blinding: new Blinding(),
      until: performance.now() + runTime,
      left: parties - 1,
      hasGiven: false,
    };
    return {};
  }

  /** This system's own set, blinded. */
  async #own(run: Run): Promise<Buffer> {
    if (run.hasGiven) throw new Refused(409, 'OUT_OF_ORDER');
    run.hasGiven = true;
    return packed(await inTurns(run.entries, (entry) => run.blinding.blind(pointOf(entry))));
  }

  /** Another party's set, blinded once more. */
  async #blind(run: Run, values: readonly Buffer[]): Promise<Buffer> {
    if (!run.hasGiven || run.left === 0) throw new Refused(409, 'OUT_OF_ORDER');
    if (values.length < this.#options.fewest) throw new Refused(409, 'TOO_FEW');
    run.left--;
    const blinded = await inTurns(values, (value) => blindedBy(run.blinding, value));
    await remember(this.#options.memory, {
      run: run.run,
      period: run.period,
      outcome: 'OPEN',
      digests: run.digests.toString('base64'),
    });
    return packed(blinded);
  }

  async #end(run: Run, { outcome }: Record<string, unknown>): Promise<object> {
    if (outcome !== 'COUNTED' && outcome !== 'ABORTED') throw new Refused(400, 'MALFORMED');
    this.#run = undefined;
    const { memory } = this.#options;
    const remembered = (await memory.load()).find((it) => it.run === run.run);
    if (remembered) await remember(memory, { ...remembered, outcome });
    return {};
  }
}

function blindedBy(blinding: Blinding, value: Buffer): Buffer {
  try {
    return blinding.blind(value);
  } catch {
    throw new Refused(400, 'MALFORMED');
  }
}

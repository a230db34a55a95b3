/**
 * The partner's side of the count of distinct persons: docs/decisions/0039-distinct-persons.md of the hub says how it
 * works and what it reveals. Copy this file into a system of your own; it needs nothing but Node.
 */
import {
  createECDH,
  createHash,
  createHmac,
  createPublicKey,
  ECDH,
  type JsonWebKey,
  verify,
} from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

// --- Persons as points of the curve P-256 ---

/** What identifies a person, as typed. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
}

/** Letters that Unicode does not decompose into a base letter and a mark. */
const spelledOut: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const unsplit = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'g');

/** A name in lower case, without accents and spaces, with ligatures spelled out. */
function normalized(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Script=Inherited}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(unsplit, (letter) => spelledOut[letter] ?? letter)
    .replace(/[\u02b9-\u02bf]/g, ' ')
    .replace(/[^a-z0-9\p{L}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC')
    .replaceAll(' ', '');
}

/** The text that stands for a person: the same for every spelling that normalises to the same name. */
export function entryOf({ firstName, lastName, birthDate }: Person): string {
  return `${normalized(`${lastName} ${firstName}`)}\n${birthDate}`;
}

const curve = 'prime256v1';
const domain = 'partner-hub distinct persons 1';
/** What a compressed point with an even y begins with. Its multiple has the same x as that of the other one. */
const even = Buffer.of(2);

/** The x coordinate of the point that an entry is hashed to: the first hash with a counter that is one of the curve. */
export function pointOf(entry: string): Buffer {
  const digest = sha256(entry);
  for (let counter = 0; ; counter++) {
    const x = sha256(domain, Buffer.of(counter), digest);
    if (isOnCurve(x)) return x;
  }
}

function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function isOnCurve(x: Buffer): boolean {
  try {
    ECDH.convertKey(Buffer.concat([even, x]), curve, undefined, undefined, 'compressed');
    return true;
  } catch {
    return false;
  }
}

/** Multiplies points by a secret number of one run. */
export class Blinding {
  readonly #key = createECDH(curve);

  /** @param scalar only for test vectors; a fresh one when left out */
  constructor(scalar?: Buffer) {
    if (scalar) this.#key.setPrivateKey(scalar);
    else this.#key.generateKeys();
  }

  /**
   * The x coordinate of the multiple.
   * @throws Error when there is no point with this x coordinate
   */
  blind(x: Buffer): Buffer {
    return this.#key.computeSecret(Buffer.concat([even, x]));
  }
}

/** The most time between two turns of the event loop, in milliseconds. */
const turn = 10;

/** Computes a value for each item, and lets the event loop turn in between. */
async function inTurns<Item, Value>(items: Iterable<Item>, compute: (item: Item) => Value): Promise<Value[]> {
  const values: Value[] = [];
  let began = performance.now();
  for (const item of items) {
    values.push(compute(item));
    if (performance.now() - began < turn) continue;
    await nextTurn();
    began = performance.now();
  }
  return values;
}

const valueBytes = 32;

/** Values as they travel: 32 bytes each, in ascending order, which shuffles them: the order follows from them alone. */
async function packed(values: readonly Buffer[]): Promise<Buffer> {
  const parts = Array.from({ length: 256 }, (): Buffer[] => []);
  for (const value of values) parts[value[0] as number]?.push(value);
  return Buffer.concat(await inTurns(parts, (part) => Buffer.concat(part.sort(Buffer.compare))));
}

/** @throws Refused when the values are malformed, or not in strictly ascending order */
function unpacked(bytes: Buffer): Buffer[] {
  if (bytes.length % valueBytes !== 0) throw new Refused(400, 'MALFORMED');
  const values = Array.from({ length: bytes.length / valueBytes }, (_, index) =>
    bytes.subarray(index * valueBytes, (index + 1) * valueBytes),
  );
  const isAscending = values.every(
    (value, index) => index === 0 || Buffer.compare(values[index - 1] as Buffer, value) < 0,
  );
  if (!isAscending) throw new Refused(400, 'MALFORMED');
  return values;
}

// --- Tokens of the hub ---

/** How far the clocks of the hub and of this system may differ, in seconds. */
const clockTolerance = 30;
/** The longest life of a token, in seconds. */
const tokenLife = 60;

/** Verifies the hub's tokens (ES256) with the keys that the hub publishes. */
export class HubTokens {
  readonly #address: string;
  readonly #audience: string;
  #keys: readonly JsonWebKey[] = [];
  #fetched = Number.NEGATIVE_INFINITY;

  /**
   * @param address of the hub's keys: its address with `/.well-known/jwks.json`
   * @param audience the slug of this partner at the hub
   */
  constructor(address: string, audience: string) {
    this.#address = address;
    this.#audience = audience;
  }

  /** The claims of the token of a request; undefined when there is none that is valid. */
  async claimsOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | undefined> {
    const [header = '', payload = '', signature = ''] =
      /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(request.headers.authorization ?? '')?.slice(1) ?? [];
    const { alg, kid } = decoded(header);
    if (alg !== 'ES256' || typeof kid !== 'string') return undefined;
    const key = await this.#keyOf(kid);
    const signed = Buffer.from(`${header}.${payload}`);
    const isSigned =
      key &&
      verify(
        'sha256',
        signed,
        { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      );
    const claims = isSigned ? decoded(payload) : {};
    return this.#isForNow(claims) ? claims : undefined;
  }

  #isForNow({ aud, iat, exp }: Record<string, unknown>): boolean {
    const now = Date.now() / 1000;
    if (aud !== this.#audience || typeof iat !== 'number' || typeof exp !== 'number') return false;
    return exp - iat <= tokenLife && iat <= now + clockTolerance && exp > now - clockTolerance;
  }

  async #keyOf(kid: string): Promise<JsonWebKey | undefined> {
    const find = () => this.#keys.find((key) => key['kid'] === kid);
    if (!find() && performance.now() - this.#fetched > 10_000) {
      this.#fetched = performance.now();
      const response = await fetch(this.#address, { signal: AbortSignal.timeout(5000) });
      if (response.ok) this.#keys = ((await response.json()) as { keys: JsonWebKey[] }).keys;
    }
    return find();
  }
}

/** A part of a token. */
function decoded(part: string): Record<string, unknown> {
  return jsonIn(Buffer.from(part, 'base64url'));
}

/** The object in a text; empty when there is none. */
function jsonIn(text: Buffer): Record<string, unknown> {
  try {
    return (JSON.parse(text.toString()) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

// --- What earlier runs left ---

/** A run in which this system has blinded another party's values: from then on, the hub may learn a size. */
export interface PastRun {
  readonly run: string;
  readonly period: string;
  /** Only a run that was ABORTED, or whose end was never told, may be repeated. */
  readonly outcome: 'OPEN' | 'COUNTED' | 'ABORTED';
  /** Keyed digests of the persons, as base64; kept for the latest runs only. */
  readonly digests: string | null;
}

/** Keeps the past runs. */
export interface Memory {
  load(): Promise<readonly PastRun[]>;
  save(runs: readonly PastRun[]): Promise<void>;
}

/** Keeps the past runs in a file. */
export function fileMemory(path: string): Memory {
  return {
    load: async () => {
      try {
        return JSON.parse(await readFile(path, 'utf8')) as PastRun[];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    },
    save: async (runs) => {
      await writeFile(`${path}.new`, JSON.stringify(runs), { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
  };
}

/** How many runs keep their digests: those of a year. */
const keptSets = 5;
/** How often a period may be tried. */
const mostTries = 3;
const digestBytes = 8;

/** Whether a period was counted, or tried too often. */
function isRepeated(period: string, past: readonly PastRun[]): boolean {
  const tries = past.filter((it) => it.period === period);
  return tries.some(({ outcome }) => outcome === 'COUNTED') || tries.length >= mostTries;
}

/** Whether a set differs from an earlier one by some persons, but by fewer than the threshold. */
function isTooSimilar(digests: Buffer, period: string, past: readonly PastRun[], threshold: number): boolean {
  const now = setOf(digests);
  return past.some((it) => {
    if (it.digests === null) return false;
    const then = setOf(Buffer.from(it.digests, 'base64'));
    const difference = differenceOf(now, then);
    // An aborted run may be repeated with the same set: the hub learns nothing that it could not have learned then.
    return difference < threshold && !(difference === 0 && it.period === period);
  });
}

/** How many members are in one of the sets only. */
function differenceOf(one: ReadonlySet<bigint>, other: ReadonlySet<bigint>): number {
  let common = 0;
  for (const member of one) if (other.has(member)) common++;
  return one.size + other.size - 2 * common;
}

function setOf(digests: Buffer): Set<bigint> {
  const all = new Set<bigint>();
  for (let at = 0; at < digests.length; at += digestBytes) all.add(digests.readBigUInt64BE(at));
  return all;
}

// --- The protocol ---

/** A calendar quarter or year. */
export interface Period {
  /** Such as `2026-Q1` or `2026`. */
  readonly name: string;
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
}

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

/** Why a request is refused: an HTTP status, and a code for the hub. */
class Refused extends Error {
  readonly status: number;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
  }
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

/** How long a run may take, in milliseconds, and how long a body may take to arrive. */
const timeLimits = { run: 600_000, body: 60_000 };
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
    if (this.#run && this.#run.until > performance.now()) throw new Refused(409, 'BUSY');
    const { fewest, most, threshold, memory } = this.#options;
    const past = await memory.load();
    if (isRepeated(period.name, past)) throw new Refused(409, 'REPEATED');
    const entries = new Set(await inTurns(await this.#options.persons(period), entryOf));
    if (entries.size < fewest) throw new Refused(409, 'TOO_FEW');
    if (entries.size > most) throw new Refused(409, 'TOO_MANY');
    const digests = await this.#digestsOf(entries);
    if (isTooSimilar(digests, period.name, past, threshold)) throw new Refused(409, 'TOO_SIMILAR');
    this.#run = {
      run,
      period: period.name,
      entries,
      digests,
      blinding: new Blinding(),
      until: performance.now() + timeLimits.run,
      left: parties - 1,
      hasGiven: false,
    };
    return {};
  }

  async #digestsOf(entries: ReadonlySet<string>): Promise<Buffer> {
    const { secret } = this.#options;
    const digestOf = (entry: string) =>
      createHmac('sha256', secret).update(entry).digest().subarray(0, digestBytes);
    return Buffer.concat(await inTurns(entries, digestOf));
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
    await this.#remember({
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
    const past = await this.#options.memory.load();
    const remembered = past.find((it) => it.run === run.run);
    if (remembered) await this.#remember({ ...remembered, outcome });
    return {};
  }

  async #remember(run: PastRun): Promise<void> {
    const { memory } = this.#options;
    const runs = [run, ...(await memory.load()).filter((it) => it.run !== run.run)];
    await memory.save(runs.map((it, index) => (index < keptSets ? it : { ...it, digests: null })));
  }
}

function blindedBy(blinding: Blinding, value: Buffer): Buffer {
  try {
    return blinding.blind(value);
  } catch {
    throw new Refused(400, 'MALFORMED');
  }
}

/** The quarter or year of a name; undefined unless it is one that has ended. */
function periodOf(name: unknown): Period | undefined {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(String(name)) ?? [];
  if (!year) return undefined;
  const first = quarter ? 3 * Number(quarter) - 3 : 0;
  const day = (month: number) => new Date(Date.UTC(Number(year), month)).toISOString().slice(0, 10);
  const period = { name: String(name), from: day(first), until: day(first + (quarter ? 3 : 12)) };
  return period.until <= new Date().toISOString().slice(0, 10) ? period : undefined;
}

async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => request.destroy(), timeLimits.body);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) throw new Refused(413, 'TOO_MANY');
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, body: Buffer | object): void {
  const isValues = Buffer.isBuffer(body);
  response.writeHead(status, {
    'content-type': isValues ? 'application/octet-stream' : 'application/json',
    'cache-control': 'no-store',
  });
  response.end(isValues ? body : JSON.stringify(body));
}

import { createHmac } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { inTurns } from './values.ts';

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

/** Digests of persons, by which this system compares its sets. The secret is its own. */
export async function digestsOf(entries: Iterable<string>, secret: string): Promise<Buffer> {
  const digestOf = (entry: string) =>
    createHmac('sha256', secret).update(entry).digest().subarray(0, digestBytes);
  return Buffer.concat(await inTurns(entries, digestOf));
}

/** Keeps a run before the others, and the digests of the latest runs only. */
export async function remember(memory: Memory, run: PastRun): Promise<void> {
  const runs = [run, ...(await memory.load()).filter((it) => it.run !== run.run)];
  await memory.save(runs.map((it, index) => (index < keptSets ? it : { ...it, digests: null })));
}

/** Whether a period was counted, or tried too often. */
export function isRepeated(period: string, past: readonly PastRun[]): boolean {
  const tries = past.filter((it) => it.period === period);
  return tries.some(({ outcome }) => outcome === 'COUNTED') || tries.length >= mostTries;
}

/** Whether a set differs from an earlier one by some persons, but by fewer than the threshold. */
export function isTooSimilar(
  digests: Buffer,
  period: string,
  past: readonly PastRun[],
  threshold: number,
): boolean {
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

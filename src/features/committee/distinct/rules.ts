import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The fewest and the most persons in the set of a party. */
export const fewest = 100;
export const most = 50_000;
/** How often a period may be tried with a partner. */
export const mostTries = 3;
/** How many sets of a partner keep their digests: those of a year. */
export const keptSets = 5;

/** An earlier run with a partner. */
export interface EarlierRun {
  readonly period: string;
  readonly outcome: string | null;
  /** The digests of the hub's persons: null if it did not send their values, empty if they are not kept any more. */
  readonly digests: Buffer | null;
}

/** Whether the period was counted with the partner, or tried too often. A try in which no value was blinded counts not. */
export function isRepeated(period: string, earlier: readonly EarlierRun[]): boolean {
  const tries = earlier.filter((it) => it.period === period);
  const isCounted = tries.some(({ outcome }) => outcome === 'COUNTED');
  return isCounted || tries.filter(({ digests }) => digests !== null).length >= mostTries;
}

/**
 * Whether a set differs from an earlier one by fewer persons than the threshold, so that two sizes would tell of a few
 * persons. An aborted run may be repeated with the same set: it tells nothing new.
 */
export function isTooSimilar(
  digests: Buffer,
  period: string,
  earlier: readonly EarlierRun[],
  threshold: number,
): boolean {
  const now = setOf(digests);
  return earlier.some((it) => {
    if (it.digests === null || it.digests.length === 0) return false;
    const difference = differenceOf(now, setOf(it.digests));
    return difference < threshold && !(difference === 0 && it.period === period);
  });
}

const digestBytes = 8;

/** What is kept of a set, to compare the next ones with: short digests with a key of this hub. */
export function keptDigests(persons: readonly Buffer[], secret: string): Buffer {
  const key = keyFrom(secret);
  return Buffer.concat(
    persons.map((person) => createHmac('sha256', key).update(person).digest().subarray(0, digestBytes)),
  );
}

function keyFrom(secret: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'distinct persons', 32)));
}

/** How many members are in one of the sets only. */
function differenceOf(one: ReadonlySet<bigint>, other: ReadonlySet<bigint>): number {
  let common = 0;
  for (const member of one) if (other.has(member)) common++;
  return one.size + other.size - 2 * common;
}

function setOf(digests: Buffer): Set<bigint> {
  const count = digests.length / digestBytes;
  return new Set(Array.from({ length: count }, (_, index) => digests.readBigUInt64BE(index * digestBytes)));
}

import { setImmediate as nextTurn } from 'node:timers/promises';

/** Blinded persons as they travel: 32 bytes each, in strictly ascending order. */
export type Values = Buffer;

export const valueBytes = 32;

/** The most time between two turns of the event loop, in milliseconds. */
const turn = 10;

/** Computes a value for each item, in turns, so that an abort is noticed. @throws the reason of the abort */
export async function inTurns<Item>(
  items: readonly Item[],
  compute: (item: Item) => Buffer,
  signal: AbortSignal,
): Promise<Buffer[]> {
  const values: Buffer[] = [];
  let began = performance.now();
  for (const item of items) {
    values.push(compute(item));
    if (performance.now() - began < turn) continue;
    await nextTurn();
    signal.throwIfAborted();
    began = performance.now();
  }
  return values;
}

/** Sorting shuffles: the order of the values follows from the values alone, and says nothing of where each one was. */
export function packed(values: readonly Buffer[]): Values {
  return Buffer.concat(values.toSorted(Buffer.compare));
}

/** @throws Error when the bytes are no values, or these are not in strictly ascending order */
export function unpacked(bytes: Values): Buffer[] {
  const values = Array.from({ length: Math.ceil(bytes.length / valueBytes) }, (_, index) =>
    bytes.subarray(index * valueBytes, (index + 1) * valueBytes),
  );
  const isOrdered = (value: Buffer, index: number) =>
    index === 0 || Buffer.compare(values[index - 1] as Buffer, value) < 0;
  if (bytes.length % valueBytes !== 0 || !values.every(isOrdered)) throw new Error('malformed values');
  return values;
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refused } from './http.ts';

/** The most time between two turns of the event loop, in milliseconds. */
const turn = 10;

/** Computes a value for each item, and lets the event loop turn in between. */
export async function inTurns<Item, Value>(
  items: Iterable<Item>,
  compute: (item: Item) => Value,
): Promise<Value[]> {
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

/** The bytes of a value: the x coordinate of a point. */
export const valueBytes = 32;

/** Values as they travel: 32 bytes each, in ascending order, which shuffles them: the order follows from them alone. */
export async function packed(values: readonly Buffer[]): Promise<Buffer> {
  const parts = Array.from({ length: 256 }, (): Buffer[] => []);
  for (const value of values) parts[value[0] as number]?.push(value);
  return Buffer.concat(await inTurns(parts, (part) => Buffer.concat(part.sort(Buffer.compare))));
}

/** @throws Refused when the values are malformed, or not in strictly ascending order */
export function unpacked(bytes: Buffer): Buffer[] {
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

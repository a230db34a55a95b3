import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again, for what no event tells, until there is something. */
export async function until<Value>(
  ask: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    await delay(10);
  }
}

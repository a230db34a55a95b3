import { setTimeout as delay } from 'node:timers/promises';

/** Polls until `ask` returns a value, for conditions that emit no event. */
export async function until<Value>(
  ask: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    await delay(10);
  }
}

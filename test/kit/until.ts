import { setTimeout as delay } from 'node:timers/promises';

/** Polls until `condition` returns a value, for states that no event announces. */
export async function until<Value>(
  condition: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value> {
  for (;;) {
    const value = await condition();
    if (value !== undefined) return value;
    await delay(10);
  }
}

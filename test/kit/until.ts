import { setTimeout as delay } from 'node:timers/promises';

/** Polls until `condition` returns a value other than false, for states that no event announces. */
export async function until<Value>(
  condition: () => Promise<Value | undefined | false> | Value | undefined | false,
): Promise<Value> {
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== false) return value;
    await delay(10);
  }
}

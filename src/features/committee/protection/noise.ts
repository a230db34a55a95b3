import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** The key of the noise, derived from the hub's secret. */
export function noiseKey(secret: string): KeyObject {
  if (secret.length < 32) throw new Error('The secret of the disclosure control is too short');
  return createSecretKey(createHmac('sha256', secret).update('disclosure control').digest());
}

/**
 * Noise with a normal distribution and the mean 0, which depends only on the key and on the place of the figure. Not on
 * the data: equal figures at different places get different noise.
 * @param place names the figure, and nothing else
 * @param sigma the standard deviation. It is part of the input: one draw at two scales would give two equations with
 * one unknown.
 */
export function noise(key: KeyObject, place: readonly string[], sigma: number): number {
  const code = createHmac('sha256', key)
    .update(JSON.stringify([...place, sigma]))
    .digest();
  const uniform = (offset: number) => (code.readUIntBE(offset, 6) + 0.5) / 2 ** 48;
  // Box–Muller. 48 bits reach beyond 8 standard deviations.
  return sigma * Math.sqrt(-2 * Math.log(uniform(0))) * Math.cos(2 * Math.PI * uniform(6));
}

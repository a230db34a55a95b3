import { Blinding, pointOf } from './points.js';
import type { Party } from './ring.js';
import { inTurns, packed, unpacked } from './values.js';

/**
 * The hub as a party, with a fresh key. It computes for as long as the count takes, so it runs in a worker thread.
 * @param digests those of the persons
 */
export function ownParty(digests: readonly Buffer[], signal: AbortSignal): Party {
  const blinding = new Blinding();
  return {
    own: async () => packed(await inTurns(digests, (digest) => blinding.blind(pointOf(digest)), signal)),
    blind: async (values) =>
      packed(await inTurns(unpacked(values), (value) => blinding.blind(value), signal)),
  };
}

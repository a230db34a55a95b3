import { unpacked, type Values, valueBytes } from './values.js';

/** A party of a count: the hub, or the system of a partner. */
export interface Party {
  /** The party's own persons, blinded by it. */
  own(): Promise<Values>;
  /** Another party's values, blinded by this party too. */
  blind(values: Values): Promise<Values>;
}

/**
 * The number of different persons in the sets of all parties. Every set passes through all parties, each of which blinds
 * and shuffles it. No two sets that a party sees are blinded by the same parties until all have blinded them, so
 * only the caller, who receives those, can compare sets.
 * @param fewest the fewest values in a set: of fewer, the caller could tell whether another set has them
 * @throws Error when a party does not keep to the protocol
 */
export async function unionSize(parties: readonly Party[], fewest = 0): Promise<number> {
  let sets = await Promise.all(parties.map((party) => party.own()));
  if (sets.some((set) => set.length < fewest * valueBytes))
    throw new Error('the set of a party is too small');
  for (let step = 1; step < parties.length; step++) {
    sets = await Promise.all(
      sets.map(async (set, index) => {
        const party = parties[(index + step) % parties.length] as Party;
        const blinded = await party.blind(set);
        if (blinded.length !== set.length) throw new Error('a party returned another number of values');
        return blinded;
      }),
    );
  }
  return new Set(sets.flatMap(unpacked).map((value) => value.toString('latin1'))).size;
}

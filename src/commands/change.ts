/** What an input gives for the fields of something stored; undefined for what it leaves out. */
type Given<Stored> = { readonly [Field in keyof Stored]?: Stored[Field] | undefined };

/**
 * Sets what an input gives and leaves the rest: null empties a field, undefined leaves it.
 * @returns whether anything is different now; if not, the act has nothing to tell and the version stays
 */
export function change<Stored extends object>(stored: Stored, given: Given<Stored>): boolean {
  let isOther = false;
  for (const [name, value] of Object.entries(given) as [keyof Stored, Stored[keyof Stored]][]) {
    if (value === undefined || isSame(stored[name], value)) continue;
    stored[name] = value;
    isOther = true;
  }
  return isOther;
}

/** A column that is empty may be null or undefined; a list is the same when its items are. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => item === other[index]);
  return (one ?? null) === (other ?? null);
}

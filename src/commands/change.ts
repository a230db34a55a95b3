/** The input's values for the fields of a stored object; undefined for a field that the input leaves out. */
type Given<Stored> = { readonly [Field in keyof Stored]?: Stored[Field] | undefined };

/**
 * Assigns the given values to the stored object: null empties a field, undefined leaves it as it is.
 * @returns whether a value changed; if not, the command emits no event and the version stays the same
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

/** Treats null and undefined as equal, because an empty column may be either; compares lists item by item. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => item === other[index]);
  return (one ?? null) === (other ?? null);
}

/**
 * The filters in the address: strings only, as they are written. A router that reads JSON would change `662E41` and
 * large numbers.
 */
export type Search = Readonly<Record<string, string | undefined>>;

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(
    entries.map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
  return text && `?${text}`;
}

/** The first value of the address that its filter does not know. */
export function unknownValue(
  search: Search,
  known: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  return Object.entries(known)
    .map(([filter, values]) => (oneOf(values, search[filter]) ? undefined : search[filter]))
    .find(Boolean);
}

/** The value if it is one of a list; undefined otherwise. */
export function oneOf<Value extends string>(
  values: readonly Value[],
  value: string | undefined,
): Value | undefined {
  return values.find((it) => it === value);
}

import { registerEnumType } from 'type-graphql';

/**
 * A closed set: an enum of the API. Each value is its own name and has a description.
 * Declare the type next to it: `export type Kind = keyof typeof Kind`.
 */
export function closedSet<Values extends Record<string, string>>(
  name: string,
  description: string,
  values: Values,
): { readonly [Value in keyof Values]: Value } {
  const set = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as {
    readonly [Value in keyof Values]: Value;
  };
  registerEnumType(set as Record<string, string>, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(values).map(([value, text]) => [value, { description: text }]),
    ),
  });
  return set;
}

import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { type ActName, commandNames } from '../kit/acts.js';
import { Client, type Data } from '../kit/client.js';

/** What only the inside of the server would say. */
export const inner =
  /\bat .*\.[jt]s:\d|node_modules|\/(src|dist)\/|\bselect\b.*\bfrom\b|constraint|_unique|_foreign|relation "|row-level|hub_(partner|system|access)|SQLSTATE|ECONN|INTERNAL_SERVER_ERROR/i;

export const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

/** The way to a value in arguments; a number is a place in a list. */
export type Path = readonly (string | number)[];

/** The ways to all values of the given types, texts and ids unless said otherwise, in a value of a type. */
export function textsIn(type: GraphQLInputType, path: Path = [], names = ['String', 'ID']): Path[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return textsIn(nullable.ofType, [...path, 0], names);
  const named = getNamedType(nullable);
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields());
    return fields.flatMap((field) => textsIn(field.type, [...path, field.name], names));
  }
  return names.includes(named.name) ? [path] : [];
}

/** The value with another one in the place that the path leads to. */
export function withAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  if (typeof key === 'number') return [withAt((value as unknown[] | undefined)?.[key], rest, other)];
  const object = (value ?? {}) as Record<string, unknown>;
  return { ...object, [key]: withAt(object[key], rest, other) };
}

/** A root field's texts: the field, its argument, the way within, and the shortest selection. */
export const askedTexts = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
  const named = getNamedType(field.type);
  const connection = isObjectType(named) && named.name.endsWith('Connection');
  return field.args.flatMap((argument) =>
    textsIn(argument.type).map((path) => ({
      name: [field.name, argument.name, ...path].join('.'),
      field: field.name,
      argument,
      path,
      selection: connection ? '{ nodes { __typename } }' : '{ __typename }',
    })),
  );
});

/** The acts in whose input there is a text. */
export const actsWithTexts = () => commandNames.filter((act) => actTexts(act).length > 0);

/** The ways to the texts in an act's input. */
export function actTexts(act: ActName, names?: string[]): Path[] {
  const [input] = schema.getMutationType()?.getFields()[act]?.args ?? [];
  return input ? textsIn(input.type, [], names) : [];
}

/** Sends a body as it is; its answer, after a look at whether it tells what only the server knows. */
export async function answerTo(
  client: Client,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Data> {
  const response = await client.post(body, headers);
  const text = await response.text();
  if (response.status >= 500 || inner.test(text)) throw new Error(`${response.status}: ${text}`);
  return { status: response.status, ...JSON.parse(text) };
}

/** The codes of an answer's errors, each once. */
export function codesOf({ errors = [] }: Data): string[] {
  return [...new Set<string>(errors.map((it: Data) => it.extensions.code))].sort();
}

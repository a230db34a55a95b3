import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { Client, type Data } from '../kit/client.js';
import { type CommandName, commandNames } from '../kit/commands.js';
import { schema } from '../kit/schema.js';

/** Text that would reveal internals of the server. */
export const inner =
  /\bat .*\.[jt]s:\d|node_modules|\/(src|dist)\/|\bselect\b.*\bfrom\b|constraint|_unique|_foreign|relation "|row-level|hub_(partner|system|access)|SQLSTATE|ECONN|INTERNAL_SERVER_ERROR/i;

/** The path to a value in arguments; a number is an index in a list. */
export type Path = readonly (string | number)[];

/** The paths to all values of the given scalar types (by default String and ID) in a value of a type. */
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

/** A copy of the value with `other` at the path. */
export function withAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  if (typeof key === 'number') return [withAt((value as unknown[] | undefined)?.[key], rest, other)];
  const object = (value ?? {}) as Record<string, unknown>;
  return { ...object, [key]: withAt(object[key], rest, other) };
}

/** All texts in arguments of queries: the field, its argument, the path in it, and the shortest selection. */
export const queryTexts = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
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

/** The other required arguments of a query field: ids of a person. */
export function requiredIds(field: string, argument: string): string[] {
  const args = schema.getQueryType()?.getFields()[field]?.args ?? [];
  return args.filter((it) => it.name !== argument && isRequiredArgument(it)).map(({ name }) => name);
}

/** The commands with a text in their input. */
export const commandsWithTexts = () => commandNames.filter((command) => commandTexts(command).length > 0);

/** The paths to the texts in the input of a command. */
export function commandTexts(command: CommandName, names?: string[]): Path[] {
  const [input] = schema.getMutationType()?.getFields()[command]?.args ?? [];
  return input ? textsIn(input.type, [], names) : [];
}

/** Sends a body unchanged and returns the answer. Fails when the answer reveals internals of the server. */
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

/** The distinct codes of an answer's errors. */
export function codesOf({ errors = [] }: Data): string[] {
  return [...new Set<string>(errors.map((it: Data) => it.extensions.code))].sort();
}

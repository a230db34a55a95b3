import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  print,
  type ValueNode,
} from 'graphql';

/** Types that represent a list, not an object: they do not count as a level of depth. */
const wrapper = /(Connection|Edge|PageInfo)$/;

/**
 * Queries that select everything: one for each field of `Query`, with every field of every object below it, `depth`
 * objects deep.
 * @param values the values of required arguments, by argument name
 */
export function everything(
  schema: GraphQLSchema,
  depth: number,
  values: Readonly<Record<string, unknown>>,
): Map<string, string> {
  const query = schema.getQueryType() as GraphQLObjectType;
  return new Map(
    Object.values(query.getFields()).map((field) => [
      field.name,
      `{ ${selectionOf(schema, field, depth, values)} }`,
    ]),
  );
}

function selectionOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  values: Readonly<Record<string, unknown>>,
  within?: string,
): string {
  const given = field.args
    .filter((argument) => isRequiredArgument(argument) || argument.name in values)
    .map(
      (argument) =>
        `${argument.name}: ${print(astFromValue(required(argument, values), argument.type) as ValueNode)}`,
    );
  const head = `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
  const type = getNamedType(field.type);
  if (isInterfaceType(type)) {
    const types = schema.getPossibleTypes(type);
    const parts = types.map(
      (it) =>
        `... on ${it.name} { ${fields(schema, it, depth - 1, values, { within: it.name, prefix: it.name })} }`,
    );
    return `${head} { __typename id ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) return head;
  const wraps = wrapper.test(type.name);
  // For an object within an object of the same type, only scalar fields: its relations are selected above already.
  const below = type.name === within ? Math.min(depth - 1, 0) : depth - 1;
  const left = wraps ? depth : below;
  const inside = { within: wraps ? within : type.name };
  return left < 0 ? '' : `${head} { __typename ${fields(schema, type, left, values, inside)} }`;
}

/**
 * @param within the type of the enclosing object, also through a connection
 * @param prefix of the response keys, so that the fields of several types side by side do not conflict
 */
function fields(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  depth: number,
  values: Readonly<Record<string, unknown>>,
  { within, prefix }: { readonly within?: string | undefined; readonly prefix?: string },
): string {
  return Object.values(type.getFields())
    .map((field) => {
      const text = selectionOf(schema, field, depth, values, within);
      return prefix && text ? `${prefix}_${field.name}: ${text}` : text;
    })
    .join(' ');
}

function required(argument: GraphQLArgument, values: Readonly<Record<string, unknown>>): unknown {
  if (!(argument.name in values)) throw new Error(`no value for the argument ${argument.name}`);
  return values[argument.name];
}

import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  print,
  type ValueNode,
} from 'graphql';

/** Types of connections. They do not count as a level of depth. */
const wrapperName = /(Connection|Edge|PageInfo)$/;

/**
 * Returns a query for each field of `Query` that selects every field of every object below it, `depth` objects deep.
 * @param values the values of required arguments, by argument name; `limit` has one
 */
export function exhaustiveQueries(
  schema: GraphQLSchema,
  depth: number,
  values: Readonly<Record<string, unknown>>,
): Map<string, string> {
  const query = schema.getQueryType() as GraphQLObjectType;
  return new Map(
    Object.values(query.getFields()).map((field) => [
      field.name,
      `{ ${selectionOf(schema, field, depth, { limit: 1000, ...values })} }`,
    ]),
  );
}

function selectionOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  values: Readonly<Record<string, unknown>>,
  enclosingType?: string,
): string {
  const args = field.args
    .filter((argument) => isRequiredArgument(argument) || argument.name in values)
    .map(
      (argument) =>
        `${argument.name}: ${print(astFromValue(requiredValue(argument, values), argument.type) as ValueNode)}`,
    );
  const head = `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
  const type = getNamedType(field.type);
  if (isAbstractType(type)) {
    const types = schema.getPossibleTypes(type);
    const parts = types.map(
      (it) =>
        `... on ${it.name} { ${fields(schema, it, depth - 1, values, { enclosingType: it.name, prefix: it.name })} }`,
    );
    const common = isInterfaceType(type) ? '__typename id' : '__typename';
    return `${head} { ${common} ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) return head;
  const isWrapper = wrapperName.test(type.name);
  // Of an object within an object of the same type, only scalar fields: its relations are already selected above.
  const innerDepth = type.name === enclosingType ? Math.min(depth - 1, 0) : depth - 1;
  const remainingDepth = isWrapper ? depth : innerDepth;
  const context = { enclosingType: isWrapper ? enclosingType : type.name };
  return remainingDepth < 0
    ? ''
    : `${head} { __typename ${fields(schema, type, remainingDepth, values, context)} }`;
}

/**
 * @param enclosingType the type of the enclosing object, also through a connection
 * @param prefix of the response keys, so that the fields of several types side by side do not conflict
 */
function fields(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  depth: number,
  values: Readonly<Record<string, unknown>>,
  { enclosingType, prefix }: { readonly enclosingType?: string | undefined; readonly prefix?: string },
): string {
  return Object.values(type.getFields())
    .map((field) => {
      const text = selectionOf(schema, field, depth, values, enclosingType);
      return prefix && text ? `${prefix}_${field.name}: ${text}` : text;
    })
    .join(' ');
}

function requiredValue(argument: GraphQLArgument, values: Readonly<Record<string, unknown>>): unknown {
  if (!(argument.name in values)) throw new Error(`no value for the argument ${argument.name}`);
  return values[argument.name];
}

import {
  type ConstDirectiveNode,
  extendSchema,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { type OperationReads, taggedType } from './read/engine.js';
import { type EntityKeys, isAdded, keyName } from './read/extensions.js';

export type { AddedKey, EntityKeys } from './read/extensions.js';

/** The schemas for a gateway. */
export interface Federation {
  /** The hub's schema with `_service`, `_entities` and the added keys. */
  readonly schema: GraphQLSchema;
  /** `_service` alone, which a gateway reads without a viewer when it composes. */
  readonly composition: GraphQLSchema;
}

/** Makes the schemas for a gateway from the hub's schema, which stays as it is. */
export function federate(hub: GraphQLSchema, keys: EntityKeys): Federation {
  const schema = withAddedKeys(hub, keys);
  const service = serviceField(subgraphSdl(schema, keys));
  const { types, query, ...config } = schema.toConfig();
  const { fields, ...root } = (query as GraphQLObjectType).toConfig();
  const entities = entitiesField(schema, keys);
  return {
    schema: new GraphQLSchema({
      ...config,
      types: types.filter((it) => it !== query),
      query: new GraphQLObjectType({
        ...root,
        fields: { ...fields, _service: service, _entities: entities },
      }),
    }),
    composition: new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { _service: service } }),
    }),
  };
}

/** A copy of the schema with the keys that it does not have. */
function withAddedKeys(schema: GraphQLSchema, keys: EntityKeys): GraphQLSchema {
  const added = Object.entries(keys).flatMap(([type, all]) =>
    all.filter(isAdded).map((key) => ({ type, key })),
  );
  if (added.length === 0) return schema;
  const texts = added.map(({ type, key }) => `extend type ${type} { "${addedDescription}" ${key.name}: ID }`);
  const copy = extendSchema(schema, parse(texts.join('\n')));
  for (const { type, key } of added) {
    const field = (copy.getType(type) as GraphQLObjectType).getFields()[key.name];
    if (field) field.extensions = { hub: { value: key.value } };
  }
  return copy;
}

const addedDescription = 'The reference of the object in the system of a partner.';

/** The schema as a Federation 2 subgraph. */
export function subgraphSdl(schema: GraphQLSchema, keys: EntityKeys): string {
  const sdl = visit(parse(printSchema(lexicographicSortSchema(schema)), { noLocation: true }), {
    ObjectTypeDefinition(type) {
      const own = keys[type.name.value] ?? [];
      const added = own.map((key) => directive(`@key(fields: "${keyName(key)}")`));
      if (type.name.value === 'PageInfo') added.push(directive('@shareable'));
      const hidden = type.name.value === 'Query' ? hiddenQueries : own.filter(isAdded).map(keyName);
      const fields = type.fields?.map((field) =>
        hidden.includes(field.name.value)
          ? { ...field, directives: [...(field.directives ?? []), directive('@inaccessible')] }
          : field,
      );
      return { ...type, directives: [...(type.directives ?? []), ...added], ...(fields && { fields }) };
    },
  });
  return `${link}\n\n${print(sdl)}\n`;
}

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@inaccessible"])`;

/** Fields of `Query` that find objects of the hub only: clients of a gateway do not see them. */
const hiddenQueries = ['node', 'nodes'];

function directive(text: string): ConstDirectiveNode {
  const [definition] = parse(`scalar It ${text}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.SCALAR_TYPE_DEFINITION) throw new Error(`${text} is not a directive`);
  return definition.directives?.[0] as ConstDirectiveNode;
}

/** The additional cost of the schema's text. */
const sdlCost = 500;

function serviceField(sdl: string) {
  const type = new GraphQLObjectType({
    name: '_Service',
    fields: { sdl: { type: new GraphQLNonNull(GraphQLString) } },
  });
  return { type: new GraphQLNonNull(type), resolve: () => ({ sdl }), extensions: { cost: sdlCost } };
}

function entitiesField(schema: GraphQLSchema, keys: EntityKeys) {
  const entity = new GraphQLUnionType({
    name: '_Entity',
    types: Object.keys(keys).map((name) => schema.getType(name) as GraphQLObjectType),
    resolveType: taggedType,
  });
  const representation = new GraphQLScalarType({ name: '_Any' });
  return {
    type: new GraphQLNonNull(new GraphQLList(entity)),
    args: {
      representations: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(representation))),
      },
    },
    resolve: (
      _source: unknown,
      _args: unknown,
      { reads }: { reads: OperationReads },
      info: GraphQLResolveInfo,
    ) => reads.root(info),
    extensions: { hub: { nodes: 'entities', keys } },
  };
}

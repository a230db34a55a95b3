import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { buildSchema } from 'type-graphql';
import { NodeQueries } from './node.queries.js';
import { type OperationReads, taggedType } from './read/engine.js';
import { isRead } from './read/extensions.js';
import type { ReadModel } from './read/model.js';

/** Builds the GraphQL schema from type-graphql resolver classes. {@link bind} connects it to the read engine. */
export async function assemble(classes: readonly (abstract new () => object)[]): Promise<GraphQLSchema> {
  const resolvers = [NodeQueries, ...classes];
  const schema = await buildSchema({
    resolvers: resolvers as never,
    validate: false,
    // Apollo Server checks the schema. The check of type-graphql runs an introspection, a seventh of a start.
    skipCheck: true,
    // Subscribers receive events from the hub's feed. type-graphql's in-process PubSub is not used.
    pubSub: { publish: refuse, subscribe: refuse },
  });
  for (const [name, description] of Object.entries(rootDescriptions)) {
    const root = schema.getType(name);
    if (root) root.description = description;
  }
  return schema;
}

const rootDescriptions = {
  Query: 'Queries. Every query reads with the rights of the viewer.',
  Mutation:
    'Commands. A command is carried out completely or not at all. When it is refused, `userErrors` says why.',
  Subscription: 'Event streams.',
};

function refuse(): never {
  throw new Error('PubSub is not used: subscriptions are served by the event feed');
}

/** The text of `schema.graphql`. */
export function printed(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** The part of an operation's context that the bound resolvers use. */
interface Reading {
  readonly reads: OperationReads;
}

type Resolver = GraphQLFieldResolver<unknown, Reading>;

/**
 * Binds the schema to the read engine:
 * - the engine reads the queries that are declared to it;
 * - the fields of an object that the engine has read are taken from it by response key;
 * - where a resolver returns only the key of an object, as in a payload, the engine reads the object when
 *   the field is resolved.
 */
export function bind(schema: GraphQLSchema, model: ReadModel): void {
  const query = schema.getQueryType() as GraphQLObjectType;
  for (const field of Object.values(query.getFields())) {
    if (isRead(field)) field.resolve = readRoot as never;
    else if (model.stored(getNamedType(field.type) as GraphQLObjectType))
      throw new Error(`Query.${field.name} is not declared to the read engine`);
  }
  const subscription = schema.getSubscriptionType();
  for (const field of Object.values(subscription?.getFields() ?? {})) {
    field.resolve = readDelivered(getNamedType(field.type) as GraphQLObjectType) as never;
  }
  const roots = [query, schema.getMutationType(), subscription];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = taggedType;
    if (!isObjectType(type) || type.name.startsWith('__') || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const shown = getNamedType(field.type);
      if (shownByEngine(model, type)) field.resolve = byResponseKey as never;
      else if (isObjectType(shown) && model.stored(shown)) field.resolve = readObject(shown) as never;
    }
  }
}

/** Whether the engine produces the values of the type: rows, and connections of rows. */
function shownByEngine(model: ReadModel, type: GraphQLObjectType): boolean {
  return model.covers(type) || /(Connection|Edge|PageInfo)$/.test(type.name);
}

const readRoot: Resolver = (_source, _args, { reads }, info) => reads.root(info);

const byResponseKey: Resolver = (source, _args, _context, info) =>
  (source as Record<string, unknown>)[String(info.path.key)];

/** Reads the object whose key, or the list of objects whose keys, a resolver has returned. */
function readObject(type: GraphQLObjectType): Resolver {
  return (source, _args, { reads }, info) => {
    const key = (source as Record<string, unknown>)[info.fieldName];
    if (Array.isArray(key)) return key.map((it: string) => reads.object(type, it, info));
    return typeof key === 'string' ? reads.object(type, key, info) : null;
  };
}

/** The feed delivers the key of an event. The fields that the client selected are read on delivery. */
function readDelivered(type: GraphQLObjectType): Resolver {
  return (source, _args, { reads }, info) => reads.object(type, (source as { id: string }).id, info);
}

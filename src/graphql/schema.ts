import {
  type GraphQLFieldResolver,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { buildSchema } from 'type-graphql';
import { NodeQueries } from './node.queries.js';
import { isRead, type OperationReads, taggedType } from './read/engine.js';
import type { ReadModel } from './read/model.js';

/** The GraphQL schema of type-graphql resolver classes, not yet bound to anything that reads. */
export async function assemble(classes: readonly (abstract new () => object)[]): Promise<GraphQLSchema> {
  const resolvers = [NodeQueries, ...classes];
  const schema = await buildSchema({
    resolvers: resolvers as never,
    validate: false,
    // Events reach subscribers through the hub's own feed, never through an in-process bus.
    pubSub: { publish: refuse, subscribe: refuse },
  });
  for (const [name, description] of Object.entries(rootDescriptions)) {
    const root = schema.getType(name);
    if (root) root.description = description;
  }
  return schema;
}

const rootDescriptions = {
  Query: 'What one can read. Everything is read under the rights of whoever asks.',
  Mutation: 'What one can do. Each act happens whole or not at all; a refusal is in its `userErrors`.',
  Subscription: 'What one can listen to.',
};

function refuse(): never {
  throw new Error('subscriptions are served by the feed of events');
}

/** The text of `schema.graphql`. */
export function printed(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** What the bound resolvers need of an operation's context. */
interface Reading {
  readonly reads: OperationReads;
}

type Resolver = GraphQLFieldResolver<unknown, Reading>;

/**
 * Binds the schema to the read engine: declared queries are read by it; an object that the engine
 * read is shown by response key; an object that a resolver names by key (a payload's) is read when shown.
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
    if (!isObjectType(type) || type.name.startsWith('__') || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const shown = getNamedType(field.type);
      if (shownByEngine(model, type)) field.resolve = byResponseKey as never;
      else if (isObjectType(shown) && model.stored(shown)) field.resolve = readObject(shown) as never;
    }
  }
  const node = schema.getType('Node') as GraphQLInterfaceType;
  node.resolveType = taggedType;
}

/** Whether values of the type come from the engine: rows, and the connections of rows. */
function shownByEngine(model: ReadModel, type: GraphQLObjectType): boolean {
  return model.covers(type) || /(Connection|Edge|PageInfo)$/.test(type.name);
}

const readRoot: Resolver = (_source, _args, { reads }, info) => reads.root(info);

const byResponseKey: Resolver = (source, _args, _context, info) =>
  (source as Record<string, unknown>)[String(info.path.key)];

/** What a resolver names by its key, or a list by its keys. */
function readObject(type: GraphQLObjectType): Resolver {
  return (source, _args, { reads }, info) => {
    const key = (source as Record<string, unknown>)[info.fieldName];
    if (Array.isArray(key)) return key.map((it: string) => reads.object(type, it, info));
    return typeof key === 'string' ? reads.object(type, key, info) : null;
  };
}

/** An event comes as its key; what the client selected is read when it is delivered. */
function readDelivered(type: GraphQLObjectType): Resolver {
  return (source, _args, { reads }, info) => reads.object(type, (source as { id: string }).id, info);
}

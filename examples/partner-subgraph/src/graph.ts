import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLUnionType,
  parse,
  validate,
} from 'graphql';
import { activityOf } from './activity.ts';
import type { Viewer } from './gateway-token.ts';
import type { Store } from './store.ts';

/** The definitions that the gateway composes with those of the hub. */
const sdl = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');

/** What a gateway needs of a subgraph besides its definitions. */
const machinery = `
  scalar _Any
  union _Entity = Beneficiary | Partner
  type _Service { sdl: String! }
  extend type Query {
    _service: _Service!
    _entities(representations: [_Any!]!): [_Entity]!
  }`;

/** The most objects in one request, and tokens in one document. */
const limits = { representations: 1000, tokens: 5000 };

interface Context {
  readonly store: Store;
  /** Undefined when the gateway asks for the definitions only. */
  readonly viewer: Viewer | undefined;
}

type Resolver = (source: never, args: never, context: Context) => unknown;

const resolvers: Readonly<Record<string, Readonly<Record<string, Resolver>>>> = {
  Query: {
    _service: () => ({ sdl }),
    _entities(_: never, { representations }: { representations: readonly unknown[] }, context) {
      checkViewer(context);
      if (representations.length > limits.representations)
        throw new GraphQLError(`At most ${limits.representations} objects.`);
      return representations.map((it) => entity(it, context.store));
    },
    ftActivity(_: never, { year }: { year: number }, context) {
      checkViewer(context);
      return year >= 2000 && year <= 2100 ? activityOf(context.store, year, new Date()) : null;
    },
  },
  Beneficiary: {
    ftAppointments: ({ ftReference }: { ftReference: string }, { first }: { first: number }, { store }) =>
      store.appointments(ftReference, page(first)),
  },
  Partner: {
    ftJobOffers: ({ id }: { id: string }, { first }: { first: number }, { store }) =>
      store.jobOffers(id, page(first)),
  },
};

/** The object to which the gateway refers; null for a person with an unknown reference. */
function entity(representation: unknown, store: Store): object | null {
  const { __typename, ftReference, id } = Object(representation) as Record<string, unknown>;
  if (__typename === 'Beneficiary' && typeof ftReference === 'string')
    return store.knows(ftReference) ? { __typename, ftReference } : null;
  return __typename === 'Partner' && typeof id === 'string' ? { __typename, id } : null;
}

/** A page size from 1 to 100. */
function page(first: number): number {
  return Math.min(Math.max(first, 1), 100);
}

function checkViewer({ viewer }: Context): void {
  if (!viewer) throw new GraphQLError('Only the definitions are given without a viewer.');
}

/** The definitions use the directives of federation, which graphql-js does not know: hence no check of them. */
const schema = buildASTSchema(parse(`${sdl}\n${machinery}`), { assumeValidSDL: true });
for (const [type, fields] of Object.entries(resolvers)) {
  const known = (schema.getType(type) as GraphQLObjectType).getFields();
  for (const [name, resolve] of Object.entries(fields)) {
    const field = known[name];
    if (!field) throw new Error(`${type}.${name} is not in schema.graphql`);
    field.resolve = resolve as never;
  }
}
(schema.getType('_Entity') as GraphQLUnionType).resolveType = ({ __typename }) => __typename;

/** Answers a request of the gateway. Errors name no reference and no internal detail. */
export async function answer(
  { query, variables, operationName }: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<ExecutionResult> {
  try {
    const document = parse(String(query), { maxTokens: limits.tokens });
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    const result = await execute({
      schema,
      document,
      contextValue: context,
      variableValues: variables as Record<string, unknown>,
      operationName: operationName as string,
    });
    return { ...result, ...(result.errors && { errors: result.errors.map(masked) }) };
  } catch (error) {
    return {
      errors: [error instanceof GraphQLError ? error : new GraphQLError('The request is malformed.')],
    };
  }
}

/** An error without the details of a failure of this service. */
function masked(error: GraphQLError): GraphQLError {
  if (!error.originalError || error.originalError instanceof GraphQLError) return error;
  console.error(error.originalError);
  return new GraphQLError('The service has failed.', { ...(error.path && { path: error.path }) });
}

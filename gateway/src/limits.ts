import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';

/** The limits of requests, as the hub has them: what is for partners alone does not reach the hub's own limits. */
export const limits = {
  /** Bytes of a request body, and of a message on a socket. */
  bytes: 256 * 1024,
  message: 64 * 1024,
  /** Lexical tokens of a document. */
  tokens: 4000,
  /** Levels of nested fields. */
  depth: 15,
  /** Fields, counting fragments each time they are spread. */
  fields: 1000,
  /** Operations in progress on one socket. */
  operations: 100,
  /** Messages on one socket, with pings: the maximum burst, and the sustained rate per second. */
  burst: 300,
  messages: 30,
  /** Bytes that may wait for the client of a socket to read. */
  unread: 4 * 1024 * 1024,
} as const;

type Size = Readonly<Record<'depth' | 'fields', number>>;

/** A validation rule that refuses operations above {@link limits}. */
export function withinLimits(context: ValidationContext): ASTVisitor {
  const known = new Map<string, Size>();

  /** Each fragment is measured once. One that spreads itself counts as empty: another rule refuses it. */
  function sizeOfFragment(name: string): Size {
    const measured = known.get(name);
    if (measured) return measured;
    known.set(name, { depth: 0, fields: 0 });
    const fragment = context.getFragment(name);
    const size = fragment ? sizeOf(fragment.selectionSet) : { depth: 0, fields: 0 };
    known.set(name, size);
    return size;
  }

  function sizeOf({ selections }: SelectionSetNode): Size {
    let [depth, fields] = [0, 0];
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD ? 1 : 0;
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? sizeOfFragment(selection.name.value)
          : selection.selectionSet && sizeOf(selection.selectionSet);
      depth = Math.max(depth, isField + (below?.depth ?? 0));
      fields += isField + (below?.fields ?? 0);
    }
    return { depth, fields };
  }

  return {
    OperationDefinition(operation) {
      const size = sizeOf(operation.selectionSet);
      for (const what of ['depth', 'fields'] as const) {
        if (size[what] <= limits[what]) continue;
        const message = `The operation's ${what} is ${size[what]}; at most ${limits[what]} is allowed: split the operation.`;
        context.reportError(
          new GraphQLError(message, { nodes: operation, extensions: { code: 'TOO_LARGE' } }),
        );
      }
    },
  };
}

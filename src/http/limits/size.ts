import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';
import { fragmentsOf } from '../../graphql/read/selection.js';

/** The limits of one document, over HTTP and over WebSocket. */
export const limits = {
  /** Bytes of a request body. */
  bytes: 256 * 1024,
  /** Lexical tokens. */
  tokens: 4000,
  /** Levels of nested fields. */
  depth: 15,
  /** Aliased fields, counting fragments each time they are spread. */
  aliases: 100,
  /** Fields, counting fragments each time they are spread. */
  fields: 1000,
  /** Directives, counting fragments each time they are spread. */
  directives: 100,
  /** Characters of an alias: the maximum length of a column name in PostgreSQL. */
  aliasLength: 63,
} as const;

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly directives: number;
}

const nothing: Size = { depth: 0, aliases: 0, fields: 0, directives: 0 };

/** A validation rule that refuses documents above {@link limits}. */
export function withinLimits(context: ValidationContext): ASTVisitor {
  const fragments = fragmentsOf(context.getDocument());
  const known = new Map<string, Size>();

  /** Each fragment is measured once. A fragment that spreads itself counts as empty: another rule refuses it. */
  function sizeOfFragment(name: string): Size {
    const measured = known.get(name);
    if (measured) return measured;
    known.set(name, nothing);
    const fragment = fragments[name];
    const size = fragment ? sizeOf(fragment.selectionSet) : nothing;
    known.set(name, size);
    return size;
  }

  function sizeOf(set: SelectionSetNode): Size {
    let { depth, aliases, fields, directives } = nothing;
    for (const selection of set.selections) {
      let inner: Size;
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? sizeOf(selection.selectionSet) : nothing;
        inner = {
          depth: below.depth + 1,
          aliases: below.aliases + (selection.alias ? 1 : 0),
          fields: below.fields + 1,
          directives: below.directives,
        };
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) inner = sizeOfFragment(selection.name.value);
      else inner = sizeOf(selection.selectionSet);
      depth = Math.max(depth, inner.depth);
      aliases += inner.aliases;
      fields += inner.fields;
      directives += inner.directives + (selection.directives?.length ?? 0);
    }
    return { depth, aliases, fields, directives };
  }

  return {
    OperationDefinition(operation) {
      const size = sizeOf(operation.selectionSet);
      for (const what of ['depth', 'aliases', 'fields', 'directives'] as const) {
        if (size[what] > limits[what]) {
          context.reportError(
            new GraphQLError(
              `The operation's ${what} is ${size[what]}; at most ${limits[what]} is allowed: split the operation.`,
              {
                nodes: operation,
                extensions: { code: 'TOO_LARGE' },
              },
            ),
          );
        }
      }
    },
    Field({ alias }) {
      if (alias && alias.value.length > limits.aliasLength) {
        context.reportError(
          new GraphQLError(`An alias may have at most ${limits.aliasLength} characters.`, { nodes: alias }),
        );
      }
    },
  };
}

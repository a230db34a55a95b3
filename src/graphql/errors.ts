import { GraphQLError } from 'graphql';
import { Unavailable } from '../database/unavailable.js';

/** A request with an invalid argument; `path` is the position in the arguments. */
export function badInput(message: string, path: readonly string[] = []): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'BAD_USER_INPUT',
      http: { status: 200 },
      ...(path.length > 0 && { argumentPath: path }),
    },
  });
}

/** A cursor from before the database was restored: the client must reload the list instead of resuming. */
export function cursorExpired(): GraphQLError {
  return new GraphQLError(
    'This cursor is from before the database was restored: load the list again without a cursor, then continue with the new cursors.',
    {
      extensions: { code: 'CURSOR_EXPIRED' },
    },
  );
}

/** The request has no identity, or one that may not sign in. */
export function unauthenticated(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}

/** The request may only read, but asks for a command. */
export function readOnly(): GraphQLError {
  return new GraphQLError(
    'This account, or the scope of its token, only allows reading: use an account that may write, and a token with the scope hub:write.',
    {
      extensions: { code: 'READ_ONLY', http: { status: 200 } },
    },
  );
}

/** After how long a client may retry, in seconds. */
const retryAfter = 2;

/** The hub, or a service that it needs, is temporarily unavailable. */
export function unavailable(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'UNAVAILABLE',
      retryAfter,
      http: { status: 503, headers: new Map([['retry-after', String(retryAfter)]]) },
    },
  });
}

/** Converts a database error to a client error, where there is one; otherwise returns the error unchanged. */
export function explained(error: unknown): unknown {
  if (error instanceof Unavailable) {
    return unavailable(
      'The database is unavailable: try again in a moment. It is not known whether a command was carried out: repeat it with the same idempotencyKey.',
    );
  }
  switch ((error as { code?: unknown }).code) {
    case 'HB001':
      return cursorExpired();
    case '57014':
      return new GraphQLError('Query timed out: request less data.', {
        extensions: { code: 'TOO_EXPENSIVE' },
      });
    default:
      return error;
  }
}

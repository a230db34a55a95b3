import { GraphQLError } from 'graphql';
import { Unavailable } from '../database/unavailable.js';

/** A request that cannot be carried out as it is written; `path` says where in its arguments. */
export function badInput(message: string, path: readonly string[] = []): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'BAD_USER_INPUT',
      http: { status: 200 },
      ...(path.length > 0 && { argumentPath: path }),
    },
  });
}

/** A cursor from before the database was restored: the client reloads instead of resuming. */
export function cursorExpired(): GraphQLError {
  return new GraphQLError(
    'This cursor is from before the database was restored: reload, then go on from there.',
    {
      extensions: { code: 'CURSOR_EXPIRED' },
    },
  );
}

/** The request names nobody, or nobody who may enter. */
export function unauthenticated(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}

/** The request may read, and asks for an act. */
export function readOnly(): GraphQLError {
  return new GraphQLError('This account, or the scope of its token, allows reading only.', {
    extensions: { code: 'READ_ONLY', http: { status: 200 } },
  });
}

/** How soon a client may ask again for what was not available, in seconds. */
const askAgainAfter = 2;

/** Something that the hub needs is away for the moment, through no fault of the client's. */
export function unavailable(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'UNAVAILABLE',
      retryAfter: askAgainAfter,
      http: { status: 503, headers: new Map([['retry-after', String(askAgainAfter)]]) },
    },
  });
}

/** The client's error behind an error of the database, where there is one; otherwise the error itself. */
export function explained(error: unknown): unknown {
  if (error instanceof Unavailable) {
    return unavailable(
      'The database does not answer now: ask again in a moment. An act may have been done or not: repeat it with the same idempotencyKey.',
    );
  }
  switch ((error as { code?: unknown }).code) {
    case 'HB001':
      return cursorExpired();
    case '57014':
      return new GraphQLError('This takes too long: ask for less at once.', {
        extensions: { code: 'TOO_EXPENSIVE' },
      });
    default:
      return error;
  }
}

import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { Unavailable } from '../database/unavailable.js';
import type { Text } from '../i18n.js';

/** An error that the client sees in the language of its request. `message` is the English text, for logs. */
export class ClientError extends GraphQLError {
  constructor(
    readonly text: Text,
    extensions: GraphQLErrorExtensions,
  ) {
    super(text.en, { extensions });
  }
}

/** A request with an invalid argument; `path` is the position in the arguments. */
export function badInput(text: Text, path: readonly string[] = []): ClientError {
  return new ClientError(text, {
    code: 'BAD_USER_INPUT',
    http: { status: 200 },
    ...(path.length > 0 && { argumentPath: path }),
  });
}

/** A cursor from before the database was restored: the client must reload the list instead of resuming. */
export function cursorExpired(): ClientError {
  return new ClientError(
    {
      fr: 'Ce curseur date d’avant une restauration de la base : relisez la liste sans curseur, puis continuez avec les nouveaux curseurs.',
      en: 'This cursor is from before the database was restored: load the list again without a cursor, then continue with the new cursors.',
    },
    { code: 'CURSOR_EXPIRED' },
  );
}

/** The request has no identity, or one that may not sign in. */
export function unauthenticated(text: Text): ClientError {
  return new ClientError(text, { code: 'UNAUTHENTICATED', http: { status: 401 } });
}

/** The session, or the token, is no longer valid. */
export function sessionEnded(): ClientError {
  return unauthenticated({
    fr: 'Votre session est terminée : reconnectez-vous.',
    en: 'Your session has ended: sign in again.',
  });
}

/** The request may only read, but asks for a command. */
export function readOnly(): ClientError {
  return new ClientError(
    {
      fr: 'Ce compte, ou la portée de son jeton, ne permet que la lecture : utilisez un compte qui peut écrire, et un jeton de portée hub:write.',
      en: 'This account, or the scope of its token, only allows reading: use an account that may write, and a token with the scope hub:write.',
    },
    { code: 'READ_ONLY', http: { status: 200 } },
  );
}

/** After how long a client may retry, in seconds. */
const retryAfter = 2;

/** The hub, or a service that it needs, is temporarily unavailable. */
export function unavailable(text: Text): ClientError {
  return new ClientError(text, {
    code: 'UNAVAILABLE',
    retryAfter,
    http: { status: 503, headers: new Map([['retry-after', String(retryAfter)]]) },
  });
}

/** A command whose statement timed out, and whose transaction is therefore rolled back. */
export function commandTimedOut(): ClientError {
  return unavailable({
    fr: 'L’enregistrement a duré trop longtemps ; rien n’a été changé : réessayez dans un moment.',
    en: 'The command took too long and changed nothing: try again in a moment.',
  });
}

/** Whether PostgreSQL canceled a statement, as it does when the statement times out. */
export function isCanceled(error: unknown): boolean {
  return (error as { code?: unknown }).code === '57014';
}

/** Converts a database error to a client error, where there is one; otherwise returns the error unchanged. */
export function explained(error: unknown): unknown {
  if (error instanceof Unavailable) {
    return unavailable({
      fr: 'La base de données ne répond pas : réessayez dans un moment. On ne sait pas si une commande a été exécutée : répétez-la avec la même idempotencyKey.',
      en: 'The database is unavailable: try again in a moment. It is not known whether a command was carried out: repeat it with the same idempotencyKey.',
    });
  }
  if (isCanceled(error))
    return new ClientError(
      {
        fr: 'La requête a duré trop longtemps : demandez moins de données.',
        en: 'Query timed out: request less data.',
      },
      { code: 'TOO_EXPENSIVE' },
    );
  return (error as { code?: unknown }).code === 'HB001' ? cursorExpired() : error;
}

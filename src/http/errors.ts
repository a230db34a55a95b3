import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { explained } from '../graphql/errors.js';

/**
 * The status and the headers of an answer over HTTP that is this error.
 * @param usual the status of an error of the client's that asks for none of its own
 */
export function httpOf(
  thrown: unknown,
  usual: 200 | 400,
): { status: number; headers: ReadonlyMap<string, string> } {
  const known = explained(thrown);
  if (!(known instanceof GraphQLError)) return { status: 500, headers: new Map() };
  return { status: usual, headers: new Map(), ...(known.extensions['http'] as object) };
}

/** What graphql-js says of a null that the schema does not allow: it quotes the schema alone. */
const brokenPromise = /^Cannot return null for non-nullable field \w+\.\w+\.$/;

/**
 * An error as the client may see it. What is the client's own doing is said; anything else is logged
 * under a number and answered with that number alone: no stack, no SQL, no value.
 */
export function shownError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  log: Logger,
): GraphQLFormattedError {
  const original = thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown;
  const known = explained(original);
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (known instanceof GraphQLError) {
    const { http: _, stacktrace: __, ...extensions } = { ...formatted.extensions, ...known.extensions };
    // graphql-js suggests names for a variable's fields, whatever it is told for documents.
    const said = known === original ? formatted.message : known.message;
    const message = said.replace(/ Did you mean [^?]*\?/g, '');
    return { message, ...place, extensions: { code: 'BAD_REQUEST', ...extensions } };
  }
  const number = randomUUID();
  log.error({ number, ...loggable(original as Error) }, 'bug');
  return {
    message: brokenPromise.test(formatted.message)
      ? formatted.message
      : `Something went wrong in the hub; quote ${number} when you report it.`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/**
 * What a log may say of an error. Many messages quote the value that they stumbled on, which may be a
 * name; those of the language itself, which have no code, and those about rights and syntax (SQLSTATE
 * class 42) quote only the program.
 */
function loggable(error: Error & { code?: unknown }): object {
  const { name, code, stack } = error;
  const ofLanguage = code === undefined && (name === 'TypeError' || name === 'ReferenceError');
  const quotesOnlyCode = ofLanguage || /^42/.test(String(code));
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { error: name, code, ...(quotesOnlyCode && { message: error.message }), frames };
}

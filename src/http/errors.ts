import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { ClientError, explained } from '../graphql/errors.js';
import type { Language } from '../i18n.js';

/**
 * The HTTP status and headers of a response to this error.
 * @param usual the status of a client error that does not set one
 */
export function httpOf(
  thrown: unknown,
  usual: 200 | 400,
): { status: number; headers: ReadonlyMap<string, string> } {
  const known = explained(thrown);
  if (!(known instanceof GraphQLError)) return { status: 500, headers: new Map() };
  return { status: usual, headers: new Map(), ...(known.extensions['http'] as object) };
}

/** graphql-js' message for null in a non-null field. It contains only names of the schema, so clients may see it. */
const nullInNonNull = /^Cannot return null for non-nullable field \w+\.\w+\.$/;

/**
 * The error as the client may see it, in the language of its request. Client errors keep their message. Any other
 * error is logged with a number, and the client gets only that number: no stack, no SQL, no value.
 */
export function shownError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  log: Logger,
  language: Language,
): GraphQLFormattedError {
  const original = thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown;
  const known = explained(original);
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (known instanceof GraphQLError) {
    const { http: _, stacktrace: __, ...extensions } = { ...formatted.extensions, ...known.extensions };
    return {
      message: messageOf(known, formatted, language),
      ...place,
      extensions: { code: 'BAD_REQUEST', ...extensions },
    };
  }
  const number = randomUUID();
  log.error({ number, ...loggable(original as Error) }, 'bug');
  return {
    message: nullInNonNull.test(formatted.message)
      ? formatted.message
      : {
          fr: `Une erreur s’est produite dans la plateforme ; citez ${number} en la signalant.`,
          en: `Something went wrong in the hub; quote ${number} when you report it.`,
        }[language],
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** The message of a client error. Errors of graphql-js are English: they are about the client's document. */
function messageOf(known: GraphQLError, { message }: GraphQLFormattedError, language: Language): string {
  if (known instanceof ClientError) return known.text[language];
  // The setting that hides suggestions does not apply to variables: graphql-js still suggests names of input fields.
  return message.replace(/ Did you mean [^?]*\?/g, '');
}

/**
 * The parts of an error that may be logged. Many messages quote the value that caused the error, which may be a
 * person's name. Only two kinds of messages are logged, because they quote only code: TypeError and ReferenceError
 * without a code, and PostgreSQL errors about rights and syntax (SQLSTATE class 42).
 */
function loggable(error: Error & { code?: unknown }): object {
  const { name, code, stack } = error;
  const ofLanguage = code === undefined && (name === 'TypeError' || name === 'ReferenceError');
  const quotesOnlyCode = ofLanguage || /^42/.test(String(code));
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { error: name, code, ...(quotesOnlyCode && { message: error.message }), frames };
}

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';

/*
 * Both scalars are sent as the database writes them: the SQL statement that reads them already
 * returns text. Input is checked by graphql-scalars and passed on as text, so that the time zone
 * of the process has no effect.
 */

const invalid = (what: string, value: unknown) =>
  new GraphQLError(`${what}: ${JSON.stringify(value)?.slice(0, 40)}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });

function checkedText(what: string, check: (text: string) => unknown) {
  return (value: unknown): string => {
    if (typeof value !== 'string') throw invalid(what, value);
    try {
      check(value);
    } catch {
      throw invalid(what, value);
    }
    return value;
  };
}

function textScalar(name: string, description: string, example: string, check: (text: string) => unknown) {
  const parse = checkedText(`Expected a ${name} such as ${example}, but got`, check);
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** A calendar day, `YYYY-MM-DD`, from year 1900 to 2199. */
export const DateScalar = textScalar('Date', 'A calendar day: `2024-03-31`.', '2024-03-31', (text) => {
  GraphQLDate.parseValue(text);
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) throw new RangeError(text);
});

/** An instant, RFC 3339 with its offset, from year 1900 to 2199. */
export const DateTimeScalar = textScalar(
  'DateTime',
  'An instant: `2024-03-31T09:30:00.000+00:00`.',
  '2024-03-31T09:30:00Z',
  (text) => {
    GraphQLDateTime.parseValue(text);
    if (!/^(19|20|21)\d\d-/.test(text)) throw new RangeError(text);
  },
);

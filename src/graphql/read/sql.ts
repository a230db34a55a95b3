import type { Statement } from '../../database/reader.js';

/** A fragment of SQL. Its values are kept separate, so that a value is never part of the statement text. */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/** Builds a fragment of SQL. A fragment among the values is inlined; any other value becomes a parameter. */
export function sql(texts: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  return new Sql(texts, values);
}

/** SQL text that is used as it is. Never pass text from a request. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

/** A quoted identifier. */
export function identifier(name: string): Sql {
  return raw(`"${name.replaceAll('"', '""')}"`);
}

/** A quoted text literal. */
export function literal(text: string): Sql {
  return raw(`'${text.replaceAll("'", "''")}'`);
}

/** Joins fragments with `separator`. */
export function join(parts: readonly Sql[], separator = ', '): Sql {
  if (parts.length === 0) return raw('');
  return new Sql(['', ...Array<string>(parts.length - 1).fill(separator), ''], parts);
}

/** The conditions joined with AND; true when there are none. */
export function all(conditions: readonly (Sql | undefined)[]): Sql {
  const present = conditions.filter((it) => it !== undefined);
  return present.length === 0 ? raw('true') : join(present, ' and ');
}

/**
 * `{"key": …}` from parts `expression as "key"`, optionally with a FROM clause. `o.*` means the row: a bare `o`
 * would mean the column if a client names a field `o`.
 */
export function jsonObject(parts: readonly Sql[], from: Sql = raw('')): Sql {
  return sql`(select row_to_json(o.*) from (select ${join(parts)} ${from}) o)`;
}

/** The statement with numbered parameters, as PostgreSQL expects it. */
export function statement(query: Sql): Statement {
  const values: unknown[] = [];
  let text = '';
  const write = (part: Sql) => {
    part.texts.forEach((piece, index) => {
      text += piece;
      if (index >= part.values.length) return;
      const value = part.values[index];
      if (value instanceof Sql) write(value);
      else text += `$${values.push(value)}`;
    });
  };
  write(query);
  return { text, values };
}

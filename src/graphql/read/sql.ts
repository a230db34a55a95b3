import type { Statement } from '../../database/reader.js';

/** A piece of SQL with its values apart, so that no value is ever part of a statement's text. */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/** Builds a piece of SQL; a piece among the values is inlined, anything else becomes a parameter. */
export function sql(texts: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  return new Sql(texts, values);
}

/** Text of the hub's own, taken as it is. Never pass anything that came from a request. */
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

/** The pieces, one after the other, with `separator` between. */
export function join(parts: readonly Sql[], separator = ', '): Sql {
  if (parts.length === 0) return raw('');
  return new Sql(['', ...Array<string>(parts.length - 1).fill(separator), ''], parts);
}

/** The conditions together; true when there is none. */
export function all(conditions: readonly (Sql | undefined)[]): Sql {
  const present = conditions.filter((it) => it !== undefined);
  return present.length === 0 ? raw('true') : join(present, ' and ');
}

/**
 * `{"key": …}` from parts `expression as "key"`, optionally over a FROM clause. The star says that the
 * row is meant: a bare `o` would be the field of whoever calls one so.
 */
export function jsonObject(parts: readonly Sql[], from: Sql = raw('')): Sql {
  return sql`(select row_to_json(o.*) from (select ${join(parts)} ${from}) o)`;
}

/** The statement as PostgreSQL takes it, with numbered parameters. */
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

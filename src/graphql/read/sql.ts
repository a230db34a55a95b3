import type { Statement } from '../../database/reader.js';
import type { Variables } from './bindable.js';

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

/** A fragment whose values depend on the variables of the request. */
export class BoundSql extends Sql {
  /** @param at the fragment for other variables */
  constructor(
    first: Sql,
    readonly at: (variables: Variables) => Sql,
  ) {
    super(first.texts, first.values);
  }
}

/** A statement with numbered parameters, whose values can be computed again for other variables. */
export class StatementTemplate {
  readonly #text: string;
  /** In order: values, and fragments with values to be computed, each with its own text. */
  readonly #parts: ({ readonly value: unknown } | { readonly bound: BoundSql; readonly text: string })[] = [];

  constructor(query: Sql) {
    let count = 0;
    this.#text = textOf(query, () => `$${++count}`);
    const collect = (part: Sql) => {
      if (part instanceof BoundSql) {
        this.#parts.push({ bound: part, text: textOf(part, () => '$') });
      } else {
        for (const value of part.values) {
          if (value instanceof Sql) collect(value);
          else this.#parts.push({ value });
        }
      }
    };
    collect(query);
  }

  /** The statement with the values for these variables; undefined when they need a statement with another text. */
  bind(variables: Variables): Statement | undefined {
    const values: unknown[] = [];
    for (const part of this.#parts) {
      if ('value' in part) {
        values.push(part.value);
      } else {
        const found = part.bound.at(variables);
        if (textOf(found, () => '$') !== part.text) return undefined;
        values.push(...valuesOf(found));
      }
    }
    return { text: this.#text, values };
  }
}

/** The statement with numbered parameters, as PostgreSQL expects it. */
export function statement(query: Sql): Statement {
  let count = 0;
  return { text: textOf(query, () => `$${++count}`), values: valuesOf(query) };
}

/** @param parameter returns the text in place of the next value */
function textOf({ texts, values }: Sql, parameter: () => string): string {
  let text = texts[0] as string;
  for (let index = 1; index < texts.length; index++) {
    const value = values[index - 1];
    text += (value instanceof Sql ? textOf(value, parameter) : parameter()) + texts[index];
  }
  return text;
}

function valuesOf({ values }: Sql): unknown[] {
  return values.flatMap((value) => (value instanceof Sql ? valuesOf(value) : [value]));
}

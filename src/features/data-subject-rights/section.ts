import { z } from 'zod';
import { idPrefix } from '../../graphql/ids.js';

/** A field of a section: the type of its values, and the SQL expression that reads them from a row `it`. */
export interface ExportField {
  readonly is: z.ZodType;
  /** @param name the name of the field, from which the name of the column is derived */
  readonly sql: (name: string) => string;
}

/** A section of the exported file: rows of one table about the person. */
export interface Section {
  readonly table: string;
  readonly row: z.ZodType;
  readonly rows: z.ZodType;
  /** The statement that reads the rows; `$1` is the key of the person. */
  readonly read: string;
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function stored(is: z.ZodType): ExportField {
  return { is, sql: (name) => `it.${snake(name)}` };
}

export const text = stored(z.string());
export const yesOrNo = stored(z.boolean());
export const number = stored(z.number());
export const day = stored(z.iso.date());
export const instant = stored(z.iso.datetime({ offset: true }));

/** A field with one value of a closed set. */
export function oneOf(set: Readonly<Record<string, string>>): ExportField {
  return stored(z.enum(set));
}

/** The same field, but nullable. */
export function optional({ is, sql }: ExportField): ExportField {
  return { is: is.nullable(), sql };
}

/** The same field, but read with an expression instead of from the column of that name. */
export function from(expression: string, { is }: ExportField): ExportField {
  return { is, sql: () => expression };
}

/** The name of the row that the foreign key of the same name refers to. */
export function nameOf(table: string): ExportField {
  return {
    is: z.string(),
    sql: (name) => `(select named.name from ${table} named where named.id = it.${snake(name)}_id)`,
  };
}

export const partner = nameOf('partner');

/** The API id of the row that the foreign key of the same name refers to; for `id`, the id of the row itself. */
export function idOf(type: string): ExportField {
  const column = (name: string) => (name === 'id' ? 'it.id' : `it.${snake(name)}_id`);
  return {
    is: z.string().regex(new RegExp(`^${idPrefix(type)}[0-9a-f-]{36}$`)),
    sql: (name) => `'${idPrefix(type)}' || ${column(name)}`,
  };
}

/**
 * Makes a section from the rows of a table.
 * @param of the condition on the rows `it`, with the key of the person as `$1`
 * @param by the column by which the rows are ordered
 */
export function section(
  table: string,
  description: string,
  fields: Readonly<Record<string, ExportField>>,
  { of = 'it.beneficiary_id = $1', by }: { of?: string; by: string },
): Section {
  const row = z.strictObject(Object.fromEntries(Object.entries(fields).map(([name, { is }]) => [name, is])));
  const columns = Object.entries(fields).map(([name, { sql }]) => `${sql(name)} as "${name}"`);
  return {
    table,
    row: row.describe(description),
    rows: z.array(row).describe(description),
    read: `select ${columns.join(', ')} from ${table} it where ${of} order by it.${by}, it.id`,
  };
}

import { z } from 'zod';
import { idPrefix } from '../../graphql/ids.js';

/** A field of a section: what its values are, and how a statement finds them in a row `it`. */
export interface ExportField {
  readonly is: z.ZodType;
  /** @param name the field's name, from which the column's follows */
  readonly sql: (name: string) => string;
}

/** Rows of one table that tell of the person. */
export interface Section {
  readonly table: string;
  readonly row: z.ZodType;
  readonly rows: z.ZodType;
  /** A statement for the rows; `$1` is the person's key. */
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

/** One value of a closed set. */
export function oneOf(set: Readonly<Record<string, string>>): ExportField {
  return stored(z.enum(set));
}

/** The field may be null. */
export function optional({ is, sql }: ExportField): ExportField {
  return { is: is.nullable(), sql };
}

/** The field is found otherwise than by its name. */
export function from(expression: string, { is }: ExportField): ExportField {
  return { is, sql: () => expression };
}

/** The name of what the column of the same name points at. */
export function nameOf(table: string): ExportField {
  return {
    is: z.string(),
    sql: (name) => `(select named.name from ${table} named where named.id = it.${snake(name)}_id)`,
  };
}

export const partner = nameOf('partner');

/** The id, in the API, of what the column of the same name points at; of the row itself for `id`. */
export function idOf(type: string): ExportField {
  const column = (name: string) => (name === 'id' ? 'it.id' : `it.${snake(name)}_id`);
  return {
    is: z.string().regex(new RegExp(`^${idPrefix(type)}[0-9a-f-]{36}$`)),
    sql: (name) => `'${idPrefix(type)}' || ${column(name)}`,
  };
}

/**
 * A section of the file: the rows of a table, in the order of a column.
 * @param of which rows, by conditions on `it` and the person's key `$1`
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

import { literal, type Sql, sql } from './sql.js';

/** The key of what stands for a null that the schema does not allow; no response key can be it. */
const brokenKey = '$n';

/**
 * The JSON of a value, or a mark in its place where it is null: for a field whose type promises a value while
 * a policy may hide the row, or a computation may find none.
 */
export function orBroken(value: Sql): Sql {
  return sql`coalesce(to_json(${value}), ${literal(`{"${brokenKey}":0}`)}::json)`;
}

/**
 * Whether a text has such a mark. In a text value the quotes would be escaped: nothing that somebody typed is
 * taken for one.
 */
export function isBroken(text: string | null): boolean {
  return text?.includes(`{"${brokenKey}":`) ?? false;
}

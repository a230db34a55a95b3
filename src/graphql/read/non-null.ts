import { literal, type Sql, sql } from './sql.js';

/** The key of the null marker. It is not a valid response key. */
const nullKey = '$n';

/**
 * A JSON expression for a value, with a marker instead of null. For a non-null field whose row may be hidden by a
 * row policy, or whose computation may return null.
 */
export function orNullMarker(value: Sql): Sql {
  return sql`coalesce(to_json(${value}), ${literal(`{"${nullKey}":0}`)}::json)`;
}

/**
 * Whether a JSON text contains a null marker. User input cannot produce one, because quotes in text values are
 * escaped.
 */
export function hasNullMarker(text: string | null): boolean {
  return text?.includes(`{"${nullKey}":`) ?? false;
}

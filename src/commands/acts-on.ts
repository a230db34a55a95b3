import type { SharingScope } from '../access/scope.js';
import type { Stored } from '../graphql/read/declare.js';
import type { Row } from '../graphql/read/row.js';
import { all, join, literal, type Sql, sql } from '../graphql/read/sql.js';
import type { Text } from '../i18n.js';
import { refusal } from './refusal.js';

/**
 * The object that a command acts on, and when the viewer may run the command on it. From it follows `viewerCan` of the
 * object's type. What depends on other values of the input is not part of it.
 */
export interface ActsOn {
  /** The input field with the object's id, or with the ids or rows of several objects. */
  readonly field: string;
  readonly type: () => Stored;
  /** Whether the command changes the row: then it is offered only where a row policy lets the viewer change it. */
  readonly changes?: boolean;
  /** The scope with which the viewer's partner must see the person. */
  readonly scope?: SharingScope;
  /** The state in which the command is possible. The command checks it too: see {@link State.check}. */
  readonly state?: Pick<State<never>, 'values'>;
  /** The state in which the command has nothing left to do: it is not offered, and succeeds without a change. */
  readonly done?: Values;
  /** A further condition. */
  readonly when?: (row: Row) => Sql;
  /** The field of the type that offers the command, by default `viewerCan`; null when the type offers it otherwise. */
  readonly offeredBy?: string | null;
}

/** A value of a property: itself, one of several, null, or any other than a value. */
type Value = string | null | readonly string[] | { readonly not: string | null };

/** The values of some properties of an object. */
export type Values = Readonly<Record<string, Value | undefined>>;

/** A state of an object: a condition for the database, and the check of a command, from one declaration. */
export interface State<Type> {
  readonly values: Values;
  /** @throws Refusal INVALID when the object is not in this state */
  check(object: Type): void;
}

/**
 * Declares the state that an object must be in for a command.
 * @param field the input field with the object's id, to which the refusal points
 */
export function inState<Type extends object>(
  field: string,
  values: Readonly<Partial<Record<keyof Type & string, Value>>>,
  text: Text,
): State<Type> {
  return {
    values,
    check(object) {
      for (const [property, value] of Object.entries(values)) {
        if (!has(object[property as keyof Type], value as Value)) throw refusal('INVALID', field, text);
      }
    },
  };
}

function has(value: unknown, wanted: Value): boolean {
  if (wanted === null) return value == null;
  if (typeof wanted === 'string') return value === wanted;
  if ('not' in wanted) return !has(value, wanted.not);
  return wanted.includes(value as string);
}

/** SQL condition: a row has these values. */
export function hasValues(row: Row, values: Values): Sql {
  const condition = (column: Sql, wanted: Value): Sql => {
    if (wanted === null) return sql`${column} is null`;
    if (typeof wanted === 'string') return sql`${column} = ${literal(wanted)}`;
    if ('not' in wanted) return sql`not (${condition(column, wanted.not)})`;
    return sql`${column} in (${join(wanted.map(literal))})`;
  };
  return all(
    Object.entries(values).map(([property, wanted]) => condition(row.column(property), wanted as Value)),
  );
}

import { badInput } from '../errors.js';
import { keyTypes, type Order } from './order.js';
import type { Row } from './row.js';
import { join, literal, raw, type Sql, sql } from './sql.js';

/** The cursor of a row: base64url of a JSON list with the order's name, its epoch and the row's sort keys. */
export function cursorOf(order: Order, row: Row): Sql {
  const parts = [
    literal(order.name),
    order.epoch?.current ?? raw("''"),
    ...order.keys.map((key) => key.value(row)),
  ];
  return sql`translate(encode(convert_to(json_build_array(${join(parts)})::text, 'UTF8'), 'base64'), E'+/=\n', '-_')`;
}

/** Maximum length of a cursor: several times the length that the longest name produces. */
const maxLength = 10_000;

export interface Cursor {
  readonly epoch: string;
  readonly keys: readonly string[];
}

/**
 * Decodes a cursor and checks that it belongs to the order.
 * @throws BAD_USER_INPUT when it is not a cursor of this order
 */
export function parseCursor(order: Order, cursor: string, argument: string): Cursor {
  const refuse = () =>
    badInput(
      {
        fr: `« ${argument} » n’est pas un curseur de cette liste dans cet ordre : utilisez un curseur que cette liste a donné.`,
        en: `"${argument}" is not a cursor of this list in this order: use a cursor that this list returned.`,
      },
      [argument],
    );
  if (!/^[\w-]+$/.test(cursor) || cursor.length > maxLength) throw refuse();
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refuse();
  }
  if (!Array.isArray(parts) || !parts.every((it) => typeof it === 'string')) throw refuse();
  const [name, epoch, ...keys] = parts as string[];
  const fits = order.keys.every((key, index) => key.fits(keys[index] ?? '\0'));
  const mayBeEpoch = order.epoch ? keyTypes.text.test(epoch ?? '\0') : epoch === '';
  if (name !== order.name || epoch === undefined || !mayBeEpoch) throw refuse();
  if (keys.length !== order.keys.length || !fits) throw refuse();
  return { epoch, keys };
}

/** The condition that a row comes strictly after (or before) the cursor in the order. */
export function beyond(order: Order, row: Row, cursor: Cursor, side: 'after' | 'before'): Sql {
  return keysBeyond(
    order,
    order.keys.map((key) => key.value(row)),
    cursor,
    side,
  );
}

/** The condition that these sort keys come strictly after (or before) the cursor in the order. */
export function keysBeyond(
  order: Order,
  keys: readonly Sql[],
  cursor: Cursor,
  side: 'after' | 'before',
): Sql {
  const operator = raw((side === 'after') === !order.descending ? '>' : '<');
  const values = join(order.keys.map((key, index) => sql`${cursor.keys[index]}::${raw(key.type)}`));
  return sql`(${join(keys)}) ${operator} (${values})`;
}

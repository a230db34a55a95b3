import { FieldResolver, Resolver } from 'type-graphql';
import { inOneOf } from '../access/policies.js';
import { closedSet } from '../graphql/enum.js';
import { Computed, type Stored } from '../graphql/read/declare.js';
import type { Row } from '../graphql/read/row.js';
import { all, identifier, join, literal, raw, type Sql, sql, statement } from '../graphql/read/sql.js';
import { type ActsOn, hasValues } from './acts-on.js';
import type { AnyCommand } from './define-command.js';

/* Which commands a screen offers: `viewerCan` of the types that commands act on, and `Viewer.can`. */

type ResolverClass = new () => object;

/** The value of the enum `Command` for a command. */
export function enumValueOf({ name }: Pick<AnyCommand, 'name'>): string {
  return name.replace(/[A-Z]/g, '_$&').toUpperCase();
}

/** The field of the object that offers the command; null when none of type `[Command!]!` does. */
export const offerField = ({ offeredBy }: ActsOn): string | null =>
  offeredBy === undefined ? 'viewerCan' : offeredBy;

/** The type-graphql resolver classes of the fields that offer the commands. */
export function offersOf(commands: readonly AnyCommand[], viewer: Stored): ResolverClass[] {
  const values = Object.fromEntries(commands.map((it) => [enumValueOf(it), it.description]));
  const set = closedSet('Command', 'A command: the mutation of the same name.', values);
  const places = new Map<string, Place>();
  for (const command of commands) {
    const { on } = command;
    const type = on ? on.type() : viewer;
    const field = on ? offerField(on) : 'can';
    if (field === null) continue;
    const key = `${type.name}.${field}`;
    const place = places.get(key) ?? { type, field, description: on ? ofObject : ofMenu, commands: [] };
    place.commands.push(command);
    places.set(key, place);
  }
  return [...places.values()].map((place) => offerResolver(set, place));
}

/** A field that offers commands. */
interface Place {
  readonly type: Stored;
  readonly field: string;
  readonly description: string;
  readonly commands: AnyCommand[];
}

const ofMenu =
  'The commands that act on no object, such as those that create one, and that the viewer’s role may run. A screen shows them in its menu.';
const ofObject =
  'The commands that the viewer may run on this object now, by their role, their rights and the object’s state. A screen shows them as buttons. A command can still be refused for what it is given, or because the object has changed meanwhile.';

function offerResolver(set: object, { type, field, description, commands }: Place): ResolverClass {
  const resolver = class {} as ResolverClass;
  const prototype = resolver.prototype as object;
  Object.defineProperty(prototype, field, {
    value: () => {
      throw new Error('computed by the statement');
    },
  });
  Reflect.defineMetadata('design:paramtypes', [], prototype, field);
  FieldResolver(() => [set], { description })(prototype, field, {});
  Computed((row) => offered(commands, row))(prototype, field);
  Resolver(() => type)(resolver);
  return resolver;
}

/** SQL expression: whether the viewer may run commands at all: the member, and the scope of the token. */
export const mayWrite = raw("(select current_setting('app.may_write', true) = 'yes')");

/** SQL expression: the names of the commands that the viewer may run. Equal conditions are computed once. */
function offered(commands: readonly AnyCommand[], row: Row): Sql {
  const conditions = new Map<string, { readonly holds: Sql; readonly values: string[] }>();
  for (const command of commands) {
    const holds = mayRun(command, row);
    const { text } = statement(holds);
    const same = conditions.get(text) ?? { holds, values: [] };
    same.values.push(enumValueOf(command));
    conditions.set(text, same);
  }
  const lines = [...conditions.values()].map(
    ({ holds, values }) => sql`(${holds}, ${literal(`{${values}}`)}::text[])`,
  );
  return sql`case when ${mayWrite} then (select coalesce(json_agg(v order by v), '[]')
    from (values ${join(lines)}) c(holds, names), unnest(c.names) v where c.holds) else '[]' end`;
}

/** SQL condition: the viewer may run the command, on the object in `row` if it acts on one. */
function mayRun({ roles, on }: Pick<AnyCommand, 'roles' | 'on'>, row: Row): Sql {
  return all([
    roles && raw(inOneOf(roles)),
    on?.changes ? mayChange(row) : undefined,
    on?.scope && sql`access.scope(${personOf(row)}) >= ${literal(on.scope)}`,
    on?.state && hasValues(row, on.state.values),
    on?.done && sql`not (${hasValues(row, on.done)})`,
    on?.when?.(row),
  ]);
}

/** The key of the person whom a row concerns. */
const personOf = (row: Row) => row.column(row.stored.className === 'Beneficiary' ? 'id' : 'beneficiary');

/** SQL condition: a row policy lets the viewer change the row. The policies name its columns without an alias. */
function mayChange(row: Row): Sql {
  const policies = row.stored.policies.filter(
    ({ command, roles }) => command === 'update' && roles?.includes('hub_partner'),
  );
  const table = identifier(row.stored.tableName);
  const allowed = policies.map(({ using }) => raw(`(${using as string})`));
  return sql`(select ${join(allowed, ' or ')} from ${table} where ${table}."id" = ${row.column('id')})`;
}

import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  type SelectionSetNode,
} from 'graphql';
import { badInput } from '../errors.js';
import { type GlobalId, idPrefix, parseId } from '../ids.js';
import { compileConnection } from './connection.js';
import type { RowQuery } from './declare.js';
import { openedKey, personKey } from './disclosed.js';
import { fieldExtension, isConnection } from './extensions.js';
import type { FieldReading, ReadModel } from './model.js';
import type { ObjectCompiler } from './object-compiler.js';
import { orderList } from './order.js';
import { orBroken } from './promised.js';
import { Row } from './row.js';
import { type PersonSearch, searchOf } from './search.js';
import { below, type Request, select } from './selection.js';
import { all, identifier, join, jsonObject, literal, raw, type Sql, sql } from './sql.js';

/** The places where one response key is selected. */
type Nodes = readonly [FieldNode, ...FieldNode[]];

/** The most ids that `nodes` takes at once. */
export const maxNodes = 100;

/**
 * Writes the statements of one request. A statement answers one field, whatever its depth, with one
 * column `data`: the JSON text of the field's value as the response shows it, and in it, at the beginning of
 * each row that tells of a person, whom it tells of (see {@link disclosed}).
 */
export class Compiler implements ObjectCompiler {
  #aliases = 0;
  #mayBreak = false;

  /** @param tagged adds the type's name as `$type` where an interface is asked for (see {@link typeTag}) */
  constructor(
    readonly model: ReadModel,
    readonly request: Request,
    readonly tagged: boolean,
  ) {}

  /** Whether a statement written so far may find null where the schema promises a value (see {@link orBroken}). */
  get mayBreak(): boolean {
    return this.#mayBreak;
  }

  /** The statement of a root field that declares what it reads. */
  root(field: GraphQLField<unknown, unknown>, nodes: Nodes): Sql {
    const declared = fieldExtension(field);
    const [node] = nodes;
    const args = this.arguments(field, node);
    if (declared && 'nodes' in declared) {
      return declared.nodes === 'one'
        ? this.#node(parsedId(args['id'] as string, 'id'), below(nodes))
        : this.#nodes(args['ids'] as string[], below(nodes));
    }
    const { rows } = declared as { rows: (args: unknown) => RowQuery };
    const json = this.json(field.type, rows(args), args, nodes, {
      alone: true,
      search: searchOf(field, args),
    });
    return sql`select ${json}::text as data`;
  }

  /** The statement that reads the objects of `type` with the given keys: columns `id` and `data`. */
  byKeys(type: GraphQLObjectType, keys: readonly string[], nodes: readonly FieldNode[]): Sql {
    const row = this.#row(type);
    return sql`select ${row.column('id')} as id, ${this.object(type, row, below(nodes))}::text as data
      from ${row.source} where ${row.column('id')} = any(${keys}::uuid[])`;
  }

  arguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
    const args = getArgumentValues(field, node, this.request.variables);
    refuseNul(args);
    return args;
  }

  row(stored: RowQuery['of']): Row {
    return new Row(this.model.metadataOf(stored), this.alias());
  }

  alias(): string {
    return `t${++this.#aliases}`;
  }

  /**
   * The JSON of what a query finds, as an expression: an object, a list or a connection.
   * @param alone whether it is asked for by itself: an object is opened by that (see {@link ReadReceipt})
   * @param search what the arguments search for, of a connection
   */
  json(
    type: GraphQLOutputType,
    query: RowQuery,
    args: Record<string, unknown>,
    nodes: Nodes,
    { alone = false, search }: { alone?: boolean; search?: PersonSearch | undefined } = {},
  ): Sql {
    const named = getNamedType(type) as GraphQLObjectType;
    if (isConnection(named)) {
      return compileConnection(this, named, query, args, nodes, search);
    }
    if (search) throw new Error(`${named.name} is searched for and is no connection`);
    const row = this.row(query.of);
    const from = sql`from ${row.source} where ${all(query.where.map((it) => it(row)))}`;
    const order = query.order ? sql` order by ${orderList(query.order, row)}` : raw('');
    if (!isListType(getNullableType(type))) {
      return sql`(select ${this.object(named, row, below(nodes), { alone })} ${from}${order} limit 1)`;
    }
    return sql`(select coalesce(json_agg(${this.object(named, row, below(nodes))}${order}), '[]') ${from})`;
  }

  /**
   * The JSON of a row as an object of `type`, as an expression.
   * @param tag whether the object is shown for an interface
   * @param alone whether it is asked for by itself
   */
  object(
    type: GraphQLObjectType,
    row: Row,
    sets: readonly SelectionSetNode[],
    { tag = false, alone = false } = {},
  ): Sql {
    const parts = [...select(this.request, type, sets)].map(
      ([key, nodes]) => sql`${this.#field(type, row, nodes)} as ${identifier(key)}`,
    );
    parts.unshift(...this.told(type, row));
    if (alone) parts.unshift(...this.#opened(type, row));
    if (tag && this.tagged) parts.push(sql`${literal(type.name)} as ${identifier(typeTag)}`);
    return jsonObject(parts);
  }

  /** The part of a JSON object that says of whom a row of `type` tells, where it tells of a person. */
  told(type: GraphQLObjectType, row: Row): Sql[] {
    const person = this.model.person(type, row);
    return person ? [sql`${person} as ${identifier(personKey)}`] : [];
  }

  /** The part of a JSON object, the first, that says whether reading the row opens it (see {@link openedBy}). */
  #opened(type: GraphQLObjectType, row: Row): Sql[] {
    const readReceipt = this.model.readReceipt(type);
    if (!readReceipt) return [];
    const id = sql`${literal(idPrefix(type.name))} || ${row.column('id')}`;
    return [sql`case when ${readReceipt.first(row)} then ${id} end as ${identifier(openedKey)}`];
  }

  #field(type: GraphQLObjectType, row: Row, nodes: Nodes): Sql {
    const [node] = nodes;
    if (node.name.value === '__typename') return literal(type.name);
    const field = type.getFields()[node.name.value] as GraphQLField<unknown, unknown>;
    const reading = this.model.reading(type, field.name);
    const read = this.#reading(field, reading, row, nodes);
    // The executor checks each value by itself.
    if (this.tagged || !isNonNullType(field.type) || !mayBeNull(field, reading)) return read;
    this.#mayBreak = true;
    return orBroken(read);
  }

  #reading(field: GraphQLField<unknown, unknown>, reading: FieldReading, row: Row, nodes: Nodes): Sql {
    switch (reading.kind) {
      case 'value':
        return reading.value(row);
      case 'same': {
        const object = this.object(reading.type, row, below(nodes));
        return reading.absent ? sql`case when ${reading.absent(row)} then null else ${object} end` : object;
      }
      case 'one': {
        const target = this.#row(reading.type);
        const object = this.object(reading.type, target, below(nodes));
        return sql`(select ${object} from ${target.source} where ${target.column('id')} = ${row.column(reading.key)})`;
      }
      case 'rows': {
        const args = this.arguments(field, nodes[0]);
        return this.json(field.type, reading.rows(args, row), args, nodes, {
          search: searchOf(field, args),
        });
      }
    }
  }

  #row(type: GraphQLObjectType): Row {
    const stored = this.model.stored(type);
    if (!stored) throw new Error(`${type.name} shows no rows`);
    return new Row(stored, this.alias());
  }

  #node(id: GlobalId, sets: readonly SelectionSetNode[]): Sql {
    const type = this.model.nodeType(id.prefix);
    if (!type) return sql`select null as data`;
    const row = this.#row(type);
    return sql`select ${this.object(type, row, sets, { tag: true, alone: true })}::text as data
      from ${row.source} where ${row.column('id')} = ${this.model.leadsTo(type, sql`${id.uuid}::uuid`)}`;
  }

  #nodes(ids: readonly string[], sets: readonly SelectionSetNode[]): Sql {
    if (ids.length > maxNodes) throw badInput(`At most ${maxNodes} ids at once`, ['ids']);
    const byType = new Map<GraphQLObjectType, { place: number; uuid: string }[]>();
    ids.forEach((id, place) => {
      const { prefix, uuid } = parsedId(id, 'ids', String(place));
      const type = this.model.nodeType(prefix);
      if (!type) return;
      const found = byType.get(type) ?? [];
      if (found.length === 0) byType.set(type, found);
      found.push({ place, uuid });
    });
    const parts = [...byType].map(([type, wanted]) => {
      const row = this.#row(type);
      const places = wanted.map((it) => it.place);
      const uuids = wanted.map((it) => it.uuid);
      return sql`select w.place, ${this.object(type, row, sets, { tag: true })} as node
        from unnest(${places}::int[], ${uuids}::uuid[]) w(place, id)
        join ${row.source} on ${row.column('id')} = ${this.model.leadsTo(type, raw('w.id'))}`;
    });
    const found =
      parts.length > 0 ? join(parts, ' union all ') : raw('select null::int as place, null::json as node');
    return sql`select coalesce(json_agg(f.node order by s.place), '[]')::text as data
      from generate_series(0, ${ids.length - 1}::int) s(place) left join (${found}) f on f.place = s.place`;
  }
}

/** The key under which a tagged object carries its type's name; no response key can be that. */
export const typeTag = '$type';

/**
 * Whether the field may be null in fact: a row that a policy hides, a value that is computed. Lists and
 * connections are empty instead.
 */
function mayBeNull(field: GraphQLField<unknown, unknown>, reading: FieldReading): boolean {
  switch (reading.kind) {
    case 'value':
      return !reading.certain;
    case 'same':
      return reading.absent !== undefined;
    case 'one':
      return true;
    case 'rows':
      return !isListType(getNullableType(field.type)) && !isConnection(getNamedType(field.type));
  }
}

/** PostgreSQL's texts hold no NUL: nothing that is stored could ever be meant by one. */
function refuseNul(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string' && value.includes('\0')) throw badInput('A text with a NUL character', path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) refuseNul(part, [...path, key]);
}

function parsedId(id: string, ...path: string[]): GlobalId {
  const parsed = parseId(id);
  if (!parsed) throw badInput(`"${id.slice(0, 60)}" is not an id`, path);
  return parsed;
}

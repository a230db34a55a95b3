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
import { idPrefix, requireId } from '../ids.js';
import { argumentsOf } from './arguments.js';
import { Bindable, type Variables } from './bindable.js';
import { compileConnection } from './connection.js';
import type { RowQuery } from './declare.js';
import { openedKey, personKey } from './disclosed.js';
import { fieldExtension, isConnection, type NodesDeclaration } from './extensions.js';
import type { FieldReading, ReadModel } from './model.js';
import { compileEntities, compileNode, compileNodes } from './nodes.js';
import { orNullMarker } from './non-null.js';
import type { Asked, ObjectCompiler } from './object-compiler.js';
import { orderList } from './order.js';
import { Row } from './row.js';
import { searchOf } from './search.js';
import { below, type Request, select, usesVariables } from './selection.js';
import { all, BoundSql, identifier, join, jsonObject, literal, raw, type Sql, sql } from './sql.js';

/** All field nodes that share one response key. */
type Nodes = readonly [FieldNode, ...FieldNode[]];

/**
 * Compiles the SQL statements of one request. `root` compiles a root field, with all its nested fields, to one
 * statement with the single column `data`: the field's value as JSON text, as in the response. `byKeys` adds a column
 * `id`. A JSON object about a person carries the person's id under a hidden key (see disclosed.ts).
 */
export class Compiler implements ObjectCompiler {
  #aliases = 0;
  #mayViolateNonNull = false;
  #conditions: ((variables: Variables) => boolean)[] = [];
  #isReusable = true;

  /** @param tagged adds the name of the type as `$type` to objects of interface and union fields (see {@link typeTag}) */
  constructor(
    readonly model: ReadModel,
    readonly request: Request,
    readonly tagged: boolean,
  ) {}

  /** Whether a statement compiled so far may return null for a non-null field (see {@link orNullMarker}). */
  get mayViolateNonNull(): boolean {
    return this.#mayViolateNonNull;
  }

  /** Whether {@link fits} may hold for any other variables. */
  get isReusable(): boolean {
    return this.#isReusable;
  }

  /**
   * Whether the statements compiled so far are the same, except for their values, with these variables. Otherwise they
   * must be compiled anew.
   * @throws GraphQLError when an argument is invalid
   */
  fits(variables: Variables): boolean {
    return this.#isReusable && this.#conditions.every((fits) => fits(variables));
  }

  /** The statement of a root field that is declared to the engine. */
  root(field: GraphQLField<unknown, unknown>, nodes: Nodes): Sql {
    const declared = fieldExtension(field);
    if (declared && 'nodes' in declared) return this.#byReference(field, declared, nodes);
    const { rows } = declared as { rows: (args: unknown) => RowQuery };
    const json = this.json(field.type, this.#asked(field, nodes[0], rows), nodes, { alone: true });
    return sql`select ${json}::text as data`;
  }

  /** The statement of a root field that reads objects of any types by their ids or by references. */
  #byReference(field: GraphQLField<unknown, unknown>, declared: NodesDeclaration, nodes: Nodes): Sql {
    const [node] = nodes;
    const sets = below(nodes);
    if (declared.nodes === 'entities') {
      // The number, the types and the keys of the references are part of the statement.
      this.#isReusable = false;
      const { representations } = getArgumentValues(field, node, this.request.variables);
      return compileEntities(this, representations as unknown[], declared.keys, sets);
    }
    const args = this.arguments(field, node);
    if (declared.nodes === 'one') {
      const id = this.derived(args, (it) => requireId(it['id'] as string, ['id']));
      return compileNode(this, id, sets);
    }
    // The number and the types of the ids are part of the statement.
    this.#isReusable &&= args.isConstant;
    return compileNodes(this, args.at(this.request.variables)['ids'] as string[], sets);
  }

  /** The statement that reads the objects of `type` with the given keys. Its columns are `id` and `data`. */
  byKeys(type: GraphQLObjectType, keys: readonly string[], nodes: readonly FieldNode[]): Sql {
    const row = this.rowOf(type);
    return sql`select ${row.column('id')} as id, ${this.object(type, row, below(nodes))}::text as data
      from ${row.source} where ${row.column('id')} = any(${keys}::uuid[])`;
  }

  arguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Bindable<Record<string, unknown>> {
    return this.#bindable(usesVariables(node), (variables) => argumentsOf(field, node, variables));
  }

  derived<From, Value>(
    from: Bindable<From>,
    compute: (value: From, variables: Variables) => Value,
  ): Bindable<Value> {
    return this.#bindable(!from.isConstant, (variables) => compute(from.at(variables), variables));
  }

  bound<Value>(bindable: Bindable<Value>, build: (value: Value) => Sql): Sql {
    const first = build(bindable.at(this.request.variables));
    return bindable.isConstant ? first : new BoundSql(first, (variables) => build(bindable.at(variables)));
  }

  onlyIf<Value>(bindable: Bindable<Value>, fits: (value: Value) => boolean): void {
    if (!bindable.isConstant) this.#conditions.push((variables) => fits(bindable.at(variables)));
  }

  #bindable<Value>(varies: boolean, compute: (variables: Variables) => Value): Bindable<Value> {
    const { variables } = this.request;
    return new Bindable(compute(variables), variables, varies ? compute : undefined);
  }

  /** What the arguments of a field ask for. */
  #asked(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    rows: (args: unknown) => RowQuery,
  ): Bindable<Asked> {
    return this.derived(this.arguments(field, node), (args) => ({
      args,
      query: rows(args),
      search: searchOf(field, args),
    }));
  }

  row(stored: RowQuery['of']): Row {
    return new Row(this.model.metadataOf(stored), this.alias());
  }

  alias(): string {
    return `t${++this.#aliases}`;
  }

  /**
   * A JSON expression for the result of a query: an object, a list or a connection.
   * @param alone whether this is a root field: a single object that it reads triggers the read receipt of its type
   */
  json(type: GraphQLOutputType, asked: Bindable<Asked>, nodes: Nodes, { alone = false } = {}): Sql {
    const named = getNamedType(type) as GraphQLObjectType;
    if (isConnection(named)) return compileConnection(this, named, asked, nodes);
    const { query, search } = asked.at(this.request.variables);
    if (search) throw new Error(`${named.name} has a search for persons, but is not a connection`);
    this.onlyIf(asked, (other) => other.query.of === query.of && other.query.order === query.order);
    const row = this.row(query.of);
    const where = this.bound(asked, (it) => all(it.query.where.map((condition) => condition(row))));
    const from = sql`from ${row.source} where ${where}`;
    const order = query.order ? sql` order by ${orderList(query.order, row)}` : raw('');
    if (!isListType(getNullableType(type))) {
      return sql`(select ${this.object(named, row, below(nodes), { alone })} ${from}${order} limit 1)`;
    }
    return sql`(select coalesce(json_agg(${this.object(named, row, below(nodes))}${order}), '[]') ${from})`;
  }

  object(
    type: GraphQLObjectType,
    row: Row,
    sets: readonly SelectionSetNode[],
    { tag = false, alone = false } = {},
  ): Sql {
    const parts = [...select(this.request, type, sets)].map(
      ([key, nodes]) => sql`${this.#field(type, row, nodes)} as ${identifier(key)}`,
    );
    parts.unshift(...this.personMarker(type, row));
    if (alone) parts.unshift(...this.#openedMarker(type, row));
    if (tag && this.tagged) parts.push(sql`${literal(type.name)} as ${identifier(typeTag)}`);
    return jsonObject(parts);
  }

  personMarker(type: GraphQLObjectType, row: Row): Sql[] {
    const person = this.model.person(type, row);
    return person ? [sql`${person} as ${identifier(personKey)}`] : [];
  }

  /** The hidden key of an object whose type has a read receipt: its id if this is the first read, otherwise null. */
  #openedMarker(type: GraphQLObjectType, row: Row): Sql[] {
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
    // In a tagged read, GraphQL's executor checks each value for nulls.
    if (this.tagged || !isNonNullType(field.type) || !mayBeNull(field, reading)) return read;
    this.#mayViolateNonNull = true;
    return orNullMarker(read);
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
        const target = this.rowOf(reading.type);
        const object = this.object(reading.type, target, below(nodes));
        return sql`(select ${object} from ${target.source} where ${target.column('id')} = ${row.column(reading.key)})`;
      }
      case 'oneOf': {
        const cases = reading.types.map((type) => {
          const target = this.rowOf(type);
          const object = this.object(type, target, below(nodes), { tag: true });
          return sql`when ${literal(type.name)} then (select ${object} from ${target.source} where ${target.column('id')} = ${reading.reference.key(row)})`;
        });
        return sql`case ${reading.reference.type(row)} ${join(cases, ' ')} end`;
      }
      case 'rows': {
        const asked = this.#asked(field, nodes[0], (args) => reading.rows(args, row));
        return this.json(field.type, asked, nodes);
      }
    }
  }

  rowOf(type: GraphQLObjectType): Row {
    const stored = this.model.stored(type);
    if (!stored) throw new Error(`${type.name} shows no rows`);
    return new Row(stored, this.alias());
  }
}

/** The hidden key with the type name of a tagged object. It is not a valid response key. */
export const typeTag = '$type';

/**
 * Whether the value of the field may be null: a row that a row policy hides, or a computed value. Lists and
 * connections are never null: they are empty.
 */
function mayBeNull(field: GraphQLField<unknown, unknown>, reading: FieldReading): boolean {
  switch (reading.kind) {
    case 'value':
      return !reading.certain;
    case 'same':
      return reading.absent !== undefined;
    case 'one':
    case 'oneOf':
      return true;
    case 'rows':
      return !isListType(getNullableType(field.type)) && !isConnection(getNamedType(field.type));
  }
}

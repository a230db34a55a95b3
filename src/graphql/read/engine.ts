import DataLoader from 'dataloader';
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  OperationTypeNode,
} from 'graphql';
import type { DatabaseRole } from '../../database/database-role.js';
import type { Reader, Statement } from '../../database/reader.js';
import { parseId } from '../ids.js';
import type { Variables } from './bindable.js';
import { Compiler, typeTag } from './compile.js';
import { disclosed, openedId, type RecordDisclosure } from './disclosed.js';
import type { ReadModel } from './model.js';
import { hasNullMarker } from './non-null.js';
import { Plans, rootFields } from './plan.js';
import { type Request, select } from './selection.js';
import type { Shape } from './shape.js';
import { statement } from './sql.js';

type Nodes = readonly [FieldNode, ...FieldNode[]];
type Field = GraphQLField<unknown, unknown>;

/** Answers queries: reads what they select, in one SQL statement for each root field. */
export class ReadEngine {
  readonly #plans: Plans;

  constructor(
    readonly model: ReadModel,
    readonly reader: Reader,
    readonly record: RecordDisclosure,
    /** Called when a read has emitted an event: an object was opened. */
    readonly wake: () => void = () => {},
  ) {
    this.#plans = new Plans(model);
  }

  /**
   * The JSON text of the response's `data`, for a query that the engine can answer completely. Undefined when the
   * executor must run the operation: for introspection, an invalid argument, or null in a non-null field.
   */
  async answer(databaseRole: DatabaseRole, shape: Shape, variables: Variables): Promise<string | undefined> {
    if (shape.operation.operation !== OperationTypeNode.QUERY) return undefined;
    const planned = this.#plans.of(shape, variables);
    if (!planned) return undefined;
    const { plan, statements } = planned;
    const texts = await this.read(databaseRole, statements);
    // The executor propagates the null to the nearest nullable parent and reports the non-null field.
    if (plan.mayViolateNonNull && texts.some(hasNullMarker)) return undefined;
    const parts: string[] = [];
    for (const [index, { key, isNonNull }] of plan.fields.entries()) {
      const text = texts[index] ?? null;
      // Null in a non-null root field: the executor reports it to the client.
      if (text === null && isNonNull) return undefined;
      parts.push(`${key}:${text}`);
    }
    const { text, persons, searches } = disclosed(`{${parts.join(',')}}`);
    await this.record({ session: databaseRole, via: 'QUERY', operation: plan.operation, persons, searches });
    return text;
  }

  /**
   * The JSON texts of root fields. When a read opens objects for the first time, that is recorded in separate
   * transactions, and all fields are read again, so that the answer includes the effect.
   */
  async read(databaseRole: DatabaseRole, reads: readonly Statement[]): Promise<(string | null)[]> {
    const texts = await this.#texts(databaseRole, reads);
    const opened = new Set(texts.map(openedId).filter((it) => it !== undefined));
    if (opened.size === 0) return texts;
    for (const id of opened) await this.#recordOpening(databaseRole, id);
    this.wake();
    return this.#texts(databaseRole, reads);
  }

  async #texts(databaseRole: DatabaseRole, reads: readonly Statement[]): Promise<(string | null)[]> {
    const results = await this.reader.read<{ data: string | null }>(databaseRole, reads);
    return results.map((rows) => rows[0]?.data ?? null);
  }

  async #recordOpening(databaseRole: DatabaseRole, id: string): Promise<void> {
    const parsed = parseId(id);
    const type = parsed && this.model.nodeType(parsed.prefix);
    const readReceipt = type && this.model.readReceipt(type);
    if (readReceipt) await this.reader.write(databaseRole, readReceipt.note(parsed.uuid));
  }

  /** The reads of one operation that the executor runs field by field. */
  operation(databaseRole: DatabaseRole): OperationReads {
    return new OperationReads(this, databaseRole);
  }
}

/**
 * The reads of one operation, for its resolvers. Reads that are requested in the same turn of the event loop run
 * in one transaction. Objects without a parent statement, in payloads and events, are batched by selection.
 */
export class OperationReads {
  readonly #statements: DataLoader<Statement, string | null>;
  readonly #objects = new Map<FieldNode, DataLoader<string, object | null>>();
  readonly #shown = new Set<string>();

  constructor(
    readonly engine: ReadEngine,
    readonly databaseRole: DatabaseRole,
  ) {
    this.#statements = new DataLoader((reads) => engine.read(databaseRole, reads), { cache: false });
  }

  /** The value of a field of `Query`. Its objects are keyed by response key. */
  async root(info: GraphQLResolveInfo): Promise<unknown> {
    const field = info.parentType.getFields()[info.fieldName] as Field;
    const compiler = new Compiler(this.engine.model, requestOf(info), true);
    const text = await this.#statements.load(
      statement(compiler.root(field, info.fieldNodes as unknown as Nodes)),
    );
    return this.#disclose(text === null ? [] : [text], info).then(([shown]) => shown ?? null);
  }

  /** The object of `type` with this key and the selected fields; null when the viewer may not see it. */
  object(type: GraphQLObjectType, key: string, info: GraphQLResolveInfo): Promise<object | null> {
    const [node] = info.fieldNodes as unknown as Nodes;
    let loader = this.#objects.get(node);
    if (!loader) {
      loader = new DataLoader((keys) => this.#load(type, keys, info), { cache: false });
      this.#objects.set(node, loader);
    }
    return loader.load(key);
  }

  async #load(
    type: GraphQLObjectType,
    keys: readonly string[],
    info: GraphQLResolveInfo,
  ): Promise<(object | null)[]> {
    const compiler = new Compiler(this.engine.model, requestOf(info), true);
    const read = statement(compiler.byKeys(type, keys, info.fieldNodes as unknown as Nodes));
    const [rows = []] = await this.engine.reader.read<{ id: string; data: string }>(this.databaseRole, [
      read,
    ]);
    const shown = await this.#disclose(
      rows.map((row) => row.data),
      info,
    );
    const found = new Map(rows.map((row, place) => [row.id, shown[place]]));
    return keys.map((key) => (found.get(key) as object | undefined) ?? null);
  }

  /**
   * Records in the audit which persons the texts disclose, then returns the parsed values. In a query or mutation
   * a person is recorded once; in a subscription, with each event that is delivered.
   */
  async #disclose(texts: readonly string[], info: GraphQLResolveInfo): Promise<unknown[]> {
    const bare = texts.map(disclosed);
    const kind = info.operation.operation;
    const persons = new Set(bare.flatMap((it) => it.persons));
    if (kind !== OperationTypeNode.SUBSCRIPTION) {
      for (const person of this.#shown) persons.delete(person);
      for (const person of persons) this.#shown.add(person);
    }
    const root = info.schema.getRootType(kind) as GraphQLObjectType;
    await this.engine.record({
      session: this.databaseRole,
      via: kind.toUpperCase() as 'QUERY',
      operation: rootFields(select(requestOf(info), root, [info.operation.selectionSet]).values()),
      persons: [...persons],
      searches: bare.flatMap((it) => it.searches),
    });
    return bare.map(({ text }) => JSON.parse(text));
  }
}

/** The type name of an object that was read for a field of an interface or a union type. */
export function taggedType(value: unknown): string | undefined {
  return (value as Record<string, string> | null)?.[typeTag];
}

function requestOf(info: GraphQLResolveInfo): Request {
  return { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
}

import DataLoader from 'dataloader';
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getOperationAST,
  isNonNullType,
  OperationTypeNode,
} from 'graphql';
import type { DatabaseRole } from '../../database/database-role.js';
import type { Reader, Statement } from '../../database/reader.js';
import { parseId } from '../ids.js';
import { Compiler, typeTag } from './compile.js';
import { disclosed, openedBy, type RecordDisclosure } from './disclosed.js';
import { fieldExtension } from './extensions.js';
import type { ReadModel } from './model.js';
import { isBroken } from './promised.js';
import { fragmentsOf, type Request, select } from './selection.js';
import { statement } from './sql.js';

type Nodes = readonly [FieldNode, ...FieldNode[]];
type Field = GraphQLField<unknown, unknown>;

/** Whether a field of `Query` is read by the engine. */
export function isRead(field: Field): boolean {
  const declared = fieldExtension(field);
  return declared !== undefined && ('rows' in declared || 'nodes' in declared);
}

/** The engine that turns selections into statements and statements into answers. */
export class ReadEngine {
  constructor(
    readonly model: ReadModel,
    readonly reader: Reader,
    readonly record: RecordDisclosure,
    /** Called when a read has told news: that a thing was opened. */
    readonly wake: () => void = () => {},
  ) {}

  /**
   * The text of the response's `data` when the operation is a query that the engine can answer whole;
   * undefined when it needs the executor: introspection, an argument that gets an error of its own, or a null
   * where the schema promises a value.
   */
  async answer(
    databaseRole: DatabaseRole,
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<string | undefined> {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
    const query = this.model.schema.getQueryType() as GraphQLObjectType;
    const request: Request = { schema: this.model.schema, fragments: fragmentsOf(document), variables };
    const selected = [...select(request, query, [operation.selectionSet])];
    const compiler = new Compiler(this.model, request, false);
    const reads: Statement[] = [];
    for (const [, nodes] of selected) {
      const field = query.getFields()[nodes[0].name.value];
      if (!field || !isRead(field)) return undefined;
      try {
        reads.push(statement(compiler.root(field, nodes)));
      } catch (error) {
        // What is meant for the client gets its path from the executor; anything else is a bug, and not hidden.
        if (error instanceof GraphQLError) return undefined;
        throw error;
      }
    }
    const texts = await this.read(databaseRole, reads);
    // The executor takes the null up to the parent that may be null, and says which promise was not kept.
    if (compiler.mayBreak && texts.some(isBroken)) return undefined;
    const parts: string[] = [];
    for (const [index, [key, [node]]] of selected.entries()) {
      const text = texts[index] ?? null;
      // A promise of the schema that the rows do not keep: the executor says so in the client's terms.
      if (text === null && isNonNullType(query.getFields()[node.name.value]?.type)) return undefined;
      parts.push(`${JSON.stringify(key)}:${text}`);
    }
    const { text, persons, searches } = disclosed(`{${parts.join(',')}}`);
    const fields = rootFields(selected.map(([, nodes]) => nodes));
    await this.record({ session: databaseRole, via: 'QUERY', operation: fields, persons, searches });
    return text;
  }

  /**
   * The texts of root fields. What is opened by that for the first time is noted in a transaction of its own,
   * and all is read again: the answer shows what it has brought about.
   */
  async read(databaseRole: DatabaseRole, reads: readonly Statement[]): Promise<(string | null)[]> {
    const texts = await this.#texts(databaseRole, reads);
    const opened = new Set(texts.map(openedBy).filter((it) => it !== undefined));
    if (opened.size === 0) return texts;
    for (const id of opened) await this.#note(databaseRole, id);
    this.wake();
    return this.#texts(databaseRole, reads);
  }

  async #texts(databaseRole: DatabaseRole, reads: readonly Statement[]): Promise<(string | null)[]> {
    const results = await this.reader.read<{ data: string | null }>(databaseRole, reads);
    return results.map((rows) => rows[0]?.data ?? null);
  }

  async #note(databaseRole: DatabaseRole, id: string): Promise<void> {
    const parsed = parseId(id);
    const type = parsed && this.model.nodeType(parsed.prefix);
    const readReceipt = type && this.model.readReceipt(type);
    if (readReceipt) await this.reader.write(databaseRole, readReceipt.note(parsed.uuid));
  }

  /** The reads of one operation that the executor carries out field by field. */
  operation(databaseRole: DatabaseRole): OperationReads {
    return new OperationReads(this, databaseRole);
  }
}

/**
 * What the resolvers of one operation read with. Reads asked for in the same turn run in one
 * transaction; objects without a parent statement (a payload's, an event's) are batched by selection.
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

  /** The value of a field of `Query`, its objects keyed by response key. */
  async root(info: GraphQLResolveInfo): Promise<unknown> {
    const field = info.parentType.getFields()[info.fieldName] as Field;
    const compiler = new Compiler(this.engine.model, requestOf(info), true);
    const text = await this.#statements.load(
      statement(compiler.root(field, info.fieldNodes as unknown as Nodes)),
    );
    return this.#disclose(text === null ? [] : [text], info).then(([shown]) => shown ?? null);
  }

  /** The object of `type` with this key as the field's selection shows it; null when it is not for the viewer. */
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
   * The values behind the texts, once it is written down whom they tell of. A person is written down once
   * for an operation, but again with each event that is delivered.
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

/** The names of the fields that an operation begins with, each once. */
function rootFields(selected: Iterable<Nodes>): string {
  return [...new Set([...selected].map(([node]) => node.name.value))].sort().join(' ');
}

/** The type's name of an object read for a field of an interface type. */
export function taggedType(value: unknown): string | undefined {
  return (value as Record<string, string> | null)?.[typeTag];
}

function requestOf(info: GraphQLResolveInfo): Request {
  return { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
}

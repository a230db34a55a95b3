import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { schemaOf } from './partner-schema.js';
import { type EntityField, entityFields, type Representation, representationsIn } from './representations.js';
import { isObject, keysOf } from './sdl.js';

/** An operation as it is sent to a partner. */
interface Prepared {
  readonly document: DocumentNode;
  readonly text: string;
}

/** The errors with which a partner's answer is replaced, where it cannot be used. */
interface Replacements {
  /** The answer is missing, malformed, or about another object. */
  readonly unusable: GraphQLError;
  /** The partner has answered with an error itself. */
  readonly refused: GraphQLError;
}

type Path = readonly (string | number)[];

/** The most errors of one answer that are passed on. */
const mostErrors = 1000;

/**
 * Reads the answers of a partner by its definitions, as graphql-js completes the values of resolvers: what was not
 * asked for is dropped, and what is not of its type becomes null, with an error. So an answer never replaces data of
 * the hub, and never spoils the rest. Each object of an answer must have the key of the representation in its place.
 */
export class AnswerReader {
  readonly #schema: GraphQLSchema;
  /** The key of each entity, by type. */
  readonly #keys: ReadonlyMap<string, string>;
  readonly #prepared = new WeakMap<DocumentNode, Prepared>();

  /** @param sdl the definitions of the partner, which the policy permits */
  constructor(sdl: string) {
    const { definitions } = parse(sdl, { noLocation: true });
    this.#keys = new Map(
      definitions.filter(isObject).flatMap((it) => {
        const key = keysOf(it).find((fields) => /^\w+$/.test(fields));
        return key ? [[it.name.value, key] as const] : [];
      }),
    );
    this.#schema = schemaOf(definitions, [...this.#keys.keys()]);
  }

  /** The operation for the partner: with the keys of the objects, and with the types where they are not certain. */
  prepare(document: DocumentNode): Prepared {
    let prepared = this.#prepared.get(document);
    if (!prepared) {
      const completed = this.#completed(document);
      prepared = { document: completed, text: print(completed) };
      this.#prepared.set(document, prepared);
    }
    return prepared;
  }

  /** Reads an answer to an operation with these variables. */
  read(
    document: DocumentNode,
    variables: Record<string, unknown>,
    answer: Readonly<Record<string, unknown>>,
    replacements: Replacements,
  ): ExecutionResult {
    if (!isRecord(answer['data'])) {
      const isSaid = Array.isArray(answer['errors']);
      return this.unanswered(document, variables, isSaid ? replacements.refused : replacements.unusable);
    }
    const { data: read, errors: unreadable = [] } = executeSync({
      schema: this.#schema,
      document: this.prepare(document).document,
      rootValue: answer['data'],
      variableValues: variables,
      fieldResolver: (source, _args, _context, { path }) =>
        Object.hasOwn(source, path.key) ? source[path.key] : undefined,
    });
    let errors: GraphQLError[] = said(answer['errors'], replacements.refused);
    const isExplained = (path: Path) => errors.some((it) => beginsWith(it.path ?? [], path));
    for (const { path: whole = [] } of unreadable) {
      const path = whole.filter((part) => !String(part).startsWith(keyAlias('')));
      if (!isExplained(path)) errors.push(at(replacements.unusable, path));
    }
    const data: Record<string, unknown> = { ...read };
    for (const field of entityFields(document)) {
      const value = data[field.responseKey];
      const entities: unknown[] = Array.isArray(value) ? value : [];
      data[field.responseKey] = representationsIn(variables, field.variable).map((representation, index) => {
        const entity: unknown = entities[index];
        if (this.#isOf(entity, representation)) return withoutKey(entity);
        const path = [field.responseKey, index];
        if (entity !== null && !errors.some((it) => it.path?.length && beginsWith(path, it.path))) {
          errors = errors.filter((it) => !beginsWith(it.path ?? [], path));
          errors.push(...unansweredIn(field, index, representation, replacements.unusable));
        }
        return null;
      });
    }
    return { data, ...(errors.length > 0 && { errors: errors.slice(0, mostErrors) }) };
  }

  /** The result when there is no answer: null, and the error for each field that was asked for. */
  unanswered(
    document: DocumentNode,
    variables: Record<string, unknown>,
    error: GraphQLError,
  ): ExecutionResult {
    const data: Record<string, unknown> = {};
    const errors: GraphQLError[] = [];
    const fields = entityFields(document);
    for (const key of keysIn(rootOf(document))) {
      const field = fields.find(({ responseKey }) => responseKey === key);
      if (!field) {
        data[key] = null;
        errors.push(at(error, [key]));
        continue;
      }
      data[key] = representationsIn(variables, field.variable).map((representation, index) => {
        errors.push(...unansweredIn(field, index, representation, error));
        return null;
      });
    }
    return { data, errors: errors.slice(0, mostErrors) };
  }

  #completed(document: DocumentNode): DocumentNode {
    const types = new TypeInfo(this.#schema);
    return visit(
      document,
      visitWithTypeInfo(types, {
        SelectionSet: {
          enter: (set, _key, parent) => {
            const type = types.getParentType();
            const added: FieldNode[] = isAbstractType(type) ? [field('__typename')] : [];
            const fragment = parent as InlineFragmentNode | undefined;
            const name =
              fragment?.kind === Kind.INLINE_FRAGMENT ? fragment.typeCondition?.name.value : undefined;
            const key = name !== undefined && types.getType()?.toString() === name && this.#keys.get(name);
            if (key) added.push(field(key, keyAlias(name)));
            return added.length > 0 ? { ...set, selections: [...set.selections, ...added] } : undefined;
          },
        },
      }),
    );
  }

  #isOf(entity: unknown, representation: Representation): entity is Record<string, unknown> {
    const { __typename: type } = representation;
    const key = this.#keys.get(type);
    if (!isRecord(entity) || entity['__typename'] !== type || key === undefined) return false;
    return String(entity[keyAlias(type)]) === String(representation[key]);
  }
}

/** The error for each field of an object that has no answer. */
function unansweredIn(
  { responseKey, selectionSet }: EntityField,
  index: number,
  { __typename: type }: Representation,
  error: GraphQLError,
): GraphQLError[] {
  return keysIn(selectionSet, type).map((key) => at(error, [responseKey, index, key]));
}

/** The key of an object has a name of its own for each type: the key fields of two types may differ. */
const keyAlias = (type: string) => `_key_${type}`;

function withoutKey(entity: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !name.startsWith(keyAlias(''))));
}

/** The errors in the partner's answer: only their paths are kept. */
function said(errors: unknown, replacement: GraphQLError): GraphQLError[] {
  if (!Array.isArray(errors)) return [];
  return errors.slice(0, mostErrors).map((it: { path?: unknown } | null) => {
    const path = Array.isArray(it?.path) ? it.path : [];
    const isPath = path.every((part) => Number.isSafeInteger(part) || /^\w{1,100}$/.test(String(part)));
    return isPath && path.length > 0 && path.length <= 30 ? at(replacement, path) : replacement;
  });
}

function at(error: GraphQLError, path: Path): GraphQLError {
  return new GraphQLError(error.message, { path, extensions: error.extensions });
}

function beginsWith(path: Path, start: Path): boolean {
  return start.every((part, index) => path[index] === part);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function field(name: string, alias?: string): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(alias !== undefined && { alias: { kind: Kind.NAME, value: alias } }),
  };
}

function rootOf(document: DocumentNode): SelectionSetNode | undefined {
  return document.definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)?.selectionSet;
}

/** The keys in the answer for the fields of a selection; of a type, if one is given. */
function keysIn(set: SelectionSetNode | undefined, type?: string): string[] {
  return (set?.selections ?? []).flatMap((it) => {
    if (it.kind === Kind.FIELD)
      return [it.alias?.value ?? it.name.value].filter((name) => name !== '__typename');
    if (it.kind !== Kind.INLINE_FRAGMENT) return [];
    const condition = it.typeCondition?.name.value;
    return type === undefined || condition === undefined || condition === type
      ? keysIn(it.selectionSet, type)
      : [];
  });
}

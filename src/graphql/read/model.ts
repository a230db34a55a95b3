import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { idPrefix } from '../ids.js';
import type { ReadReceipt, Reference, RowQuery, Stored } from './declare.js';
import { fieldExtension, typeExtensions } from './extensions.js';
import type { Order } from './order.js';
import type { Row } from './row.js';
import { literal, type Sql, sql } from './sql.js';

/** How a field of a stored type is read. */
export type FieldReading =
  /** A value of the row; `certain`: it is never null. */
  | { readonly kind: 'value'; readonly value: (row: Row) => Sql; readonly certain: boolean }
  /** The row itself, or a group of its columns, as an object; null when `absent` holds. */
  | { readonly kind: 'same'; readonly type: GraphQLObjectType; readonly absent?: (row: Row) => Sql }
  /** The row that a foreign key refers to. */
  | { readonly kind: 'one'; readonly type: GraphQLObjectType; readonly key: string }
  /** The row of one of several types that a reference leads to. */
  | { readonly kind: 'oneOf'; readonly types: readonly GraphQLObjectType[]; readonly reference: Reference }
  /** Rows that a {@link Reads} method describes. */
  | { readonly kind: 'rows'; readonly rows: (args: unknown, parent: Row) => RowQuery };

/**
 * For each object type that shows rows: the stored class and how each field is read. The model is built once,
 * from the GraphQL schema and MikroORM's metadata. Each field must declare how it is read or have the name of a
 * property; otherwise the hub does not start.
 */
export class ReadModel {
  readonly #types = new Map<string, EntityMetadata>();
  readonly #fields = new Map<string, Map<string, FieldReading>>();
  readonly #nodeTypes = new Map<string, GraphQLObjectType>();
  /** The names of the orders that {@link checkOrder} has accepted. */
  readonly #checked = new Set<string>();
  readonly #persons = new Map<string, (row: Row) => Sql>();

  constructor(
    readonly schema: GraphQLSchema,
    readonly metadata: MetadataStorage,
    readonly readReceipts: readonly ReadReceipt[] = [],
  ) {
    const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
    for (const type of objects) {
      const stored = this.#storedBehind(type);
      if (!stored) continue;
      this.#types.set(type.name, stored);
      const person = personOf(type, stored);
      if (person) this.#persons.set(type.name, person);
      if (type.getInterfaces().some((it) => it.name === 'Node')) {
        this.#nodeTypes.set(idPrefix(type.name), type);
      }
    }
    for (const type of objects) {
      const stored = this.#types.get(type.name);
      if (stored) this.#declare(type, stored.properties as Record<string, EntityProperty>, stored);
    }
  }

  /** The current key of an object for a key that may be a former one (see {@link LeadsTo}). */
  leadsTo(type: GraphQLObjectType, known: Sql): Sql {
    return typeExtensions(type).leadsTo?.(known) ?? known;
  }

  /** The class whose rows the type shows; undefined when the type shows no rows. */
  stored(type: GraphQLObjectType): EntityMetadata | undefined {
    return this.#types.get(type.name);
  }

  /** The key of the person whom a row concerns; undefined when rows of the type concern no person. */
  person(type: GraphQLObjectType, row: Row): Sql | undefined {
    return this.#persons.get(type.name)?.(row);
  }

  /** The read receipt of the type; undefined when it has none. */
  readReceipt(type: GraphQLObjectType): ReadReceipt | undefined {
    const stored = this.#types.get(type.name);
    return this.readReceipts.find(({ of }) => this.metadataOf(of) === stored);
  }

  metadataOf(stored: Stored): EntityMetadata {
    return this.metadata.get(stored as never);
  }

  /**
   * Checks that an order is total: its last key must be unique in the class, alone or together with keys that
   * the query fixes. With an order that is not total, pages would omit rows or show them twice.
   */
  checkOrder({ name, properties }: Order, of: Stored): void {
    if (this.#checked.has(name)) return;
    const { primaryKeys, props, uniques } = this.metadataOf(of);
    const unique = new Set<string>([
      ...primaryKeys,
      ...props.filter((it) => it.unique).map((it) => it.name),
      ...uniques.flatMap((it) => it.properties ?? []),
    ]);
    const last = properties.at(-1);
    if (last === undefined || !unique.has(last)) {
      throw new Error(`the order ${name} ends with ${last}, which is not unique`);
    }
    this.#checked.add(name);
  }

  /** The type whose ids have the prefix. */
  nodeType(prefix: string): GraphQLObjectType | undefined {
    return this.#nodeTypes.get(prefix);
  }

  reading(type: GraphQLObjectType, field: string): FieldReading {
    const reading = this.#fields.get(type.name)?.get(field);
    if (!reading) throw new Error(`${type.name}.${field} is not declared to the read engine`);
    return reading;
  }

  /** Whether the engine produces the values of the type, as objects keyed by response key. */
  covers(type: GraphQLObjectType): boolean {
    return this.#fields.has(type.name);
  }

  #storedBehind(type: GraphQLObjectType): EntityMetadata | undefined {
    const { viewOf } = typeExtensions(type);
    if (viewOf) return this.metadataOf(viewOf());
    const stored = this.metadata.getByClassName(type.name as never, false) as EntityMetadata | undefined;
    return stored?.embeddable ? undefined : stored;
  }

  #declare(
    type: GraphQLObjectType,
    properties: Record<string, EntityProperty>,
    stored: EntityMetadata,
  ): void {
    if (this.#fields.has(type.name)) return;
    const readings = new Map<string, FieldReading>();
    this.#fields.set(type.name, readings);
    for (const field of Object.values(type.getFields())) {
      readings.set(field.name, this.#reading(type, field, properties, stored));
    }
  }

  #reading(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    properties: Record<string, EntityProperty>,
    stored: EntityMetadata,
  ): FieldReading {
    const declared = fieldExtension(field);
    if (declared && 'rows' in declared) return { kind: 'rows', rows: declared.rows };
    if (declared && 'value' in declared) return { kind: 'value', value: declared.value, certain: false };

    const shown = getNamedType(field.type);
    if (declared && 'oneOf' in declared && isAbstractType(shown)) {
      return { kind: 'oneOf', types: this.schema.getPossibleTypes(shown), reference: declared.oneOf };
    }
    const property = properties[field.name];
    if (isObjectType(shown) || isInterfaceType(shown)) {
      if (property?.kind === 'm:1' || property?.kind === '1:1') {
        return { kind: 'one', type: shown as GraphQLObjectType, key: property.name };
      }
      if (property?.kind === 'embedded') {
        const parts = property.embeddedProps as Record<string, EntityProperty>;
        this.#declare(shown as GraphQLObjectType, parts, stored);
        const needed =
          Object.values(parts).find((part) => !part.nullable || !property.nullable) ??
          Object.values(parts)[0];
        return {
          kind: 'same',
          type: shown as GraphQLObjectType,
          ...(property.nullable &&
            needed && { absent: (row: Row) => sql`${row.column(needed.name)} is null` }),
        };
      }
      if (isObjectType(shown) && this.#types.get(shown.name) === stored) return { kind: 'same', type: shown };
    } else if (field.name === 'id' && property) {
      const prefix = literal(idPrefix(type.name));
      return { kind: 'value', value: (row) => sql`${prefix} || ${row.column('id')}`, certain: true };
    } else if (property) {
      return { kind: 'value', value: (row) => row.column(property.name), certain: !property.nullable };
    }
    throw new Error(
      `${type.name}.${field.name} needs a property of the same name in ${stored.className}, @Reads or @Computed`,
    );
  }
}

/** How to find the person whom a row concerns: as its type declares, or by the row's `beneficiary`. */
function personOf(type: GraphQLObjectType, stored: EntityMetadata): ((row: Row) => Sql) | undefined {
  const declared = typeExtensions(type).dataSubject;
  if (declared) return declared;
  const pointing = (stored.properties as Record<string, EntityProperty>)['beneficiary'];
  return pointing?.kind === 'm:1' ? (row) => row.column('beneficiary') : undefined;
}

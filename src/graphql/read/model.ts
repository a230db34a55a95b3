import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { idPrefix } from '../ids.js';
import type { ReadReceipt, RowQuery, Stored } from './declare.js';
import { fieldExtension, typeExtensions } from './extensions.js';
import type { Order } from './order.js';
import type { Row } from './row.js';
import { literal, type Sql, sql } from './sql.js';

/** How a field of a stored type is read. */
export type FieldReading =
  /** A value of the row; `certain` where it is never null. */
  | { readonly kind: 'value'; readonly value: (row: Row) => Sql; readonly certain: boolean }
  /** The row itself, or a group of its columns, as an object; null when `absent` holds. */
  | { readonly kind: 'same'; readonly type: GraphQLObjectType; readonly absent?: (row: Row) => Sql }
  /** The row that a foreign key points at. */
  | { readonly kind: 'one'; readonly type: GraphQLObjectType; readonly key: string }
  /** Rows that a {@link Reads} method describes. */
  | { readonly kind: 'rows'; readonly rows: (args: unknown, parent: Row) => RowQuery };

/**
 * What the engine knows: for each object type that shows rows, where they are stored and how each
 * field is read. Made once, from the GraphQL schema and MikroORM's metadata; a field that neither
 * declares how it is read nor has a property of its name is an error at start.
 */
export class ReadModel {
  readonly #types = new Map<string, EntityMetadata>();
  readonly #fields = new Map<string, Map<string, FieldReading>>();
  readonly #nodeTypes = new Map<string, GraphQLObjectType>();
  /** The names of orders that are known to be total. */
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

  /** The key of the object that a client means by a key that it knows (see {@link LeadsTo}). */
  leadsTo(type: GraphQLObjectType, known: Sql): Sql {
    return typeExtensions(type).leadsTo?.(known) ?? known;
  }

  /** The class whose rows the type shows, or undefined for a type that shows none. */
  stored(type: GraphQLObjectType): EntityMetadata | undefined {
    return this.#types.get(type.name);
  }

  /** The key of the person of whom a row tells, where rows of the type tell of one. */
  person(type: GraphQLObjectType, row: Row): Sql | undefined {
    return this.#persons.get(type.name)?.(row);
  }

  /** What is noted when a thing of the type is first opened, if anything is. */
  readReceipt(type: GraphQLObjectType): ReadReceipt | undefined {
    const stored = this.#types.get(type.name);
    return this.readReceipts.find(({ of }) => this.metadataOf(of) === stored);
  }

  metadataOf(stored: Stored): EntityMetadata {
    return this.metadata.get(stored as never);
  }

  /**
   * Checks that an order is total: its last key is unique in the class, alone or with keys that the query fixes.
   * Without that, pages would lose rows or show them twice.
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

  /** The type whose ids begin with the prefix. */
  nodeType(prefix: string): GraphQLObjectType | undefined {
    return this.#nodeTypes.get(prefix);
  }

  reading(type: GraphQLObjectType, field: string): FieldReading {
    const reading = this.#fields.get(type.name)?.get(field);
    if (!reading) throw new Error(`${type.name}.${field} is not declared to the read engine`);
    return reading;
  }

  /** Whether values of the type come from the engine, as objects keyed by response key. */
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
      `${type.name}.${field.name} has no property of its name in ${stored.className} and no @Reads or @Computed`,
    );
  }
}

/** How a row reaches its person: its type declares the way, or it points at one. */
function personOf(type: GraphQLObjectType, stored: EntityMetadata): ((row: Row) => Sql) | undefined {
  const declared = typeExtensions(type).dataSubject;
  if (declared) return declared;
  const pointing = (stored.properties as Record<string, EntityProperty>)['beneficiary'];
  return pointing?.kind === 'm:1' ? (row) => row.column('beneficiary') : undefined;
}

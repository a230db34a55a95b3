import type { EntityMetadata } from '@mikro-orm/core';
import { identifier, raw, type Sql, sql } from './sql.js';

/** A row of a stored class in a statement, under an alias. Records which columns have been used. */
export class Row {
  readonly used = new Set<string>();

  constructor(
    readonly stored: EntityMetadata,
    readonly alias: string,
  ) {}

  /** The column of a property, such as `t1."birth_date"`; for a relation, its foreign key. */
  column(property: string): Sql {
    const name = this.nameOf(property);
    this.used.add(name);
    return raw(`${this.alias}."${name}"`);
  }

  /** The name of the column of a property. */
  nameOf(property: string): string {
    const [name] = this.stored.properties[property as never]
      ? (this.stored.properties[property as never] as { fieldNames: string[] }).fieldNames
      : [];
    if (!name) throw new Error(`${this.stored.className} has no stored property ${property}`);
    return name;
  }

  /** `"pathway" t1`, for a FROM clause. */
  get source(): Sql {
    return sql`${identifier(this.stored.tableName)} ${raw(this.alias)}`;
  }

  /** The columns used so far, for the select list of a sub-query under the same alias. */
  get columns(): Sql {
    return raw([...this.used].map((name) => `${this.alias}."${name}"`).join(', ') || '1');
  }
}

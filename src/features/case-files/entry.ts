import { ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself, sees } from '../../access/policies.js';
import type { SharingScope } from '../../access/scope.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';

/** The base of all entries of a case file: the person, the partner, the author and the time. */
@ObjectType({ description: 'An entry of a person’s case file.' })
export abstract class Entry extends Node {
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The partner that recorded the entry.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => Member, {
    nullable: true,
    description: 'The member who recorded the entry; null unless that member works for the viewer’s partner.',
  })
  @ManyToOne(() => Member)
  author!: Member;

  @Field(() => DateTimeScalar, { description: 'When the entry was recorded.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;
}

/** Conditions of the row policies of one table, in addition to those of all entries. */
interface More {
  /** Which of the rows in scope are visible. */
  readonly seen?: string;
  /** The condition that a new row must meet. */
  readonly recorded?: string;
  /** Which rows may be changed; by default, those that the viewer's partner recorded. */
  readonly changed?: string;
  /** The condition that a changed row must meet. */
  readonly becomes: string;
}

/**
 * The row policies of a table of entries. Rows are visible with a sharing of at least `scope`. A new row must name the
 * viewer as author and the viewer's partner as partner.
 */
export function entryPolicies(table: string, scope: SharingScope, more: More) {
  const roles = ['hub_partner'];
  const shared = sees(`${table}.beneficiary_id`, scope);
  const all = (...conditions: (string | undefined)[]) => conditions.filter(Boolean).join(' and ');
  return [
    { name: 'shared', command: 'select' as const, roles, using: all(more.seen, shared) },
    {
      name: 'record',
      command: 'insert' as const,
      roles,
      check: all(`partner_id = ${me}`, `author_id = ${myself}`, more.recorded, shared),
    },
    {
      name: 'change',
      command: 'update' as const,
      roles,
      using: all(more.changed ?? `partner_id = ${me}`, shared),
      check: more.becomes,
    },
    { name: 'access', command: 'select' as const, roles: ['hub_access'], using: 'true' },
  ];
}

/** The condition that the pathway of a row belongs to the same person. */
export function pathwayOf(table: string): string {
  return `exists (select from pathway p where p.id = ${table}.pathway_id and p.beneficiary_id = ${table}.beneficiary_id)`;
}

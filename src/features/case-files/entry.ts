import { ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself, sees } from '../../access/policies.js';
import type { SharingScope } from '../../access/scope.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';

/** What everything that is kept of a person beyond the name has in common: about whom, by whom, when. */
@ObjectType({ description: 'What is kept of a person beyond the name.' })
export abstract class Entry extends Node {
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The partner that recorded it.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => Member, {
    nullable: true,
    description: 'Who recorded it; null unless a member of the viewer’s partner.',
  })
  @ManyToOne(() => Member)
  author!: Member;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;
}

/** Conditions of one table's policies, besides those that all entries have. */
interface More {
  /** Which rows, of those that the scope shows. */
  readonly seen?: string;
  /** What a new row must be. */
  readonly recorded?: string;
  /** Whose rows may be changed; the recording partner's unless said otherwise. */
  readonly changed?: string;
  /** What a changed row must be. */
  readonly becomes: string;
}

/** The policies of a table of entries: seen with a sharing that reaches `scope`, written in one's own name. */
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
  ];
}

/** The pathway of a row is one of the same person. */
export function pathwayOf(table: string): string {
  return `exists (select from pathway p where p.id = ${table}.pathway_id and p.beneficiary_id = ${table}.beneficiary_id)`;
}

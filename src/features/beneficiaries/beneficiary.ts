import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, me, myself, readsFiles, sees } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DataSubject, LeadsTo } from '../../graphql/read/declare.js';
import { type Sql, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Member, Partner } from '../partners/index.js';

export const District = closedSet('District', 'Where in the town a person lives.', {
  NORTH: 'The north of the town.',
  SOUTH: 'The south of the town.',
  OUTSIDE: 'Outside the town.',
});
export type District = keyof typeof District;

/** The key of the person who has the file of the one with this key: another one since a merge. */
export const personNow = (key: Sql): Sql => sql`access.person_now(${key})`;

/** A person far from employment. Seen by the partners with a sharing in force, and by nobody else. */
@LeadsTo(personNow)
@DataSubject((person) => person.column('id'))
@ObjectType({
  implements: Node,
  description: 'A person who is accompanied. Seen by a partner while a sharing with it is in force.',
})
@Entity({
  tableName: 'beneficiary',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'shared',
      command: 'select',
      roles: ['hub_partner'],
      using: `merged_into_id is null and ${sees('beneficiary.id', 'IDENTITY')}`,
    },
    {
      name: 'register',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${readsFiles} and referent_id = ${me} and created_by_id = ${myself} and merged_into_id is null`,
    },
    { name: 'access', command: 'select', roles: ['hub_access'], using: 'true' },
    counted,
    { name: 'audit', command: 'select', roles: ['hub_audit'], using: 'true' },
  ],
})
@Index({ name: 'beneficiary_of_referent', properties: ['referent'] })
@Index({ name: 'beneficiary_by_name', properties: ['sortName', 'id'] })
@Index({ name: 'beneficiary_by_age', properties: ['createdAt', 'id'] })
@Index({ name: 'beneficiary_by_birth', properties: ['birthDate'] })
export class Beneficiary extends Node {
  @Field(() => String, { description: 'First name.' })
  @Property({ type: 'text' })
  firstName!: string;

  @Field(() => String, { description: 'Last name.' })
  @Property({ type: 'text' })
  lastName!: string;

  @Field(() => DateScalar, { description: 'Date of birth.' })
  @Property({ type: 'date' })
  birthDate!: string;

  @Field(() => District, { description: 'Where the person lives.' })
  @Enum({ items: () => District, nativeEnumName: 'district' })
  district!: District;

  @Field(() => Partner, {
    description: 'The partner that registered the person and answers for the file.',
  })
  @ManyToOne(() => Partner)
  referent!: Partner;

  /** When the person was informed of the file, of its use and of their rights. */
  @Property({ type: 'date' })
  informedOn!: string;

  /** Keyed digest of the normalised name and birth date: the same person gives the same one. */
  @Property({ type: 'text' })
  @Unique()
  fingerprint!: string;

  /** Normalised "last first": the order of lists. With `callName` it is what searches find, see name-key.ts. */
  @Property({ type: 'text', columnType: 'text collate "C"' })
  sortName!: string;

  /** Normalised "first last". */
  @Property({ type: 'text', columnType: 'text collate "C"' })
  callName!: string;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  createdAt!: Date;

  @ManyToOne(() => Member)
  createdBy!: Member;

  /** The person that this one turned out to be: that file goes on, and this one is hidden from everybody. */
  @ManyToOne(() => Beneficiary, { nullable: true })
  @Index({ name: 'beneficiary_merged_into' })
  mergedInto?: Beneficiary | null;
}

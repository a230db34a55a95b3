import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, me, myself, readsFiles, sees } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { Computed, DataSubject, LeadsTo } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, type Sql, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Member, Partner } from '../partners/index.js';

export const District = closedSet('District', 'The district of the town where a person lives.', {
  NORTH: 'The north of the town.',
  SOUTH: 'The south of the town.',
  OUTSIDE: 'Outside the town.',
});
export type District = keyof typeof District;

/** SQL condition: the viewer's partner is the referent of the person. */
export const isReferent = (person: Row): Sql => sql`${person.column('referent')} = ${raw(me)}`;

/** The reference that the viewer's partner has for a person. */
const ownReference = (person: Row): Sql => sql`(select r.reference from partner_reference r
  where r.beneficiary_id = ${person.column('id')} and r.partner_id = ${raw(me)})`;

/** The key of the kept person when the person with this key was merged; otherwise the key itself. */
export const personNow = (key: Sql): Sql => sql`access.person_now(${key})`;

/** A person far from employment. Visible only to partners with a sharing in force. */
@LeadsTo(personNow)
@DataSubject((person) => person.column('id'))
@ObjectType({
  implements: Node,
  description:
    'A person who is accompanied by partners. Visible to a partner while a sharing with that partner is in force.',
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

  @Field(() => District, { description: 'The district where the person lives.' })
  @Enum({ items: () => District, nativeEnumName: 'district' })
  district!: District;

  @Field(() => Partner, {
    description: 'The referent: the partner that registered the person and is responsible for the file.',
  })
  @ManyToOne(() => Partner)
  referent!: Partner;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day of the last contact of the viewer’s partner with the person, such as a step, an honoured appointment or the beginning of its sharing; null if there was none. Opening a file or writing a note is no contact.',
  })
  @Computed(
    (person) => sql`(select c.last_on from last_contact c
      where c.beneficiary_id = ${person.column('id')} and c.partner_id = ${raw(me)})`,
  )
  lastContactOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The reference of the person in the software of the viewer’s partner; null if the partner has set none.',
  })
  @Computed((person) => ownReference(person))
  ownReference?: string | null;

  /** The day on which the person was informed about the file, about its use and about their rights. */
  @Property({ type: 'date' })
  informedOn!: string;

  /** Keyed digest of the normalised name and birth date. Equal for two entries of the same person. */
  @Property({ type: 'text' })
  @Unique()
  fingerprint!: string;

  /** Normalised "last first". Lists are ordered by it. Searches match it and `callName`, see name-key.ts. */
  @Property({ type: 'text', columnType: 'text collate "C"' })
  sortName!: string;

  /** Normalised "first last". */
  @Property({ type: 'text', columnType: 'text collate "C"' })
  callName!: string;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  createdAt!: Date;

  @ManyToOne(() => Member)
  createdBy!: Member;

  /** The kept person, when this file was merged as a duplicate. A merged file is hidden from everybody. */
  @ManyToOne(() => Beneficiary, { nullable: true })
  @Index({ name: 'beneficiary_merged_into' })
  mergedInto?: Beneficiary | null;
}

import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { idPrefix } from '../../graphql/ids.js';
import { Computed } from '../../graphql/read/declare.js';
import { literal, sql } from '../../graphql/read/sql.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';

export const KeptByLaw = closedSet('KeptByLaw', 'What law keeps of a person beyond the time of the file.', {
  CONTRACT:
    'A contract under the insertion clause is under way: the procurement obliges to keep it until its end.',
  HOURS: 'Insertion hours were validated this year: they are kept until the end of the calendar year.',
});
export type KeptByLaw = keyof typeof KeptByLaw;

/** A file and its time: a view of a function that looks past the policies, and gives others nothing. */
@ObjectType({
  description:
    'When a partner’s file on a person goes. For the data protection officer and the administrators of that partner.',
})
@Entity({
  tableName: 'retention_due',
  view: true,
  expression:
    'select id, partner_id, last_contact_on, due_on, erases_person, told_at, kept_by_law from rights.due() due(id, partner_id, last_contact_on, due_on, erases_person, told_at, kept_by_law)',
})
export class RetentionDue {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => ID, { description: 'The person, by id only.' })
  @Computed((due) => sql`${literal(idPrefix('Beneficiary'))} || ${due.column('id')}`)
  beneficiary!: string;

  @Field(() => Partner, { description: 'The partner.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => DateScalar, { description: 'The day of the partner’s last contact with the person.' })
  @Property({ type: 'date' })
  lastContactOn!: string;

  @Field(() => DateScalar, {
    description:
      'The day on which the file goes, unless the person comes again: 30 days after the notice at the earliest.',
  })
  @Property({ type: 'date' })
  dueOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the partner was given notice.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  toldAt?: Date | null;

  @Field(() => Int, { description: 'How many rows of its own the partner has about the person, which go.' })
  @Computed((due) => sql`rights.own_rows(${due.column('id')})`)
  rows!: number;

  @Field(() => Boolean, {
    description:
      'Whether no other partner’s time is longer, so that the person is erased from everywhere on that day.',
  })
  @Property({ type: 'boolean' })
  erasesPerson!: boolean;

  @Field(() => KeptByLaw, {
    nullable: true,
    description: 'What law keeps: as long as it does, nothing goes.',
  })
  @Enum({ items: () => KeptByLaw, nullable: true })
  keptByLaw?: KeptByLaw | null;
}

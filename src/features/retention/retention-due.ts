import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { queryOf } from '../../database/definitions.js';
import { closedSet } from '../../graphql/enum.js';
import { idPrefix } from '../../graphql/ids.js';
import { Computed } from '../../graphql/read/declare.js';
import { literal, sql } from '../../graphql/read/sql.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';

export const KeptByLaw = closedSet(
  'KeptByLaw',
  'Why law requires a file to be kept beyond its retention period.',
  {
    CONTRACT:
      'A contract under the insertion clause is in progress. The procurement requires it to be kept until it ends.',
    HOURS: 'Insertion hours were validated this year. They must be kept until the end of the calendar year.',
  },
);
export type KeptByLaw = keyof typeof KeptByLaw;

/**
 * A file with the end of its retention period. A view of a function that bypasses the row policies. The function
 * returns rows only to the data protection officer and the administrators of the partner.
 */
@ObjectType({
  description:
    'A partner’s file on a person, with the day on which it will be removed. For the data protection officer and the administrators of that partner.',
})
@Entity({
  tableName: 'retention_due',
  view: true,
  expression: queryOf('retention-due'),
})
export class RetentionDue {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => ID, { description: 'The id of the person; other data of the person are not available here.' })
  @Computed((due) => sql`${literal(idPrefix('Beneficiary'))} || ${due.column('id')}`)
  beneficiary!: string;

  @Field(() => Partner, { description: 'The partner that has the file.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => DateScalar, { description: 'The day of the partner’s last contact with the person.' })
  @Property({ type: 'date' })
  lastContactOn!: string;

  @Field(() => DateScalar, {
    description:
      'The day on which the file will be removed, unless there is a new contact with the person. At least 30 days after the notice.',
  })
  @Property({ type: 'date' })
  dueOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the partner was notified.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  toldAt?: Date | null;

  @Field(() => Int, {
    description: 'The number of the partner’s own rows about the person, which will be removed.',
  })
  @Computed((due) => sql`rights.own_rows(${due.column('id')})`)
  rows!: number;

  @Field(() => Boolean, {
    description:
      'Whether the person will be erased from the whole hub on that day, because the retention period of no other partner ends later.',
  })
  @Property({ type: 'boolean' })
  erasesPerson!: boolean;

  @Field(() => KeptByLaw, {
    nullable: true,
    description: 'Why law requires the file to be kept. While it does, nothing is removed.',
  })
  @Enum({ items: () => KeptByLaw, nullable: true })
  keptByLaw?: KeptByLaw | null;
}

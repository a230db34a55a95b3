import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself, readsFiles, sees } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DataSubject } from '../../graphql/read/declare.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';

const seesBoth = `${readsFiles} and ${sees('distinction.one_id', 'IDENTITY')} and ${sees('distinction.other_id', 'IDENTITY')}`;

/** A declaration that two similar files belong to two persons. Visible to every partner that sees both persons. */
@DataSubject((row) => row.column('one'))
@ObjectType({
  implements: Node,
  description:
    'A declaration that two files belong to two different persons. Visible to every partner that sees both persons.',
})
@Entity({
  tableName: 'distinction',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'shared', command: 'select', roles: ['hub_partner'], using: seesBoth },
    {
      name: 'declare',
      command: 'insert',
      roles: ['hub_partner'],
      check: `partner_id = ${me} and declared_by_id = ${myself} and retracted_at is null and ${seesBoth}`,
    },
    {
      name: 'retract',
      command: 'update',
      roles: ['hub_partner'],
      using: `${seesBoth} and retracted_at is null and (partner_id = ${me}
        or ${me} = all (array[access.referent(one_id), access.referent(other_id)]))`,
      check: `retracted_at is not null and retracted_by_id = ${myself}`,
    },
  ],
})
@Check({ name: 'distinction_of_two', expression: 'one_id <> other_id or retracted_at is not null' })
@Index({ name: 'distinction_of_one', properties: ['one', 'declaredAt', 'id'] })
@Index({ name: 'distinction_of_other', properties: ['other', 'declaredAt', 'id'] })
@Index({
  name: 'distinction_in_force',
  expression:
    'create unique index distinction_in_force on distinction (least(one_id, other_id), greatest(one_id, other_id)) where retracted_at is null',
})
export class Distinction extends Node {
  @Field(() => Beneficiary, { nullable: true, description: 'One of the two persons.' })
  @ManyToOne(() => Beneficiary)
  one!: Beneficiary;

  @Field(() => Beneficiary, { nullable: true, description: 'The other person.' })
  @ManyToOne(() => Beneficiary)
  other!: Beneficiary;

  @Field(() => Partner, { description: 'The partner that made the declaration.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => String, { description: 'How it is known that the files belong to two persons.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When the declaration was made.' })
  @Property({ type: 'datetime', length: 3 })
  declaredAt!: Date;

  @ManyToOne(() => Member)
  declaredBy!: Member;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the declaration was retracted; null while it is in force.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  retractedAt?: Date | null;

  @ManyToOne(() => Member, { nullable: true })
  retractedBy?: Member | null;
}

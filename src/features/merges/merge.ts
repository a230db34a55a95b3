import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself, readsFiles } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';

/** A merge of two files of one person. Visible to the referent, which made the merge and may undo it. */
@ObjectType({
  implements: Node,
  description: 'A merge of two files of one person. Visible to the referent, which may undo it.',
})
@Entity({
  tableName: 'merge',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own', command: 'select', roles: ['hub_partner'], using: `${readsFiles} and partner_id = ${me}` },
    {
      name: 'begin',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${readsFiles} and partner_id = ${me} and merged_by_id = ${myself}
        and undone_at is null and ${me} = all (array[access.referent(kept_id), access.referent(duplicate_id)])`,
    },
    {
      name: 'undo',
      command: 'update',
      roles: ['hub_partner'],
      using: `${readsFiles} and partner_id = ${me} and undone_at is null`,
      check: `undone_at is not null and undone_by_id = ${myself}`,
    },
    { name: 'merges', command: 'select', roles: ['hub_merges'], using: 'true' },
  ],
})
@Index({ name: 'merge_of_kept', properties: ['kept', 'mergedAt', 'id'] })
@Index({
  name: 'merge_in_force',
  expression: 'create unique index merge_in_force on merge (duplicate_id) where undone_at is null',
})
export class Merge extends Node {
  @Field(() => Beneficiary, {
    nullable: true,
    description: 'The kept person; null after that file was itself merged into another file.',
  })
  @ManyToOne(() => Beneficiary)
  kept!: Beneficiary;

  @Field(() => Beneficiary, {
    nullable: true,
    description: 'The duplicate; null while the merge is in force.',
  })
  @ManyToOne(() => Beneficiary)
  duplicate!: Beneficiary;

  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => String, { description: 'How it is known that both files belong to one person.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When the files were merged.' })
  @Property({ type: 'datetime', length: 3 })
  mergedAt!: Date;

  @ManyToOne(() => Member)
  mergedBy!: Member;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the merge was undone; null while it is in force.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  undoneAt?: Date | null;

  @ManyToOne(() => Member, { nullable: true })
  undoneBy?: Member | null;
}

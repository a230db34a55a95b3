import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { me, protectsData } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { Partner } from '../partners/index.js';

export const ErasureReason = closedSet('ErasureReason', 'The reason for which a person was erased.', {
  REQUEST: 'The person asked for the erasure.',
  MISTAKE: 'The file should never have been opened.',
  RETENTION: 'The retention period ended: no partner had had contact with the person for that time.',
});
export type ErasureReason = keyof typeof ErasureReason;

/** The number of erased persons. Nothing else about them remains. Written by the database functions of erasure only. */
@ObjectType({
  implements: Node,
  description:
    'The number of erased persons, by referent, year and reason; it contains nothing else about them. Visible to the data protection officer and the administrators of the partner that was the referent.',
})
@Entity({
  tableName: 'erased_count',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'answer',
      command: 'select',
      roles: ['hub_partner'],
      using: `partner_id = ${me} and ${protectsData}`,
    },
    { name: 'count', command: 'all', roles: ['hub_rights'], using: 'true', check: 'true' },
  ],
})
@Unique({ properties: ['partner', 'firstYear', 'reason'] })
export class ErasedCount extends Node {
  @Field(() => Partner, { description: 'The partner that was the referent of these persons.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => Int, { description: 'The year in which the first support of these persons began.' })
  @Property({ type: 'integer' })
  firstYear!: number;

  @Field(() => ErasureReason, { description: 'The reason for the erasure.' })
  @Enum({ items: () => ErasureReason, nativeEnumName: 'erasure_reason' })
  reason!: ErasureReason;

  @Field(() => Int, { description: 'The number of persons.' })
  @Property({ type: 'integer' })
  people!: number;
}

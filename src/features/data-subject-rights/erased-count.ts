import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { me, protectsData } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { Partner } from '../partners/index.js';

export const ErasureReason = closedSet('ErasureReason', 'Why a person was erased.', {
  REQUEST: 'The person asked for it.',
  MISTAKE: 'The file should never have been opened.',
  RETENTION: 'Nobody had been in contact with the person for as long as files are kept.',
});
export type ErasureReason = keyof typeof ErasureReason;

/** All that is left of persons who were erased: how many. Written by `rights.erase` alone. */
@ObjectType({
  implements: Node,
  description:
    'How many persons were erased, and nothing else about them. Seen by the data protection officer and the administrators of the partner that answered for them.',
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
  @Field(() => Partner, { description: 'The partner that answered for the files.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => Int, { description: 'The year in which their first support began.' })
  @Property({ type: 'integer' })
  firstYear!: number;

  @Field(() => ErasureReason, { description: 'Why they were erased.' })
  @Enum({ items: () => ErasureReason, nativeEnumName: 'erasure_reason' })
  reason!: ErasureReason;

  @Field(() => Int, { description: 'How many.' })
  @Property({ type: 'integer' })
  people!: number;
}

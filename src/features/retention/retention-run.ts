import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { me, protectsData } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';

/** What went because its time was over: how much, and nothing else. Written by `rights.expire` alone. */
@ObjectType({
  implements: Node,
  description:
    'How much of a partner’s data went because its time was over. Seen by the data protection officer and the administrators of the partner.',
})
@Entity({
  tableName: 'retention_run',
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
@Unique({ properties: ['partner', 'at'] })
export class RetentionRun extends Node {
  @Field(() => DateTimeScalar, { description: 'When.' })
  @Property({ type: 'datetime', length: 3 })
  at!: Date;

  @Field(() => Partner, { description: 'The partner whose data it was.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => Int, {
    description: 'How many persons whose file it answered for were erased from everywhere.',
  })
  @Property({ type: 'integer' })
  personsErased!: number;

  @Field(() => Int, { description: 'How many rows went.' })
  @Property({ type: 'integer' })
  rowsRemoved!: number;
}

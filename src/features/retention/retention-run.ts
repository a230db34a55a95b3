import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { me, protectsData } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';

/** How much data was removed after the retention period. Contains counts only. Written by `rights.expire` only. */
@ObjectType({
  implements: Node,
  description:
    'How much of a partner’s data was removed after the retention period. Visible to the data protection officer and the administrators of the partner.',
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
  @Field(() => DateTimeScalar, { description: 'When the data were removed.' })
  @Property({ type: 'datetime', length: 3 })
  at!: Date;

  @Field(() => Partner, { description: 'The partner whose data were removed.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => Int, {
    description: 'The number of persons erased from the whole hub whose referent was this partner.',
  })
  @Property({ type: 'integer' })
  personsErased!: number;

  @Field(() => Int, { description: 'The number of rows that were removed.' })
  @Property({ type: 'integer' })
  rowsRemoved!: number;
}

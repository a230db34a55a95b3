import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { counted } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Lot } from './lot.js';
import { runsLot } from './rights.js';

/** A lot that will not reach its hours as things go. One is open at a time; the hub opens and ends it. */
@ObjectType({
  implements: Node,
  description:
    'That a lot’s forecast was found below its committed hours. Seen by the facilitators of its programme.',
})
@Entity({
  tableName: 'lot_shortfall',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'facilitator',
      command: 'select',
      roles: ['hub_partner'],
      using: runsLot('lot_shortfall.lot_id'),
    },
    { name: 'system', command: 'select', roles: ['hub_system'], using: 'true' },
    { name: 'open', command: 'insert', roles: ['hub_system'], check: 'true' },
    { name: 'end', command: 'update', roles: ['hub_system'], using: 'true' },
    counted,
  ],
})
@Index({
  name: 'lot_shortfall_open',
  expression: 'create unique index lot_shortfall_open on lot_shortfall (lot_id) where ended_at is null',
})
export class LotShortfall extends Node {
  @Field(() => Lot, { description: 'The lot.' })
  @ManyToOne(() => Lot)
  lot!: Lot;

  @Field(() => DateTimeScalar, { description: 'When it was found.' })
  @Property({ type: 'datetime', length: 3 })
  since!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made up; null until then.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt?: Date | null;

  @Field(() => Int, { description: 'The hours committed when it was found.' })
  @Property({ type: 'integer' })
  hoursCommitted!: number;

  @Field(() => Float, { description: 'The hours forecast when it was found.' })
  @Property({ type: 'decimal', precision: 10, scale: 2, runtimeType: 'number' })
  hoursForecast!: number;
}

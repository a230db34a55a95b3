import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { counted } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Lot } from './lot.js';
import { runsLot } from './rights.js';

/** A shortfall: a lot's forecast is below its hours. A lot has at most one open shortfall; the hub opens and ends it. */
@ObjectType({
  implements: Node,
  description:
    'A shortfall of a lot: the forecast is below the committed hours. Seen by the facilitators of its programme.',
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

  @Field(() => DateTimeScalar, { description: 'When the shortfall was found.' })
  @Property({ type: 'datetime', length: 3 })
  since!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the shortfall ended; null while it is open.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt?: Date | null;

  @Field(() => Int, { description: 'The committed hours when the shortfall was found.' })
  @Property({ type: 'integer' })
  hoursCommitted!: number;

  @Field(() => Float, { description: 'The forecast hours when the shortfall was found.' })
  @Property({ type: 'decimal', precision: 10, scale: 2, runtimeType: 'number' })
  hoursForecast!: number;
}

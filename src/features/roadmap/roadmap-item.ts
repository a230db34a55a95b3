import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { counted, inRole, me, myself } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { IndicatorKey } from '../indicators/index.js';
import { Member, Partner } from '../partners/index.js';

export const RoadmapState = closedSet('RoadmapState', 'The state of a roadmap item.', {
  PLANNED: 'Agreed but not started.',
  UNDER_WAY: 'Started.',
  DONE: 'Done.',
  DROPPED: 'Abandoned.',
});
export type RoadmapState = keyof typeof RoadmapState;

const coordinates = inRole('COORDINATOR');
/** The owner's administrator may change only the state. The code enforces this: a row policy cannot check columns. */
const mayUpdate = `${coordinates} or owner_id = ${me} and ${inRole('PARTNER_ADMINISTRATOR')}`;

/** An action that the partners have agreed to take. Seen by every member, written by coordinators. */
@ObjectType({
  implements: Node,
  description: 'An action that the partners have agreed to take. Seen by every member.',
})
@Entity({
  tableName: 'roadmap_item',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'open', command: 'select', roles: ['hub_partner'], using: 'true' },
    {
      name: 'plan',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${coordinates} and created_by_id = ${myself}`,
    },
    { name: 'keep_up', command: 'update', roles: ['hub_partner'], using: mayUpdate },
    counted,
  ],
})
@Index({ name: 'roadmap_item_by_due', properties: ['dueOn', 'id'] })
@Index({ name: 'roadmap_item_of_owner', properties: ['owner', 'dueOn', 'id'] })
export class RoadmapItem extends Node {
  @Field(() => String, { description: 'The title of the action, on one line.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'A longer description.' })
  @Property({ type: 'text' })
  description!: string;

  @Field(() => Partner, { description: 'The partner that is responsible for the item.' })
  @ManyToOne(() => Partner)
  owner!: Partner;

  @Field(() => DateScalar, { description: 'The day on which the action is due.' })
  @Property({ type: 'date' })
  dueOn!: string;

  @Field(() => RoadmapState, { description: 'The item’s state.' })
  @Enum({ items: () => RoadmapState, nativeEnumName: 'roadmap_state' })
  state!: RoadmapState;

  @Field(() => IndicatorKey, {
    nullable: true,
    description: 'The indicator that measures the item’s effect.',
  })
  @Enum({ items: () => IndicatorKey, nativeEnumName: 'indicator_key', nullable: true })
  indicator?: IndicatorKey | null;

  @Field(() => Float, { nullable: true, description: 'The target value of the indicator.' })
  @Property({ type: 'double', nullable: true })
  target?: number | null;

  @Field(() => Int, { description: 'Grows with each change. A command with an older version is refused.' })
  @Property({ type: 'integer' })
  version = 1;

  @ManyToOne(() => Member)
  createdBy!: Member;

  @Field(() => DateTimeScalar, { description: 'When the item was added to the roadmap.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the item last changed.' })
  @Property({ type: 'datetime', length: 3 })
  updatedAt!: Date;
}

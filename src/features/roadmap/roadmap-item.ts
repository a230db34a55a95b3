import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { counted, inRole, me, myself } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { IndicatorKey } from '../indicators/index.js';
import { Member, Partner } from '../partners/index.js';

export const RoadmapState = closedSet('RoadmapState', 'Where an item of the roadmap stands.', {
  PLANNED: 'Agreed, not begun.',
  UNDER_WAY: 'Begun.',
  DONE: 'Done.',
  DROPPED: 'Given up.',
});
export type RoadmapState = keyof typeof RoadmapState;

const coordinates = inRole('COORDINATOR');
/** The code lets the owner's administrator move the state only; which columns change, a row policy cannot tell. */
const keepsUp = `${coordinates} or owner_id = ${me} and ${inRole('PARTNER_ADMINISTRATOR')}`;

/** Something that the partners have agreed to do. Every member sees it, coordinators write it. */
@ObjectType({
  implements: Node,
  description: 'Something that the partners have agreed to do. Seen by everyone signed in.',
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
    { name: 'keep_up', command: 'update', roles: ['hub_partner'], using: keepsUp },
    counted,
  ],
})
@Index({ name: 'roadmap_item_by_due', properties: ['dueOn', 'id'] })
@Index({ name: 'roadmap_item_of_owner', properties: ['owner', 'dueOn', 'id'] })
export class RoadmapItem extends Node {
  @Field(() => String, { description: 'What is to be done, on one line.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'More about it.' })
  @Property({ type: 'text' })
  description!: string;

  @Field(() => Partner, { description: 'The partner that answers for it.' })
  @ManyToOne(() => Partner)
  owner!: Partner;

  @Field(() => DateScalar, { description: 'The day by which it is to be done.' })
  @Property({ type: 'date' })
  dueOn!: string;

  @Field(() => RoadmapState, { description: 'Where it stands.' })
  @Enum({ items: () => RoadmapState, nativeEnumName: 'roadmap_state' })
  state!: RoadmapState;

  @Field(() => IndicatorKey, {
    nullable: true,
    description: 'The indicator that tells whether it bears fruit.',
  })
  @Enum({ items: () => IndicatorKey, nativeEnumName: 'indicator_key', nullable: true })
  indicator?: IndicatorKey | null;

  @Field(() => Float, { nullable: true, description: 'What that indicator is to reach.' })
  @Property({ type: 'double', nullable: true })
  target?: number | null;

  @Field(() => Int, { description: 'Grows with each change; an act on an older version is refused.' })
  @Property({ type: 'integer' })
  version = 1;

  @ManyToOne(() => Member)
  createdBy!: Member;

  @Field(() => DateTimeScalar, { description: 'When it came on the roadmap.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  @Property({ type: 'datetime', length: 3 })
  updatedAt!: Date;
}

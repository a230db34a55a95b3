import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, inRole, me } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';

export const ForumArea = closedSet('ForumArea', 'The part of the town in which a forum is held.', {
  NORTH: 'The north of the town.',
  SOUTH: 'The south of the town.',
});
export type ForumArea = keyof typeof ForumArea;

/** An employment forum, held near people who are not reached otherwise. Seen by every member. */
@ObjectType({
  implements: Node,
  description: 'An employment forum. Seen by every member.',
})
@Entity({
  tableName: 'forum',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'directory', command: 'select', roles: ['hub_partner'], using: 'true' },
    {
      name: 'open',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${inRole('COORDINATOR')} and partner_id = ${me}`,
    },
    counted,
    { name: 'access', command: 'select', roles: ['hub_access'], using: 'true' },
    { name: 'retention', command: 'select', roles: ['hub_rights'], using: 'true' },
  ],
})
@Index({ name: 'forum_by_day', properties: ['heldOn', 'id'] })
export class Forum extends Node {
  @Field(() => String, { description: 'The forum’s usual name.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => DateScalar, { description: 'The day on which the forum is held.' })
  @Property({ type: 'date' })
  heldOn!: string;

  @Field(() => ForumArea, { description: 'The part of the town in which the forum is held.' })
  @Enum({ items: () => ForumArea, nativeEnumName: 'forum_area' })
  area!: ForumArea;

  @Field(() => String, { description: 'The place where the forum is held.' })
  @Property({ type: 'text' })
  place!: string;

  @Field(() => Partner, { description: 'The partner that organises the forum.' })
  @ManyToOne(() => Partner)
  partner!: Partner;
}

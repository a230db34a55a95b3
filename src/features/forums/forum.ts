import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, inRole, me } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';

export const ForumArea = closedSet('ForumArea', 'In which part of the town a forum is held.', {
  NORTH: 'The north of the town.',
  SOUTH: 'The south of the town.',
});
export type ForumArea = keyof typeof ForumArea;

/** An employment forum, held where people live whom nobody reaches otherwise. Open to everyone signed in. */
@ObjectType({
  implements: Node,
  description: 'An employment forum, held near the people. Open to everyone signed in.',
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
  @Field(() => String, { description: 'The name people know it by.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => DateScalar, { description: 'The day it is held.' })
  @Property({ type: 'date' })
  heldOn!: string;

  @Field(() => ForumArea, { description: 'In which part of the town.' })
  @Enum({ items: () => ForumArea, nativeEnumName: 'forum_area' })
  area!: ForumArea;

  @Field(() => String, { description: 'Where it is held.' })
  @Property({ type: 'text' })
  place!: string;

  @Field(() => Partner, { description: 'The partner that organises it.' })
  @ManyToOne(() => Partner)
  partner!: Partner;
}

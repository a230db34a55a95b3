import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, inRole, me } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { Partner } from '../partners/index.js';
import { Forum } from './forum.js';

export const ExhibitorKind = closedSet('ExhibitorKind', 'What an exhibitor offers at a forum.', {
  EMPLOYER: 'Jobs.',
  TRAINING: 'Training courses.',
  PUBLIC_SERVICE: 'A public service.',
  ASSOCIATION: 'The help of an association.',
});
export type ExhibitorKind = keyof typeof ExhibitorKind;

/** An organisation with a stand at a forum, which may be a partner of the hub. Seen by every member. */
@ObjectType({
  implements: Node,
  description: 'An organisation with a stand at a forum. Seen by every member.',
})
@Entity({
  tableName: 'exhibitor',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'directory', command: 'select', roles: ['hub_partner'], using: 'true' },
    {
      name: 'add',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${inRole('COORDINATOR')} and exists (
        select from forum f where f.id = exhibitor.forum_id and f.partner_id = ${me})`,
    },
    counted,
  ],
})
@Index({ name: 'exhibitor_of_forum', properties: ['forum', 'id'] })
export class Exhibitor extends Node {
  @Field(() => Forum, { description: 'The forum.' })
  @ManyToOne(() => Forum)
  forum!: Forum;

  @Field(() => String, { description: 'The name on the stand.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => ExhibitorKind, { description: 'What the exhibitor offers.' })
  @Enum({ items: () => ExhibitorKind, nativeEnumName: 'exhibitor_kind' })
  kind!: ExhibitorKind;

  @Field(() => Partner, { nullable: true, description: 'The partner, if the exhibitor is one.' })
  @ManyToOne(() => Partner, { nullable: true })
  partner?: Partner | null;
}

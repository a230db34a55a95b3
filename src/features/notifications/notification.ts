import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { myself } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Member } from '../partners/index.js';
import { Referral } from '../referrals/index.js';
import { NotificationKind } from './notice.js';

const own = `member_id = ${myself}`;

/**
 * That a member is told of an event. It holds no content: a referral is named by its id and shown under the
 * reader's rights; nothing else that may tell of a person is named at all.
 */
@ObjectType({
  implements: Node,
  description: 'Something that a member is told of. Seen by that member alone.',
})
@Entity({
  tableName: 'notification',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own', command: 'select', roles: ['hub_partner'], using: own },
    { name: 'read', command: 'update', roles: ['hub_partner'], using: own, check: own },
    { name: 'notify', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' },
  ],
})
@Index({ name: 'notification_newest', properties: ['member', 'at', 'id'] })
@Index({
  name: 'notification_unread',
  expression: 'create index notification_unread on notification (member_id) where read_at is null',
})
@Index({ name: 'notification_of_referral', properties: ['referral'] })
@Index({ name: 'notification_of_mail', properties: ['mailId'] })
export class Notification extends Node {
  @ManyToOne(() => Member)
  member!: Member;

  @Field(() => NotificationKind, { description: 'What happened.' })
  @Property({ type: 'text' })
  kind!: NotificationKind;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Property({ type: 'datetime', length: 3 })
  at!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the member read it, or acted on the referral; null while it is unread.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  readAt?: Date | null;

  @Field(() => Referral, {
    nullable: true,
    description: 'The referral that it is about, under the viewer’s rights; null when it is about none.',
  })
  @ManyToOne(() => Referral, { nullable: true, deleteRule: 'cascade' })
  referral?: Referral | null;

  /** The mail that tells of it, once there is one: no second one does. */
  @Property({ type: 'uuid', nullable: true })
  mailId?: string | null;
}

import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { myself } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { ReadsOneOf } from '../../graphql/read/declare.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Member } from '../partners/index.js';
import { Referral } from '../referrals/index.js';
import { NotificationKind } from './notice.js';
import { NotificationTarget, target } from './target.js';

const own = `member_id = ${myself}`;

/**
 * A member's notification of an event. It holds no content: what it leads to is read with the reader's rights.
 */
@ObjectType({
  implements: Node,
  description: 'A notification of one member. Visible only to that member.',
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
    description:
      'When the member read the notification or acted on the referral; null while the notification is unread.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  readAt?: Date | null;

  @Field(() => Referral, {
    nullable: true,
    description:
      'The referral that the notification is about, read with the viewer’s rights; null when it is not about a referral.',
  })
  @ManyToOne(() => Referral, { nullable: true, deleteRule: 'cascade' })
  referral?: Referral | null;

  /** The id of the object that the event is about; null for notifications from before this was stored. */
  @Property({ type: 'uuid', nullable: true })
  subject?: string | null;

  @Field(() => NotificationTarget, {
    nullable: true,
    description:
      'What the notification leads to, read with the viewer’s rights; null when it no longer exists or the viewer no longer sees it.',
  })
  @ReadsOneOf(target)
  target?: typeof NotificationTarget | null;

  /** The mail that announces this notification, once there is one. A notification is announced by one mail only. */
  @Property({ type: 'uuid', nullable: true })
  mailId?: string | null;
}

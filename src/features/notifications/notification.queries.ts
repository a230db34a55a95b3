import { Args, ArgsType, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Computed, Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, raw, type Sql, sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Member, Viewer } from '../partners/index.js';
import { MailLanguage, MailTiming, usual } from './mail-preference.js';
import { Notification } from './notification.js';

@ArgsType()
class NotificationsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only those that are unread.' })
  unreadOnly!: boolean;
}

const NotificationConnection = connectionOf('Notification', () => Notification, false);
const newestFirst = orderBy('NOTIFICATION_NEWEST', { at: 'timestamptz', id: 'uuid' }, 'descending');

/** A column of how mail reaches the member, or what is usual where the member has not chosen. */
function preferred(column: 'timing' | 'language'): (member: Row) => Sql {
  return (member) =>
    sql`coalesce((select p.${raw(column)}::text from mail_preference p where p.member_id = ${member.column('id')}), ${literal(usual[column])})`;
}

@Resolver(() => Viewer)
export class ViewerNotifications {
  @FieldResolver(() => NotificationConnection, {
    description: 'What the viewer is told of, the newest first.',
  })
  @Reads()
  notifications(@Args() { unreadOnly }: NotificationsArgs, @Root() viewer: Row): RowQuery {
    return selectMany(
      Notification,
      newestFirst,
      (notification) => sql`${notification.column('member')} = ${viewer.column('id')}`,
      (notification) => (unreadOnly ? sql`${notification.column('readAt')} is null` : undefined),
    );
  }

  @FieldResolver(() => Int, {
    description: 'How many of them are unread. It follows an event within a second: ask again on each.',
  })
  @Computed(
    (viewer) =>
      sql`(select count(*)::int from notification n where n.member_id = ${viewer.column('id')} and n.read_at is null)`,
  )
  unreadNotifications(): number {
    return 0;
  }

  @FieldResolver(() => MailTiming, {
    description: 'How soon the viewer is told by e-mail of what is unread.',
  })
  @Computed(preferred('timing'))
  mailTiming(): MailTiming {
    return usual.timing;
  }

  @FieldResolver(() => MailLanguage, { description: 'The language of the viewer’s e-mails.' })
  @Computed(preferred('language'))
  mailLanguage(): MailLanguage {
    return usual.language;
  }
}

@Resolver(() => Member)
export class MemberMail {
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'Since when the mail server refuses this member’s address for good; null while it takes mail. Shown to the member and to the partner’s administrators, null to others.',
  })
  @Computed(
    (member) => sql`(select p.refused_at from mail_preference p where p.member_id = ${member.column('id')})`,
  )
  mailRefusedAt(): null {
    return null;
  }
}

import { Args, ArgsType, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Computed, Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, raw, type Sql, sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Member, Viewer } from '../partners/index.js';
import { defaults, MailLanguage, MailTiming } from './mail-preference.js';
import { Notification } from './notification.js';

@ArgsType()
class NotificationsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Return only unread notifications.' })
  unreadOnly!: boolean;
}

const NotificationConnection = connectionOf('Notification', () => Notification, false);
const newestFirst = orderBy('NOTIFICATION_NEWEST', { at: 'timestamptz', id: 'uuid' }, 'descending');

/** The number of unread notifications of a member. */
export function unreadOf(member: Sql): Sql {
  return sql`(select count(*)::int from notification n where n.member_id = ${member} and n.read_at is null)`;
}

/** A column of the member's mail settings; the default when the member has not chosen. */
function preferred(column: 'timing' | 'language'): (member: Row) => Sql {
  return (member) =>
    sql`coalesce((select p.${raw(column)}::text from mail_preference p where p.member_id = ${member.column('id')}), ${literal(defaults[column])})`;
}

@Resolver(() => Viewer)
export class ViewerNotifications {
  @FieldResolver(() => NotificationConnection, {
    description: 'The viewer’s notifications, the newest first.',
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
    description: 'The number of unread notifications. Each event of `notificationEvents` has it too.',
  })
  @Computed((viewer) => unreadOf(viewer.column('id')))
  unreadNotifications(): number {
    return 0;
  }

  @FieldResolver(() => MailTiming, {
    description: 'When the hub e-mails the viewer about unread notifications.',
  })
  @Computed(preferred('timing'))
  mailTiming(): MailTiming {
    return defaults.timing;
  }

  @FieldResolver(() => MailLanguage, { description: 'The language of the viewer’s e-mails.' })
  @Computed(preferred('language'))
  mailLanguage(): MailLanguage {
    return defaults.language;
  }
}

@Resolver(() => Member)
export class MemberMail {
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'Since when the mail server refuses this member’s address permanently; null while the server accepts it. Visible to the member and to the partner’s administrators; null for other viewers.',
  })
  @Computed(
    (member) => sql`(select p.refused_at from mail_preference p where p.member_id = ${member.column('id')})`,
  )
  mailRefusedAt(): null {
    return null;
  }
}

import { Field, ID, InputType } from 'type-graphql';
import { defineCommand } from '../../commands/define-command.js';
import { Id } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { Viewer } from '../partners/index.js';
import { defaults, MailLanguage, MailPreference, MailTiming } from './mail-preference.js';
import { Notification } from './notification.js';
import type { NotificationEventKind } from './notification-event.js';

/** The largest number of notifications that one call may name. */
const maxNamed = 100;

@InputType({ description: 'The notifications to mark as read: a list, or all up to one, or both.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'The notifications to mark as read, at most 100.' })
  notifications?: string[] | null;

  @Id()
  @Field(() => ID, { nullable: true, description: 'Marks this notification and all earlier ones as read.' })
  upTo?: string | null;
}

export const markNotificationsRead = defineCommand({
  name: 'markNotificationsRead',
  description: 'Marks notifications of the viewer as read. Calling it again has no effect.',
  input: MarkNotificationsReadInput,
  payload: { viewer: () => Viewer },
  on: { field: 'notifications', type: () => Notification, done: { readAt: { not: null } } },
  async run(command, { notifications, upTo }) {
    const { em, viewer } = command;
    const named = [...new Set(notifications ?? [])];
    if (named.length > maxNamed || (named.length === 0 && upTo == null)) {
      throw refusal('INVALID', 'notifications', {
        fr: `Indiquez de 1 à ${maxNamed} notifications, ou la dernière lue (upTo).`,
        en: `Give 1 to ${maxNamed} notifications, or the last one read (upTo).`,
      });
    }
    await command.assignTransactionId();
    const emit = (kind: NotificationEventKind, { id }: Notification) =>
      command.emit({
        topic: 'NOTIFICATION',
        kind,
        subject: id,
        to: [viewer.partnerId],
        toMember: viewer.memberId,
      });
    for (const [index, id] of named.entries()) {
      const notification = await command.find(Notification, id, `notifications.${index}`);
      if (!notification.readAt) emit('READ', notification);
      notification.readAt ??= command.now;
    }
    if (upTo != null) {
      const last = await command.find(Notification, upTo, 'upTo');
      const [{ marked }] = (await em.execute(
        `with marked as (update notification set read_at = ? where member_id = ? and read_at is null
          and (at, id) <= (select n.at, n.id from notification n where n.id = ?) returning id)
        select count(*)::int as marked from marked`,
        [command.now, viewer.memberId, last.id],
      )) as [{ marked: number }];
      if (marked > 0) emit('READ_UP_TO', last);
    }
    return viewer.memberId;
  },
});

@InputType({
  description:
    'When and in which language the hub e-mails the viewer about unread notifications. A field that is left out keeps its value.',
})
export class ChooseMailInput {
  @Field(() => MailTiming, {
    nullable: true,
    description: 'When to send e-mails: at once, once a day, or never.',
  })
  timing?: MailTiming | null;

  @Field(() => MailLanguage, { nullable: true, description: 'The language of the e-mails.' })
  language?: MailLanguage | null;
}

export const chooseMail = defineCommand({
  name: 'chooseMail',
  description:
    'Chooses when the hub e-mails the viewer about unread notifications: at once, once a day, or never.',
  input: ChooseMailInput,
  payload: { viewer: () => Viewer },
  on: null,
  async run(command, { timing, language }) {
    const { em, viewer } = command;
    const member = viewer.memberId;
    const before = (await em.findOne(MailPreference, { member })) ?? defaults;
    const isOtherTiming = timing != null && timing !== before.timing;
    if (!isOtherTiming && (language ?? before.language) === before.language) return member;
    await em.execute(
      `insert into mail_preference (member_id, timing, language) values (?, ?, ?)
    on conflict (member_id) do update set timing = coalesce(?, mail_preference.timing),
      language = coalesce(?, mail_preference.language)`,
      [member, timing ?? defaults.timing, language ?? defaults.language, timing ?? null, language ?? null],
    );
    if (isOtherTiming) {
      await command.asSystem(async () => {
        await em.execute('delete from pending_mail where member_id = ? and begun_at is null', [member]);
      });
    }
    return member;
  },
});

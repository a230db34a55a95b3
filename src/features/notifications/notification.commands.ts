import { Field, ID, InputType } from 'type-graphql';
import { defineCommand } from '../../commands/define-command.js';
import { Id } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { Viewer } from '../partners/index.js';
import { MailLanguage, MailPreference, MailTiming, usual } from './mail-preference.js';
import { Notification } from './notification.js';

/** How many notifications are named at once. */
const atOnce = 100;

@InputType({ description: 'Notifications that the viewer has read: some, or all up to one, or both.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'These, at most 100.' })
  notifications?: string[] | null;

  @Id()
  @Field(() => ID, { nullable: true, description: 'This one and all that came before it.' })
  upTo?: string | null;
}

export const markNotificationsRead = defineCommand({
  name: 'markNotificationsRead',
  description: 'Marks notifications of the viewer as read; it may be repeated.',
  input: MarkNotificationsReadInput,
  payload: { viewer: () => Viewer },
  async run(command, { notifications, upTo }) {
    const { em, viewer } = command;
    const named = [...new Set(notifications ?? [])];
    if (named.length > atOnce || (named.length === 0 && upTo == null)) {
      throw refusal('INVALID', 'notifications', {
        fr: `Il faut de 1 à ${atOnce} notifications, ou la dernière lue.`,
        en: `Name 1 to ${atOnce} notifications, or the last one read.`,
      });
    }
    await command.assignTransactionId();
    for (const [index, id] of named.entries()) {
      const notification = await command.find(Notification, id, `notifications.${index}`);
      notification.readAt ??= command.now;
    }
    if (upTo != null) {
      const last = await command.find(Notification, upTo, 'upTo');
      await em.execute(
        `update notification set read_at = ? where member_id = ? and read_at is null
        and (at, id) <= (select n.at, n.id from notification n where n.id = ?)`,
        [command.now, viewer.memberId, last.id],
      );
    }
    return viewer.memberId;
  },
});

@InputType({
  description: 'How the viewer wants to be told by e-mail of what is unread. What is left out stays.',
})
export class ChooseMailInput {
  @Field(() => MailTiming, { nullable: true, description: 'How soon, or never.' })
  timing?: MailTiming | null;

  @Field(() => MailLanguage, { nullable: true, description: 'In which language.' })
  language?: MailLanguage | null;
}

export const chooseMail = defineCommand({
  name: 'chooseMail',
  description: 'Chooses how the viewer is told by e-mail of what is unread: at once, once a day, or never.',
  input: ChooseMailInput,
  payload: { viewer: () => Viewer },
  async run(command, { timing, language }) {
    const { em, viewer } = command;
    const member = viewer.memberId;
    const before = (await em.findOne(MailPreference, { member })) ?? usual;
    const isOtherTiming = timing != null && timing !== before.timing;
    if (!isOtherTiming && (language ?? before.language) === before.language) return member;
    await em.execute(
      `insert into mail_preference (member_id, timing, language) values (?, ?, ?)
    on conflict (member_id) do update set timing = coalesce(?, mail_preference.timing),
      language = coalesce(?, mail_preference.language)`,
      [member, timing ?? usual.timing, language ?? usual.language, timing ?? null, language ?? null],
    );
    if (isOtherTiming) {
      await command.asSystem(async () => {
        await em.execute('delete from pending_mail where member_id = ? and begun_at is null', [member]);
      });
    }
    return member;
  },
});

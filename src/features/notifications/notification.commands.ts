import type { Command } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import { MailPreference, usual } from './mail-preference.js';
import type { ChooseMailInput, MarkNotificationsReadInput } from './notification.inputs.js';
import { Notification } from './notification.js';

/** How many notifications are named at once. */
const atOnce = 100;

/** Marks notifications of the viewer as read; those that are read already stay as they are. */
export async function markRead(
  command: Command,
  { notifications, upTo }: MarkNotificationsReadInput,
): Promise<string> {
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
}

/** Chooses how the viewer is told by e-mail. What waits under the former choice is told with the next mail. */
export async function chooseMail(command: Command, { timing, language }: ChooseMailInput): Promise<string> {
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
}

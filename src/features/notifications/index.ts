import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import { forgetNotifications } from './forget.js';
import { mailQueue } from './mail.js';
import { MailPreference } from './mail-preference.js';
import * as notificationCommands from './notification.commands.js';
import { Notification } from './notification.js';
import { MemberMail, ViewerNotifications } from './notification.queries.js';
import { NotificationEventResolver } from './notification-event.js';
import { notifyMembers } from './notify.js';
import { PendingMail } from './pending-mail.js';

export const notifications: Feature = {
  stored: [Notification, MailPreference, PendingMail],
  commands: commandsIn(notificationCommands),
  resolvers: [ViewerNotifications, MemberMail, NotificationEventResolver],
  periodicTasks: [forgetNotifications],
  consumers: [notifyMembers],
  queues: [mailQueue],
};

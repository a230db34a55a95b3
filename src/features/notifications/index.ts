import type { Feature } from '../feature.js';
import { forgetNotifications } from './forget.js';
import { mailQueue } from './mail.js';
import { MailPreference } from './mail-preference.js';
import { Notification } from './notification.js';
import { NotificationMutations } from './notification.mutations.js';
import { MemberMail, ViewerNotifications } from './notification.queries.js';
import { notifyMembers } from './notify.js';
import { PendingMail } from './pending-mail.js';

export const notifications: Feature = {
  stored: [Notification, MailPreference, PendingMail],
  resolvers: [ViewerNotifications, MemberMail, NotificationMutations],
  periodicTasks: [forgetNotifications],
  consumers: [notifyMembers],
  queues: [mailQueue],
};

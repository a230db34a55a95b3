import { committeeOperations } from './operations.committee.js';
import { notificationOperations } from './operations.notifications.js';
import { personOperations } from './operations.persons.js';
import { readOperations } from './operations.reads.js';
import { referralOperations } from './operations.referrals.js';
import { serviceOperations } from './operations.services.js';
import { webhookOperations } from './operations.webhooks.js';
import type { SavedOperation } from './saved-operation.js';

/** The saved operations, in the order of a typical working day. The page opens the first one at the start. */
export const operations: readonly SavedOperation[] = [
  ...readOperations,
  ...notificationOperations,
  ...referralOperations,
  ...serviceOperations,
  ...personOperations,
  ...committeeOperations,
  ...webhookOperations,
];

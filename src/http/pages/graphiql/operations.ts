import { acts } from './operations.acts.js';
import { committeeReads } from './operations.committee.js';
import { notificationOperations } from './operations.notifications.js';
import { reads } from './operations.reads.js';
import { referralActs } from './operations.referrals.js';
import { aroundReferrals } from './operations.services.js';
import { webhookOperations } from './operations.webhooks.js';
import type { SavedOperation } from './saved-operation.js';

/** A real day at work, in its order. The page opens the first one by itself. */
export const operations: readonly SavedOperation[] = [
  ...reads,
  ...notificationOperations,
  ...referralActs,
  ...aroundReferrals,
  ...acts,
  ...committeeReads,
  ...webhookOperations,
];

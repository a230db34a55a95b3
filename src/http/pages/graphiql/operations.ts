import { acts } from './operations.acts.js';
import { committeeReads } from './operations.committee.js';
import { notificationOperations } from './operations.notifications.js';
import { reads } from './operations.reads.js';
import { referralActs } from './operations.referrals.js';
import { aroundReferrals } from './operations.services.js';
import { webhookOperations } from './operations.webhooks.js';

/**
 * An operation that the page opens in a tab of its own. Its document begins with a comment, in French, that
 * says what it does and what to fill in.
 */
export interface SavedOperation {
  /** In French, as people at work say it. */
  readonly title: string;
  /** The heading under which the page lists it. */
  readonly group: string;
  /** What stands behind `#` in an address that opens it: a mail's link. `auth-routes.ts` knows these, too. */
  readonly anchor?: string;
  readonly document: string;
  /** In strings, `{uuid}` becomes a new random key and `{today}` today's date when the operation is opened. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

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

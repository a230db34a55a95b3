import type { Database } from '../database/database.js';
import type { Feed } from '../events/feed.js';
import type { Transport } from '../events/subscriber.js';
import type { OperationReads } from '../graphql/read/engine.js';
import type { Language } from '../i18n.js';
import type { AddressPolicy } from '../network/address-policy.js';
import type { AuditLog } from './audit-log.js';
import type { Viewer } from './viewer.js';

/** What every resolver gets: who asks, in which language, and what to read and write with. */
export interface Context {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly reads: OperationReads;
  readonly database: Database;
  /** Where it is written down who was handed a person's file, before it leaves. */
  readonly audit: AuditLog;
  /** What keyed digests are made with. */
  readonly secret: string;
  /** Where acts tell that there is news, and subscriptions follow it. */
  readonly feed: Feed;
  /** What the events of a subscription go out by. */
  readonly transport?: Transport;
  /** Which addresses a webhook may have. */
  readonly addressPolicy: AddressPolicy;
}

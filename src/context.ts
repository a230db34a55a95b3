import type { AuditLog } from './access/audit-log.js';
import type { Viewer } from './access/viewer.js';
import type { Database } from './database/database.js';
import type { Feed } from './events/feed.js';
import type { Transport } from './events/subscriber.js';
import type { OperationReads } from './graphql/read/engine.js';
import type { Language } from './i18n.js';
import type { AddressPolicy } from './network/address-policy.js';

/** The context of every resolver: the viewer, the language, and the services for reading and writing. */
export interface Context {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly reads: OperationReads;
  readonly database: Database;
  /** Records which persons the viewer is shown, before the answer is sent. */
  readonly audit: AuditLog;
  /** The key of keyed digests. */
  readonly secret: string;
  /** Notified by commands of new events; source of subscriptions. */
  readonly feed: Feed;
  /** The transport of a subscription, for back-pressure. */
  readonly transport?: Transport;
  /** The addresses that a webhook may have. */
  readonly addressPolicy: AddressPolicy;
}

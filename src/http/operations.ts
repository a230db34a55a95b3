import type { Logger } from 'pino';
import type { AuditLog } from '../access/audit-log.js';
import type { Budgets } from '../access/budget.js';
import { databaseRoleOf, type Viewer } from '../access/viewer.js';
import type { Context } from '../context.js';
import type { Database } from '../database/database.js';
import type { Listener } from '../database/listener.js';
import type { Feed } from '../events/feed.js';
import type { ReadEngine } from '../graphql/read/engine.js';
import { type Language } from '../i18n.js';
import type { AddressPolicy } from '../network/address-policy.js';

/** The services that operations use. */
export interface Services {
  readonly database: Database;
  readonly listener: Listener;
  readonly audit: AuditLog;
  readonly engine: ReadEngine;
  readonly feed: Feed;
  readonly budgets: Budgets;
  readonly secret: string;
  readonly addressPolicy: AddressPolicy;
  readonly log: Logger;
}

/** The context of one operation of a viewer. */
export function contextOf(services: Services, viewer: Viewer, language: Language): Context {
  const { engine, database, audit, feed, secret, addressPolicy } = services;
  return {
    viewer,
    language,
    reads: engine.operation(databaseRoleOf(viewer)),
    database,
    audit,
    feed,
    secret,
    addressPolicy,
  };
}

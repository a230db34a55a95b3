import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import type { AuditLog } from '../access/audit-log.js';
import type { Budgets } from '../access/budget.js';
import type { Context } from '../access/context.js';
import { databaseRoleOf, type Viewer } from '../access/viewer.js';
import type { Language } from '../commands/refusal.js';
import type { Database } from '../database/database.js';
import type { Feed } from '../events/feed.js';
import type { ReadEngine } from '../graphql/read/engine.js';
import type { AddressPolicy } from '../network/address-policy.js';

/** What operations are carried out with. */
export interface Services {
  readonly database: Database;
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

/** French unless the request would rather have English. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const asked = (headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((it) => /^\s*q=([\d.]+)\s*$/.exec(it)?.[1])
        .find((it) => it !== undefined);
      return { language: tag.trim().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'fr' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return asked[0]?.language === 'en' ? 'en' : 'fr';
}

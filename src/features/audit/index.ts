import type { Feature } from '../feature.js';
import { AuditQueries } from './audit.queries.js';
import { AuditEntry } from './audit-entry.js';
import { dropOldAudit } from './retention.js';

export { DisclosureVia } from './audit-entry.js';

export const audit: Feature = {
  stored: [AuditEntry],
  resolvers: [AuditQueries],
  periodicTasks: [dropOldAudit],
};

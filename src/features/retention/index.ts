import type { Feature } from '../feature.js';
import { enforceRetention } from './expiry.js';
import { RetentionQueries } from './retention.queries.js';
import { RetentionDue } from './retention-due.js';
import { RetentionEventResolver } from './retention-event.js';
import { RetentionRun } from './retention-run.js';

export { ruleRetention } from './expiry.js';
export { RetentionDue } from './retention-due.js';

export const retention: Feature = {
  stored: [RetentionDue, RetentionRun],
  resolvers: [RetentionQueries, RetentionEventResolver],
  periodicTasks: [enforceRetention],
};

import { Budget } from '../access/budget.js';
import { Presence } from '../access/presence.js';
import { IdempotencyKey } from '../commands/idempotency-key.js';
import { mutationOf } from '../commands/mutation.js';
import { offersOf } from '../commands/offers.js';
import { registerWithdrawalHandlers } from '../commands/withdrawal.js';
import type { Entities } from '../database/database.js';
import { Event } from '../events/event.js';
import { EventConsumer } from '../events/event-consumer.js';
import { audit } from './audit/index.js';
import { beneficiaries } from './beneficiaries/index.js';
import { caseFiles } from './case-files/index.js';
import { clauses } from './clauses/index.js';
import { committee } from './committee/index.js';
import { dataSubjectRights } from './data-subject-rights/index.js';
import type { Feature } from './feature.js';
import { fileEvents } from './file-events/index.js';
import { forums } from './forums/index.js';
import { linkRequests } from './link-requests/index.js';
import { merges } from './merges/index.js';
import { notifications } from './notifications/index.js';
import { outcomes } from './outcomes/index.js';
import { partners, Viewer } from './partners/index.js';
import { pathways } from './pathways/index.js';
import { referrals } from './referrals/index.js';
import { retention } from './retention/index.js';
import { roadmap } from './roadmap/index.js';
import { timeline } from './timeline/index.js';
import { webhooks } from './webhooks/index.js';

/** All features of the hub. To add a feature, add it here. */
export const features: readonly Feature[] = [
  partners,
  beneficiaries,
  linkRequests,
  pathways,
  caseFiles,
  referrals,
  notifications,
  clauses,
  outcomes,
  forums,
  timeline,
  fileEvents,
  roadmap,
  committee,
  audit,
  merges,
  dataSubjectRights,
  retention,
  webhooks,
];

registerWithdrawalHandlers(features.flatMap((feature) => feature.withdrawals ?? []));

/**
 * The type-graphql resolver classes of all features, with the mutations of their commands and the fields that offer the
 * commands.
 */
export const resolvers = [
  ...features.flatMap((feature) => [...feature.resolvers, ...(feature.commands ?? []).map(mutationOf)]),
  ...offersOf(
    features.flatMap((feature) => feature.commands ?? []),
    Viewer,
  ),
];

/** All entity classes. */
export const entities = [
  Event,
  EventConsumer,
  IdempotencyKey,
  Budget,
  Presence,
  ...features.flatMap((it) => it.stored),
] as unknown as Entities;

import type { AnyCommand } from '../commands/define-command.js';
import type { WithdrawalHandler } from '../commands/withdrawal.js';
import type { Consumer } from '../events/consumer-runner.js';
import type { ReadReceipt, Stored } from '../graphql/read/declare.js';
import type { Queue } from '../jobs/jobs.js';
import type { PeriodicTask } from '../jobs/periodic-tasks.js';

/** What a feature adds to the hub. */
export interface Feature {
  /** Entity classes. */
  readonly stored: readonly Stored[];
  /** Commands: the definitions that the `*.commands.ts` files of the feature export. */
  readonly commands?: readonly AnyCommand[];
  /** type-graphql resolver classes: queries, subscriptions and fields of other types. */
  readonly resolvers: readonly (abstract new () => object)[];
  /** Read receipts: what is recorded when a member first opens a stored object. */
  readonly readReceipts?: readonly ReadReceipt[];
  /** Background work that every process runs at intervals. */
  readonly periodicTasks?: readonly PeriodicTask[];
  /** Background work that follows events. */
  readonly consumers?: readonly Consumer[];
  /** Handlers that run when a person ends a partner’s access. */
  readonly withdrawals?: readonly WithdrawalHandler[];
  /** Queues for work that runs later or takes long. */
  readonly queues?: readonly Queue[];
}

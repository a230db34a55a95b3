import type { AnyCommand } from '../commands/define-command.js';
import type { WithdrawalHandler } from '../commands/withdrawal.js';
import type { Consumer } from '../events/consumer-runner.js';
import type { ReadReceipt, Stored } from '../graphql/read/declare.js';
import type { Queue } from '../jobs/jobs.js';
import type { PeriodicTask } from '../jobs/periodic-tasks.js';

/** What a feature gives the hub. */
export interface Feature {
  /** Stored classes. */
  readonly stored: readonly Stored[];
  /** What its members can do: the definitions that its `*.commands.ts` export. */
  readonly commands?: readonly AnyCommand[];
  /** type-graphql resolver classes: queries, subscriptions and fields of other types. */
  readonly resolvers: readonly (abstract new () => object)[];
  /** What is recorded about stored objects when somebody first opens them. */
  readonly readReceipts?: readonly ReadReceipt[];
  /** Work that every process does again and again. */
  readonly periodicTasks?: readonly PeriodicTask[];
  /** What the hub does about events. */
  readonly consumers?: readonly Consumer[];
  /** What it does when a person withdraws. */
  readonly withdrawals?: readonly WithdrawalHandler[];
  /** What the hub does later, or at length. */
  readonly queues?: readonly Queue[];
}

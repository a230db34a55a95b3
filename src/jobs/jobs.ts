import type { EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, type JobInsert, type PgBoss, type WorkOptions } from 'pg-boss';
import type { Logger } from 'pino';
import type { Config } from '../config/index.js';
import type { Database } from '../database/database.js';
import { createBoss } from './boss.js';

/** What background work is done with: jobs, periodic tasks and consumers of events. */
export interface BackgroundContext {
  readonly database: Database;
  readonly config: Config;
  readonly jobs: Jobs;
  readonly log: Logger;
}

/** Work of one sort that is done later, or that takes time, or that may fail and is tried again. */
export interface Queue<Data extends object = object> {
  /** In letters and hyphens. Never changed once released: jobs wait under it. */
  readonly name: string;
  /** How often, and how soon, a job that failed is tried again, and how long one attempt may take. */
  readonly tries: {
    readonly retryLimit: number;
    /** Seconds; doubled after each attempt with `retryBackoff`, up to `retryDelayMax`. */
    readonly retryDelay: number;
    readonly retryBackoff?: boolean;
    readonly retryDelayMax?: number;
    readonly expireInSeconds: number;
    /** After how many seconds without a sign of its process an attempt counts as failed; 10 or more. */
    readonly heartbeatSeconds?: number;
  };
  /** How often it is looked at, in seconds, and how many jobs this process does at once, in all and of one group. */
  readonly work: Required<Pick<WorkOptions, 'pollingIntervalSeconds' | 'localConcurrency'>> &
    Pick<WorkOptions, 'localGroupConcurrency'>;
  /**
   * Does one job. It is done again when it throws, and when the process dies before it is noted as done: so
   * what it does must bear to be begun twice.
   * @param attempt 0 for the first
   * @param signal aborted when the attempt has taken too long, and when the hub stops
   */
  run(
    job: { readonly id: string; readonly data: Data; readonly attempt: number; readonly signal: AbortSignal },
    context: BackgroundContext,
  ): Promise<void>;
}

/** When a job is done. */
export interface When {
  readonly startAfter?: Date;
  /** The job's id, to find it again; a second one with the same id is not made. */
  readonly id?: string;
  /** What jobs have in common of which only so many are to be done at once. */
  readonly group?: { readonly id: string };
}

/** How long a job that is over is kept, for those who look into what happened, in seconds. */
const kept = 7 * 24 * 60 * 60;

/** How long a job may wait for its time, in seconds: as good as forever, because what nobody did must not be lost. */
const waits = 10 * 365 * 24 * 60 * 60;

/**
 * Jobs by pg-boss, in the same database. They are made in a transaction with what they are about, so that
 * one is never there without the other, and done by whichever process comes first.
 */
export class Jobs {
  #boss: PgBoss | undefined;
  /** One of pg-boss's workers for each queue. */
  readonly #workers: string[] = [];

  /** @param loginUrl the login role's; jobs are looked for on connections of their own, as `hub_system` */
  constructor(
    private readonly loginUrl: string,
    private readonly log: Logger,
  ) {}

  /** Makes the queues, so that jobs can be sent to them. */
  async start(queues: readonly Queue[]): Promise<void> {
    const boss = createBoss(this.loginUrl, this.log);
    await boss.start();
    this.#boss = boss;
    for (const { name, tries } of queues) {
      const options = { ...tries, retentionSeconds: waits, deleteAfterSeconds: kept };
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  }

  /** Begins to do the jobs of the queues. */
  async work(queues: readonly Queue[], context: Omit<BackgroundContext, 'jobs'>): Promise<void> {
    for (const { name, work, run } of queues) {
      const worker = await this.boss.work<object>(name, { ...work, batchSize: 1 }, async ([job]) => {
        if (!job) return;
        const { id, data, retryCount, signal } = job;
        try {
          await run({ id, data, attempt: retryCount, signal }, { ...context, jobs: this });
        } catch (error) {
          const { name: kind, code } = error as Error & { code?: string };
          this.log.warn({ queue: name, job: id, attempt: retryCount, error: kind, code }, 'job failed');
          // What is kept of the failure is read by people: it must quote nothing.
          throw new Error(code ?? kind);
        } finally {
          // There may be more: a worker would otherwise wait before it looks again.
          this.boss.notifyWorker(worker);
        }
      });
      this.#workers.push(worker);
    }
  }

  /** Sends jobs to a queue, as a part of the transaction of `em`. */
  async send<Data extends object>(
    em: EntityManager,
    { name }: Queue<Data>,
    jobs: readonly (When & { readonly data: Data })[],
  ): Promise<void> {
    if (jobs.length === 0) return;
    await this.boss.insert(name, [...jobs] satisfies JobInsert[], { db: fromKysely(em.getKysely()) });
  }

  /** Lets this process look for jobs now: the transaction that sent some is over. */
  wake(): void {
    for (const worker of this.#workers) this.boss.notifyWorker(worker);
  }

  /** Waits for the jobs under way, up to so many milliseconds; what is not over by then is done again. */
  async stop(timeout: number): Promise<void> {
    await this.#boss?.stop({ graceful: true, timeout });
  }

  private get boss(): PgBoss {
    if (!this.#boss) throw new Error('the jobs have not started');
    return this.#boss;
  }
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, type JobInsert, type PgBoss, type WorkOptions } from 'pg-boss';
import type { Logger } from 'pino';
import type { Config } from '../config/index.js';
import type { Database } from '../database/database.js';
import { createBoss } from './boss.js';

/** The services that background work uses: jobs, periodic tasks and consumers. */
export interface BackgroundContext {
  readonly database: Database;
  readonly config: Config;
  readonly jobs: Jobs;
  readonly log: Logger;
}

/** A queue of jobs: work that runs later, takes time, or may fail and is retried. */
export interface Queue<Data extends object = object> {
  /** Letters and hyphens only. Never change it after a release: waiting jobs are stored under it. */
  readonly name: string;
  /** The retry policy of a failed job, and the time limit of one attempt. */
  readonly tries: {
    readonly retryLimit: number;
    /** In seconds; with `retryBackoff`, doubled after each attempt up to `retryDelayMax`. */
    readonly retryDelay: number;
    readonly retryBackoff?: boolean;
    readonly retryDelayMax?: number;
    readonly expireInSeconds: number;
    /** The number of seconds without a heartbeat of the process after which an attempt has failed; at least 10. */
    readonly heartbeatSeconds?: number;
  };
  /** The polling interval in seconds, and how many jobs this process runs concurrently, in total and per group. */
  readonly work: Required<Pick<WorkOptions, 'pollingIntervalSeconds' | 'localConcurrency'>> &
    Pick<WorkOptions, 'localGroupConcurrency'>;
  /**
   * Runs one job. The job is run again when it throws, and when the process dies before the job is recorded as
   * done. So it must be safe to run more than once.
   * @param attempt 0 for the first attempt
   * @param signal aborted when the attempt exceeds its time limit, and when the hub stops
   */
  run(
    job: { readonly id: string; readonly data: Data; readonly attempt: number; readonly signal: AbortSignal },
    context: BackgroundContext,
  ): Promise<void>;
}

/** Options of one job. */
export interface When {
  readonly startAfter?: Date;
  /** The job's id, to find it again. A second job with the same id is not created. */
  readonly id?: string;
  /** Jobs of one group share the queue's `localGroupConcurrency`. */
  readonly group?: { readonly id: string };
}

/** How long a finished job is kept for troubleshooting, in seconds. */
const kept = 7 * 24 * 60 * 60;

/** How long a job may wait, in seconds: practically without limit, because a job that has not run must not be lost. */
const waits = 10 * 365 * 24 * 60 * 60;

/**
 * Jobs in pg-boss, in the same database. A job is created in the transaction of the change that it belongs to, so
 * that both exist or neither does. Any process may run it.
 */
export class Jobs {
  #boss: PgBoss | undefined;
  #isStopping = false;
  /** The ids of the pg-boss workers, by queue. */
  readonly #workers = new Map<string, string>();
  /** The queues with jobs that are due and were sent by this process since the last {@link wake}. */
  readonly #due = new Set<string>();

  /** @param loginUrl the URL of the login role; queues are polled on separate connections, as `hub_system` */
  constructor(
    readonly loginUrl: string,
    private readonly log: Logger,
  ) {}

  /** Creates the queues, so that jobs can be sent to them. */
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

  /** Starts to run the jobs of the queues. */
  async work(queues: readonly Queue[], context: Omit<BackgroundContext, 'jobs'>): Promise<void> {
    for (const { name, work, run } of queues) {
      const worker = await this.boss.work<object>(name, { ...work, batchSize: 1 }, async ([job]) => {
        if (!job) return;
        const { id, data, retryCount, signal } = job;
        try {
          await run({ id, data, attempt: retryCount, signal }, { ...context, jobs: this });
        } catch (error) {
          const { name: kind, code } = error as Error & { code?: string };
          const entry = { queue: name, job: id, attempt: retryCount, error: kind, code };
          if (this.#isStopping && signal.aborted)
            this.log.debug(entry, 'job interrupted by the stop; it will run again');
          else this.log.warn(entry, 'job failed');
          // The stored error is read by operators: it must not quote data.
          throw new Error(code ?? kind);
        } finally {
          // There may be more jobs; otherwise the worker would wait for its next poll.
          this.boss.notifyWorker(worker);
        }
      });
      this.#workers.set(name, worker);
    }
  }

  /** Sends jobs to a queue, in the transaction of `em`. */
  async send<Data extends object>(
    em: EntityManager,
    { name }: Queue<Data>,
    jobs: readonly (When & { readonly data: Data })[],
  ): Promise<void> {
    if (jobs.length === 0) return;
    if (jobs.some(({ startAfter }) => !startAfter || startAfter.getTime() <= Date.now())) this.#due.add(name);
    await this.boss.insert(name, [...jobs] satisfies JobInsert[], { db: fromKysely(em.getKysely()) });
  }

  /** Makes this process run the jobs that are due now. Call it after the transaction that sent them has committed. */
  wake(): void {
    for (const name of this.#due) {
      const worker = this.#workers.get(name);
      if (worker) this.boss.notifyWorker(worker);
    }
    this.#due.clear();
  }

  /** Waits up to `timeout` milliseconds for the running jobs. A job that has not finished by then is run again. */
  async stop(timeout: number): Promise<void> {
    this.#isStopping = true;
    await this.#boss?.stop({ graceful: true, timeout });
  }

  private get boss(): PgBoss {
    if (!this.#boss) throw new Error('the jobs have not started');
    return this.#boss;
  }
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { NIL, v5 } from 'uuid';
import { locked, SystemCommand } from '../../commands/system-command.js';
import type { DelaysConfig } from '../../config/index.js';
import { backgroundRole } from '../../database/database-role.js';
import type { Consumer } from '../../events/consumer-runner.js';
import type { Topic } from '../../events/topics.js';
import { raw, type Sql, statement } from '../../graphql/read/sql.js';
import type { Jobs, Queue, When } from '../../jobs/jobs.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';
import { Partner } from '../partners/index.js';
import { advanceByHub } from './advance.js';
import { stepsOf, type Waiting, waitingStatuses, whatIsDue } from './delays.js';
import { lifecycle } from './lifecycle.js';
import { Referral, readByHub } from './referral.js';
import { stateSince } from './state-since.js';

/** A job: does what is due on each of these referrals, and schedules a job for the next delay of each. */
interface DelayJob {
  readonly referrals: readonly string[];
}

/** How many referrals the periodic task puts into one job. */
const batchSize = 100;

/**
 * The queue of delayed actions. A job contains only ids: what is due is computed from the current row, under its lock.
 * So a job that is late, runs twice or is out of date does no harm.
 */
export const delayQueue: Queue<DelayJob> = {
  name: 'referral-delays',
  tries: { retryLimit: 1000, retryDelay: 5, retryBackoff: true, retryDelayMax: 900, expireInSeconds: 60 },
  work: { pollingIntervalSeconds: 1, localConcurrency: 1 },
  async run({ data, signal }, { database, config, jobs }) {
    const failures: unknown[] = [];
    for (const id of data.referrals) {
      signal.throwIfAborted();
      await database
        .write(backgroundRole, (em) => doWhatIsDue(em, id, config.delays, jobs))
        .catch((error) => failures.push(error));
    }
    // The job is retried. The referrals that succeeded have nothing due then.
    if (failures.length > 0) throw failures[0];
  },
};

const textOf = (query: Sql) => statement(query).text;

/** Does what is due on one referral, and sends the job for its next delay, in the transaction of `em`. */
async function doWhatIsDue(em: EntityManager, id: string, config: DelaysConfig, jobs: Jobs): Promise<void> {
  const referral = await em.findOne(Referral, { id }, { ...locked, fields: readByHub });
  if (!referral?.sentAt) return;
  const command = new SystemCommand(em);
  await command.assignTransactionId();
  const [entered] = (await em.execute(textOf(stateSince(raw('?'))), [id])) as [{ at: Date }?];
  const { status, sentAt, from, to } = referral;
  const since = entered ? new Date(entered.at) : sentAt;
  const due = dueOf({ ...referral, sentAt, stateSince: since }, command.now, config);

  const emit = (topic: Topic, kind: string, partners: Iterable<string>) =>
    command.emit({ topic, kind, subject: id, to: partners, byHub: true });
  if (due.now === 'EXPIRE') await advanceByHub(command, id, 'EXPIRE');
  if (due.now === 'REMIND') {
    referral.remindedAt = command.now;
    emit('REFERRAL', 'REMINDED', [status === 'INFO_REQUESTED' ? from.id : to.id]);
  }
  if (due.now === 'ESCALATE') {
    referral.escalatedAt = command.now;
    emit('REFERRAL', 'ESCALATED', [to.id, from.id]);
    const towns = await em.find(Partner, { kind: 'TOWN' }, { fields: ['id'] });
    emit(
      'UNANSWERED',
      'ESCALATED',
      towns.map((town) => town.id),
    );
  }
  if (due.next) await jobs.send(em, delayQueue, [nextJob(id, due.next)]);
}

/** The job for the next delay of a referral. It has the same id however often it is sent. */
function nextJob(id: string, next: Date): When & { readonly data: DelayJob } {
  return { data: { referrals: [id] }, startAfter: next, id: v5(next.toISOString(), id) };
}

/** The values of a referral that decide what is due. */
interface Waited extends Waiting {
  readonly remindedAt?: Date | null | undefined;
  readonly escalatedAt?: Date | null | undefined;
}

/** What is due on a referral now, and when the next delay ends. */
function dueOf({ remindedAt, escalatedAt, ...waiting }: Waited, now: Date, config: DelaysConfig) {
  return whatIsDue(stepsOf(waiting, config), now, latest(remindedAt, escalatedAt));
}

/** The same values, with the times of an SQL result as dates. */
function datesOf({ sentAt, stateSince, remindedAt, escalatedAt, ...rest }: Waited): Waited {
  return {
    ...rest,
    sentAt: new Date(sentAt),
    stateSince: new Date(stateSince),
    remindedAt: remindedAt && new Date(remindedAt),
    escalatedAt: escalatedAt && new Date(escalatedAt),
  };
}

function latest(...times: (Date | null | undefined)[]): Date | undefined {
  return times.reduce<Date | undefined>(
    (one, other) => (other && (!one || other > one) ? other : one),
    undefined,
  );
}

/** The kinds of events that put a referral into a waiting state. */
const waitingKinds = new Set<string>(
  lifecycle.filter(({ to }) => (waitingStatuses as readonly string[]).includes(to)).map(({ event }) => event),
);

/** Schedules the next delay of each referral that begins to wait, or whose waiting side changes. */
export const followWaiting: Consumer = {
  name: 'referral delays',
  from: 'BEGINNING',
  async consume(em, events, { jobs, config }) {
    const waiting = events.filter(({ topic, kind }) => topic === 'REFERRAL' && waitingKinds.has(kind));
    const referrals = [...new Set(waiting.map(({ subject }) => subject))];
    if (referrals.length > 0) await schedule(em, referrals, config.delays, jobs);
  },
};

/** Sends a job for the next delay of each referral, and one now for those with something due. */
async function schedule(
  em: EntityManager,
  ids: readonly string[],
  config: DelaysConfig,
  jobs: Jobs,
): Promise<void> {
  const referrals = (await em.execute(
    `select r.id, r.status, r.priority, r.sent_at as "sentAt", r.reminded_at as "remindedAt", r.escalated_at as "escalatedAt",
        coalesce((${textOf(stateSince(raw('r.id')))}), r.sent_at) as "stateSince", clock_timestamp()::timestamptz(3) as now
      from referral r where r.id = any (?::uuid[]) and r.sent_at is not null`,
    [`{${ids}}`],
  )) as (Waited & { readonly id: string; readonly now: Date })[];
  const found = referrals.map((it) => ({ id: it.id, ...dueOf(datesOf(it), new Date(it.now), config) }));
  const overdue = found.filter(({ now }) => now).map(({ id }) => id);
  await jobs.send(em, delayQueue, [
    ...(overdue.length > 0 ? [{ data: { referrals: overdue } }] : []),
    ...found.flatMap(({ id, now, next }) => (next && !now ? [nextJob(id, next)] : [])),
  ]);
}

/**
 * Sends jobs for all referrals that wait, at each start and every day. It covers referrals that were inserted without
 * an event, as in a demonstration town, and referrals whose delay was changed by a setting.
 */
export const findWaiting: PeriodicTask = {
  name: 'referrals that wait',
  every: 24 * 60 * 60 * 1000,
  async run({ database, jobs }, end) {
    for (let after: string = NIL; !end.aborted; ) {
      const referrals = await database.write(backgroundRole, async (em) => {
        const found = await em.execute<{ id: string }[]>(
          'select id from referral where status = any(?::referral_status[]) and id > ? order by id limit ?',
          [`{${waitingStatuses}}`, after, batchSize],
        );
        const ids = found.map(({ id }) => id);
        if (ids.length > 0) await jobs.send(em, delayQueue, [{ data: { referrals: ids } }]);
        return ids;
      });
      const [lastId] = referrals.slice(-1);
      if (!lastId) return;
      after = lastId;
    }
  },
};

import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../../database/database.js';
import { backgroundRole } from '../../database/database-role.js';
import { Event } from '../../events/event.js';
import { eventOrder } from '../../events/order.js';
import { emitAsSystem } from '../../events/outbox.js';
import { globalId } from '../../graphql/ids.js';
import { cursorOf } from '../../graphql/read/cursor.js';
import { Row } from '../../graphql/read/row.js';
import { statement } from '../../graphql/read/sql.js';
import type { Answer } from './post.js';
import { failuresToRest, mostFailures, pauseAfter } from './schedule.js';
import { typeOf } from './topics.js';
import type { WebhookPause } from './webhook.js';
import { eventIdPrefix } from './webhook-delivery.js';

/** A due message that this process has claimed for one attempt. */
export interface Due {
  readonly id: string;
  readonly webhookId: string;
  readonly address: string;
  readonly eventId: string;
  /** When the attempt begins, by the database clock. */
  readonly at: Date;
  /** The number of the attempt, starting at 1. */
  readonly attempt: number;
  readonly body: string;
  /** The secrets to sign with, encrypted as they are stored. */
  readonly sealed: readonly string[];
}

/** After how many seconds an attempt without a recorded result is repeated. Longer than an attempt may take. */
const lostAfter = 30;

/** The columns of an event that a message is made from. */
interface EventColumns {
  readonly topic: string;
  readonly kind: string;
  readonly told_at: Date;
  readonly subject: string;
  readonly replaced: string | null;
  readonly by_id: string | null;
  readonly cursor: string;
}

/**
 * Claims the next due message of a webhook, unless the webhook is paused or backing off after failures. Until the
 * result of the attempt is recorded, the message becomes due again after 30 seconds. This repeats the attempt when
 * the process has died.
 */
export function claim(database: Database, webhook: string): Promise<Due | undefined> {
  const cursor = statement(cursorOf(eventOrder, new Row(database.orm.getMetadata().get(Event), 'e'))).text;
  return database.write(backgroundRole, async (em) => {
    const [row] = (await em.execute(
      `with due as (
        select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id
        where w.id = ? and w.paused_at is null and w.removed_at is null and (w.rests_until is null or w.rests_until <= now())
          and d.next_attempt_at <= now()
        order by d.next_attempt_at, d.id limit 1
        for update of d skip locked
      )
      update webhook_delivery d
      set attempts = d.attempts + 1, next_attempt_at = now() + interval '${lostAfter} s'
      from due, webhook w, event e
      where d.id = due.id and w.id = d.webhook_id and e.id = d.event_id
      returning d.id, d.event_id, d.attempts as attempt, now() as at, w.address,
        e.topic, e.kind, e.at as told_at, e.subject, e.replaced, e.by_id, ${cursor} as cursor,
        array(select s.sealed from webhook_secret s
          where s.webhook_id = w.id and (s.ends_at is null or s.ends_at > now()) order by s.id desc) as sealed`,
      [webhook],
    )) as ({ event_id: string; at: Date } & Pick<Due, 'id' | 'address' | 'attempt' | 'sealed'> &
      EventColumns)[];
    if (!row) return undefined;
    const { id, address, attempt, sealed } = row;
    const eventId = eventIdPrefix + row.event_id;
    const at = new Date(row.at);
    return { id, webhookId: webhook, address, eventId, at, attempt, body: bodyOf(row), sealed };
  });
}

/** The body of a message: what happened to which object, without the content of the object. */
function bodyOf({ topic, kind, told_at, subject, replaced, by_id, cursor }: EventColumns): string {
  return JSON.stringify({
    type: `${topic}.${kind}`,
    timestamp: new Date(told_at).toISOString(),
    data: {
      topic,
      kind,
      subject: globalId(typeOf[topic] as string, subject),
      ...(replaced && { replaced: globalId(typeOf[topic] as string, replaced) }),
      by: by_id && globalId('Partner', by_id),
      cursor,
    },
  });
}

/** Records the result of an attempt; returns the times at which the webhook has due messages again. */
export async function settle(em: EntityManager, due: Due, answer: Answer): Promise<Date[]> {
  if (!answer.problem) {
    // Lock the webhook before its deliveries, as the commands do, to avoid deadlock.
    await em.execute(
      'update webhook set last_delivered_at = now(), failing_since = null, rests_until = null, failures = 0 where id = ?',
      [due.webhookId],
    );
    await em.execute(
      `update webhook_delivery set delivered_at = now(), next_attempt_at = null, last_status_code = ?, last_problem = null
      where id = ?`,
      [answer.status, due.id],
    );
    return [];
  }
  const [webhook] = (await em.execute(
    `update webhook set last_failed_at = now(), failing_since = coalesce(failing_since, now()),
      failures = failures + (last_failed_at is null or last_failed_at <= ?)::int
    where id = ? returning failures, now() as now`,
    [due.at, due.webhookId],
  )) as [{ failures: number; now: Date }?];
  if (!webhook) return [];
  const { failures } = webhook;
  const after = (count: number) => new Date(new Date(webhook.now).getTime() + pauseAfter(count));
  const next = after(due.attempt);
  await em.execute(
    'update webhook_delivery set next_attempt_at = ?, last_status_code = ?, last_problem = ? where id = ?',
    [next, answer.status ?? null, answer.problem, due.id],
  );
  if (answer.status === 410) await pause(em, due.webhookId, 'GONE');
  else if (Math.max(failures, due.attempt) >= mostFailures) await pause(em, due.webhookId, 'FAILING');
  if (failures < failuresToRest) return [next];
  const restEnds = after(failures);
  await em.execute('update webhook set rests_until = ? where id = ?', [restEnds, due.webhookId]);
  return [next, restEnds];
}

/** Pauses a webhook and emits an event for its partner's administrators. */
async function pause(em: EntityManager, webhook: string, because: WebhookPause): Promise<void> {
  const paused = await em.execute<{ partner: string }[]>(
    `update webhook set paused_at = now(), paused_because = ? where id = ? and paused_at is null and removed_at is null
      returning partner_id as partner`,
    [because, webhook],
  );
  await emitAsSystem(
    em,
    paused.map(({ partner }) => ({ partner, topic: 'WEBHOOK', kind: 'PAUSED', subject: webhook })),
  );
}

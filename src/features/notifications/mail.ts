import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { isConnected } from '../../access/presence.js';
import type { MailConfig } from '../../config/index.js';
import { backgroundRole } from '../../database/database-role.js';
import { idPrefix } from '../../graphql/ids.js';
import type { Jobs, Queue } from '../../jobs/jobs.js';
import { type Letter, letterOf, type MailItem } from './letter.js';
import { defaults, type MailLanguage, type MailTiming } from './mail-preference.js';
import { post } from './post.js';

/** How long a mail waits while the member is connected, in seconds: the member may read the notifications in the hub. */
const whileConnected = 15 * 60;

/** SQL: the next 7:30 in Europe/Paris. */
const nextMorning = `(date_trunc('day', (now() at time zone 'Europe/Paris') - interval '7:30')
  + interval '1 day 7:30') at time zone 'Europe/Paris'`;

/**
 * The queue of mails to send. When the server is down or answers with a temporary error, the job is retried until
 * the server accepts the mail, finally every 15 minutes. An attempt may take as long as the timeouts of RFC 5321
 * allow. When the process dies, the attempt starts again within two minutes.
 */
export const mailQueue: Queue = {
  name: 'notification-mail',
  tries: {
    retryLimit: 1_000_000,
    retryDelay: 20,
    retryBackoff: true,
    retryDelayMax: 900,
    expireInSeconds: 3600,
    heartbeatSeconds: 60,
  },
  work: { pollingIntervalSeconds: 1, localConcurrency: 2 },
  async run({ id, signal }, { database, config: { mail }, jobs, log }) {
    const work = <Result>(step: (em: EntityManager) => Promise<Result>) =>
      database.write(backgroundRole, step);
    // No mail server is configured any more: discard the mail instead of waiting.
    if (!mail) return void (await work((em) => deletePending(em, id)));
    const letter = await work((em) => prepareLetter(em, jobs, mail, id));
    if (!letter) return;
    const refused = await post(mail, letter, signal);
    if (refused) {
      log.warn({ mail: id, code: refused }, 'the mail server refused a mail permanently');
      return work((em) => recordRefused(em, id));
    }
    log.info({ mail: id }, 'sent a mail');
    await retryUntilDone(signal, () => work((em) => recordSent(em, jobs, mail, id)));
  },
};

/**
 * Plans a mail for each of the members who wants mail, as part of the transaction of `em`. The mail is sent soon,
 * or the next morning for a daily digest and for an address that the server has refused. A member who already has
 * a pending mail gets the next one when that mail has ended.
 * @param connected whether the members are connected now; the mail then waits longer
 */
export async function planMails(
  em: EntityManager,
  jobs: Jobs,
  { gather }: MailConfig,
  members: readonly string[],
  connected = false,
): Promise<void> {
  if (members.length === 0) return;
  const wanted = (await em.execute(
    `select m.id as member, case when p.timing = 'DAILY' or p.refused_at is not null then ${nextMorning}
      else now() + ? * interval '1 second' end as due
    from member m left join mail_preference p on p.member_id = m.id
    where m.id = any (?::uuid[]) and m.email is not null and coalesce(p.timing, '${defaults.timing}') <> 'NONE'`,
    [connected ? Math.max(gather, whileConnected) : gather, `{${members.join(',')}}`],
  )) as { member: string; due: string }[];
  const mails = wanted.map(({ member, due }) => ({ id: v7(), member, startAfter: new Date(due) }));
  // On conflict, the update locks the pending mail: the transaction that ends it then sees the notifications added here.
  const kept = (await em.execute(
    `insert into pending_mail (id, member_id)
    select id, member from jsonb_to_recordset(?::text::jsonb) as planned(id uuid, member uuid) order by member
    on conflict (member_id) do update set member_id = excluded.member_id
    returning id`,
    [JSON.stringify(mails)],
  )) as { id: string }[];
  const made = mails.filter(({ id }) => kept.some((it) => it.id === id));
  await jobs.send(
    em,
    mailQueue,
    made.map(({ id, startAfter }) => ({ id, startAfter, data: {} })),
  );
}

interface Addressee {
  readonly member: string;
  readonly email: string;
  readonly partner: string;
  readonly language: MailLanguage;
  readonly timing: MailTiming;
  readonly active: boolean;
  readonly connected: boolean;
  readonly begun: boolean;
}

/** Fixes the notifications that a mail announces, unless an earlier attempt did, and writes the letter; undefined when there is nothing to send. */
async function prepareLetter(
  em: EntityManager,
  jobs: Jobs,
  mail: MailConfig,
  id: string,
): Promise<Letter | undefined> {
  const [to] = (await em.execute(
    `select m.id as member, m.email, t.name as partner, coalesce(p.language, '${defaults.language}') as language,
      coalesce(p.timing, '${defaults.timing}') as timing, m.deactivated_at is null as active,
      ${isConnected('m.id')} as connected, w.begun_at is not null as begun
    from pending_mail w join member m on m.id = w.member_id join partner t on t.id = m.partner_id
    left join mail_preference p on p.member_id = m.id
    where w.id = ? for update of w`,
    [id],
  )) as [Addressee?];
  if (!to) return undefined;
  if (!to.active || to.timing === 'NONE') {
    await deletePending(em, id);
    return undefined;
  }
  if (!to.begun && to.connected) {
    await endAndPlanNext(em, jobs, mail, id, true);
    return undefined;
  }
  if (!to.begun) {
    await em.execute('update pending_mail set begun_at = now() where id = ?', [id]);
    // Skip notifications that another transaction is marking as read, to avoid deadlock.
    await em.execute(
      `update notification set mail_id = ? where id in (select id from notification
        where member_id = ? and read_at is null and mail_id is null for update skip locked)`,
      [id, to.member],
    );
  }
  const items = (await em.execute(
    `select n.kind, r.reference,
      case when starts_with(n.kind, 'REFERRAL_') then '${idPrefix('Referral')}' || r.id end as referral
    from notification n left join referral r on r.id = n.referral_id
    where n.mail_id = ? and n.read_at is null order by n.at, n.id`,
    [id],
  )) as MailItem[];
  if (items.length > 0) return letterOf(id, to, items, mail.hubUrl);
  await endAndPlanNext(em, jobs, mail, id);
  return undefined;
}

/** Records that the server has accepted a mail. */
async function recordSent(em: EntityManager, jobs: Jobs, mail: MailConfig, id: string): Promise<void> {
  await em.execute(
    `update mail_preference set refused_at = null
    where refused_at is not null and member_id = (select member_id from pending_mail where id = ?)`,
    [id],
  );
  await endAndPlanNext(em, jobs, mail, id);
}

/** Deletes a pending mail, and plans the next one when notifications have come in the meantime. */
async function endAndPlanNext(
  em: EntityManager,
  jobs: Jobs,
  mail: MailConfig,
  id: string,
  connected = false,
): Promise<void> {
  const [ended] = await deletePending(em, id);
  if (!ended) return;
  const unread = await em.execute(
    'select from notification where member_id = ? and read_at is null and mail_id is null limit 1',
    [ended.member],
  );
  if (unread.length > 0) await planMails(em, jobs, mail, [ended.member], connected);
}

/** Records that the server refuses an address permanently. The unread notifications go into the next mail, the next morning at the earliest. */
async function recordRefused(em: EntityManager, id: string): Promise<void> {
  const [ended] = await deletePending(em, id);
  if (!ended) return;
  await em.execute('update notification set mail_id = null where mail_id = ?', [id]);
  await em.execute(
    `insert into mail_preference (member_id, refused_at) values (?, now())
    on conflict (member_id) do update set refused_at = coalesce(mail_preference.refused_at, excluded.refused_at)`,
    [ended.member],
  );
}

/** Deletes a pending mail and returns its member; empty when the mail was deleted before. */
function deletePending(em: EntityManager, id: string): Promise<{ member: string }[]> {
  return em.execute('delete from pending_mail where id = ? returning member_id as member', [id]);
}

/** Retries a step every second while it fails, for example because the database is unavailable: a sent mail must not stay recorded as unsent. */
async function retryUntilDone(signal: AbortSignal, step: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (signal.aborted) throw error;
      await delay(1000, undefined, { signal }).catch(() => {});
    }
  }
}

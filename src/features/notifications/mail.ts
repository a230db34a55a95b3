import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { isConnected } from '../../access/presence.js';
import type { MailConfig } from '../../config/index.js';
import { backgroundRole } from '../../database/database-role.js';
import type { Jobs, Queue } from '../../jobs/jobs.js';
import { type Letter, type Line, letterOf } from './letter.js';
import { type MailLanguage, type MailTiming, usual } from './mail-preference.js';
import { post } from './post.js';

/** How long a mail waits for a member who is connected to read, or to leave, in seconds. */
const whileConnected = 15 * 60;

/** The next half past seven in the town, as SQL. */
const nextMorning = `(date_trunc('day', (now() at time zone 'Europe/Paris') - interval '7:30')
  + interval '1 day 7:30') at time zone 'Europe/Paris'`;

/**
 * The mails under way. A server that is down, or asks to come back later, is tried again until it takes the
 * mail, at last every quarter of an hour. An attempt may last as long as RFC 5321 lets a server think; it is
 * begun again within two minutes when its process dies.
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
    // Whoever takes the mail server away from the hub wants no mail: nothing waits for its return.
    if (!mail) return void (await work((em) => end(em, id)));
    const letter = await work((em) => begin(em, jobs, mail, id));
    if (!letter) return;
    const refused = await post(mail, letter, signal);
    if (refused) {
      log.warn({ mail: id, code: refused }, 'a mail was refused for good');
      return work((em) => refuse(em, id));
    }
    log.info({ mail: id }, 'a mail was sent');
    await insist(signal, () => work((em) => taken(em, jobs, mail, id)));
  },
};

/**
 * Plans a mail for each of the members that wants any, as a part of the transaction of `em`: soon, or in the
 * morning for a digest and for an address that the server has refused. Who has one under way gets the next
 * one when that is over.
 * @param connected whether they are connected now, so that the mail waits for longer
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
    where m.id = any (?::uuid[]) and m.email is not null and coalesce(p.timing, '${usual.timing}') <> 'NONE'`,
    [connected ? Math.max(gather, whileConnected) : gather, `{${members.join(',')}}`],
  )) as { member: string; due: string }[];
  const mails = wanted.map(({ member, due }) => ({ id: v7(), member, startAfter: new Date(due) }));
  // The update locks a mail under way: what ends that one will see what this transaction has added.
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

/** Fixes what a mail tells of, unless that was done before, and writes it; undefined when none is to be sent. */
async function begin(
  em: EntityManager,
  jobs: Jobs,
  mail: MailConfig,
  id: string,
): Promise<Letter | undefined> {
  const [to] = (await em.execute(
    `select m.id as member, m.email, t.name as partner, coalesce(p.language, '${usual.language}') as language,
      coalesce(p.timing, '${usual.timing}') as timing, m.deactivated_at is null as active,
      ${isConnected('m.id')} as connected, w.begun_at is not null as begun
    from pending_mail w join member m on m.id = w.member_id join partner t on t.id = m.partner_id
    left join mail_preference p on p.member_id = m.id
    where w.id = ? for update of w`,
    [id],
  )) as [Addressee?];
  if (!to) return undefined;
  if (!to.active || to.timing === 'NONE') {
    await end(em, id);
    return undefined;
  }
  if (!to.begun && to.connected) {
    await conclude(em, jobs, mail, id, true);
    return undefined;
  }
  if (!to.begun) {
    await em.execute('update pending_mail set begun_at = now() where id = ?', [id]);
    // What is being marked as read at this moment is passed over: nobody waits for anybody in a circle.
    await em.execute(
      `update notification set mail_id = ? where id in (select id from notification
        where member_id = ? and read_at is null and mail_id is null for update skip locked)`,
      [id, to.member],
    );
  }
  const lines = (await em.execute(
    `select n.kind, r.reference from notification n left join referral r on r.id = n.referral_id
    where n.mail_id = ? and n.read_at is null order by n.at, n.id`,
    [id],
  )) as Line[];
  if (lines.length > 0) return letterOf(id, to, lines, mail.hubUrl);
  await conclude(em, jobs, mail, id);
  return undefined;
}

/** Notes that the server has taken a mail. */
async function taken(em: EntityManager, jobs: Jobs, mail: MailConfig, id: string): Promise<void> {
  await em.execute(
    `update mail_preference set refused_at = null
    where refused_at is not null and member_id = (select member_id from pending_mail where id = ?)`,
    [id],
  );
  await conclude(em, jobs, mail, id);
}

/** Ends a mail, and plans the next one for what came in the meantime. */
async function conclude(
  em: EntityManager,
  jobs: Jobs,
  mail: MailConfig,
  id: string,
  connected = false,
): Promise<void> {
  const [ended] = await end(em, id);
  if (!ended) return;
  const unread = await em.execute(
    'select from notification where member_id = ? and read_at is null and mail_id is null limit 1',
    [ended.member],
  );
  if (unread.length > 0) await planMails(em, jobs, mail, [ended.member], connected);
}

/** Notes that an address is refused for good. What is unread comes with the next mail, a day later at the earliest. */
async function refuse(em: EntityManager, id: string): Promise<void> {
  const [ended] = await end(em, id);
  if (!ended) return;
  await em.execute('update notification set mail_id = null where mail_id = ?', [id]);
  await em.execute(
    `insert into mail_preference (member_id, refused_at) values (?, now())
    on conflict (member_id) do update set refused_at = coalesce(mail_preference.refused_at, excluded.refused_at)`,
    [ended.member],
  );
}

/** Takes a mail out of those under way; whose it was, unless that was done before. */
function end(em: EntityManager, id: string): Promise<{ member: string }[]> {
  return em.execute('delete from pending_mail where id = ? returning member_id as member', [id]);
}

/** Does again, every second, what fails because the database is away: a mail that was sent must not stay unsent in it. */
async function insist(signal: AbortSignal, step: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (signal.aborted) throw error;
      await delay(1000, undefined, { signal }).catch(() => {});
    }
  }
}

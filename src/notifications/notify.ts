import type { EntityManager } from '@mikro-orm/postgresql';
import type { Consumer, Told } from '../events/consume.js';
import { referralTopic } from '../referrals/index.js';
import { planMails } from './mail.js';
import { noticeOf } from './notice.js';

/**
 * Notifies members of what their partners are told. What was told before the hub could notify, such as a
 * demonstration town's past, is no news.
 */
export const notifyMembers: Consumer = {
  name: 'notifications',
  from: 'NOW',
  async consume(em, events, jobs, { mail }) {
    const notified = await notify(em, events);
    if (mail) await planMails(em, jobs, mail, notified);
    await countAsRead(em, events);
  },
};

/** Writes the notifications of the events; the members who got one. */
async function notify(em: EntityManager, events: readonly Told[]): Promise<string[]> {
  const news = events.flatMap(({ topic, kind, ...event }) => {
    const notice = noticeOf(topic, kind);
    if (!notice) return [];
    const { roles, side, handled } = notice.to;
    return [{ ...event, kind: notice.kind, roles, side, handled }];
  });
  if (news.length === 0) return [];
  const rows = (await em.execute(
    `insert into notification (id, member_id, kind, at, referral_id)
    select gen_random_uuid(), m.id, e.kind, e.at, r.id
    from jsonb_to_recordset(?::text::jsonb) as e("partnerId" uuid, "byId" uuid, "memberId" uuid, kind text,
      at timestamptz, subject uuid, roles text[], side text, handled boolean)
    left join referral r on r.id = e.subject
    left join member h on e.handled and h.partner_id = e."partnerId" and h.deactivated_at is null
      and h.id = case when r.from_id = e."partnerId" then r.created_by_id
        else (select a.member_id from referral_assignment a where a.referral_id = r.id) end
    join member m on m.partner_id = e."partnerId" and m.kind = 'PERSON' and m.deactivated_at is null
      and m.id is distinct from e."memberId"
      and case when h.id is null then m.role::text = any (e.roles) else m.id = h.id end
    where case e.side
      when 'SENDER' then r.from_id = e."partnerId"
      when 'RECEIVER' then r.to_id = e."partnerId"
      when 'OTHER' then e."partnerId" is distinct from e."byId"
      else true end
    returning member_id as member`,
    [JSON.stringify(news)],
  )) as { member: string }[];
  return [...new Set(rows.map((it) => it.member))];
}

/** Whoever acts on a referral has read what there was to read about it. */
async function countAsRead(em: EntityManager, events: readonly Told[]): Promise<void> {
  const acts = events.filter(({ topic, memberId }) => topic === referralTopic && memberId);
  if (acts.length === 0) return;
  await em.execute(
    `with acted as (select n.id, e.at
      from jsonb_to_recordset(?::text::jsonb) as e("memberId" uuid, subject uuid, at timestamptz)
      join notification n on n.member_id = e."memberId" and n.referral_id = e.subject and n.at <= e.at
        and n.read_at is null
      for update of n skip locked)
    update notification n set read_at = acted.at from acted where n.id = acted.id`,
    [JSON.stringify(acts)],
  );
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { fileReaders } from '../../access/role.js';
import type { Consumer, EventRecord } from '../../events/consumer-runner.js';
import { emitAsSystem, type SystemEvent } from '../../events/outbox.js';
import { planMails } from './mail.js';
import { noticeOf } from './notice.js';
import type { NotificationEventKind } from './notification-event.js';

/**
 * Notifies members of the events that their partners receive. It starts with the events that come after its first
 * run: earlier events, such as the history of a demonstration town, notify no member.
 */
export const notifyMembers: Consumer = {
  name: 'notifications',
  from: 'NOW',
  async consume(em, events, { jobs, config: { mail } }) {
    const added = await notify(em, events);
    if (mail) await planMails(em, jobs, mail, [...new Set(added.map(({ member }) => member))]);
    const read = await markAsRead(em, events);
    await emitAsSystem(em, [...added.map(eventOf('ADDED')), ...read.map(eventOf('READ'))]);
  },
};

/** A notification that was written or marked as read. */
interface Changed {
  readonly id: string;
  readonly member: string;
  readonly partner: string;
}

const eventOf =
  (kind: NotificationEventKind) =>
  ({ id, member, partner }: Changed): SystemEvent => ({
    partner,
    member,
    topic: 'NOTIFICATION',
    kind,
    subject: id,
  });

/** SQL: the columns of {@link Changed} from changed rows of `notification`. */
const changed =
  'id, member_id as member, (select m.partner_id from member m where m.id = member_id) as partner';

/**
 * Writes the notifications for the events, in their order, and returns them.
 *
 * For each event and partner it notifies the first of these groups that has a member:
 * 1. the member who handles the referral, if that member can still open it;
 * 2. all members in the roles of the notice;
 * 3. for a referral, all other members who can open it, so that every event notifies some member.
 *
 * A member who was invited and has never signed in does not count when a group is chosen, but is notified with the
 * others of the group.
 */
async function notify(em: EntityManager, events: readonly EventRecord[]): Promise<Changed[]> {
  const news = events.flatMap(({ topic, kind, ...event }) => {
    const notice = noticeOf(topic, kind);
    if (!notice) return [];
    const { roles, side, handled } = notice.to;
    return [{ ...event, kind: notice.kind, roles, side, handled, ofReferral: topic === 'REFERRAL' }];
  });
  if (news.length === 0) return [];
  return (await em.execute(
    `with news as (
      select row_number() over () as place, e.*, r.id as referral_id, case when e.handled then case
          when r.from_id = e."partnerId" then r.created_by_id
          else (select a.member_id from referral_assignment a where a.referral_id = r.id) end end as handler_id
      from jsonb_to_recordset(?::text::jsonb) as e("partnerId" uuid, "byId" uuid, "memberId" uuid, kind text,
        at timestamptz, subject uuid, roles text[], side text, handled boolean, "ofReferral" boolean)
      left join referral r on r.id = e.subject
      where case e.side
        when 'SENDER' then r.from_id = e."partnerId"
        when 'RECEIVER' then r.to_id = e."partnerId"
        when 'OTHER' then e."partnerId" is distinct from e."byId"
        else true end
    ), candidate as (
      select n.place, m.id as member_id, m.subject is not null as signs_in, n."memberId" = m.id as acted, case
          when m.id = n.handler_id then 0
          when m.role::text = any (n.roles) then 1
          when n."ofReferral" and cardinality(n.roles) > 0 then 2 end as turn
      from news n
      join member m on m.partner_id = n."partnerId" and m.kind = 'PERSON' and m.deactivated_at is null
      where not n."ofReferral" or m.role::text = any (string_to_array(?, ' '))
    ), chosen as (
      select c.*, coalesce(min(turn) filter (where signs_in and (turn = 0 or acted is not true)) over its,
        min(turn) over its) as first
      from candidate c where turn is not null
      window its as (partition by place)
    )
    insert into notification (id, member_id, kind, at, referral_id, subject)
    select gen_random_uuid(), c.member_id, n.kind, n.at, n.referral_id, n.subject
    from chosen c join news n using (place)
    where c.turn = c.first and c.acted is not true
    order by c.place
    returning ${changed}`,
    [JSON.stringify(news), fileReaders.join(' ')],
  )) as Changed[];
}

/** Marks a referral's notifications as read for the member who acts on the referral, and returns them. */
async function markAsRead(em: EntityManager, events: readonly EventRecord[]): Promise<Changed[]> {
  const actions = events.filter(({ topic, memberId }) => topic === 'REFERRAL' && memberId);
  if (actions.length === 0) return [];
  return (await em.execute(
    `with acted as (select n.id as notification, e.at as acted_at
      from jsonb_to_recordset(?::text::jsonb) as e("memberId" uuid, subject uuid, at timestamptz)
      join notification n on n.member_id = e."memberId" and n.referral_id = e.subject and n.at <= e.at
        and n.read_at is null
      for update of n skip locked)
    update notification set read_at = acted_at from acted where id = notification returning ${changed}`,
    [JSON.stringify(actions)],
  )) as Changed[];
}

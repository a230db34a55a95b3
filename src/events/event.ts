import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { inOneOf, inRole, me, myself, protectsData, readsFiles } from '../access/policies.js';

const ofClause = `topic = 'CLAUSE'`;

const ofMember = `topic = 'NOTIFICATION'`;

const facilitates = inRole('CLAUSE_FACILITATOR');

const watchesQuestions = inOneOf(['COORDINATOR', 'DATA_PROTECTION_OFFICER']);

/**
 * A domain event, addressed to one partner, or to one member of it. It has the kind of change and the ids of the
 * objects, never content.
 *
 * A command writes one row for each partner concerned, in its own transaction. Readers order by (`xid`, `id`) and
 * read only below the oldest running transaction, because a later transaction may commit first. Within one
 * transaction the ids increase.
 */
@Entity({
  tableName: 'event',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'addressee',
      command: 'select',
      roles: ['hub_partner'],
      using: `partner_id = ${me} and case when ${ofClause} then ${facilitates} when topic = 'RETENTION' then ${protectsData} when topic = any (array['RELEASE', 'UNANSWERED']) then ${inRole('COORDINATOR')} when topic = 'QUESTION' then ${watchesQuestions} when ${ofMember} then to_member_id = ${myself} else ${readsFiles} end`,
    },
    {
      name: 'webhooks',
      type: 'restrictive',
      command: 'select',
      roles: ['hub_partner'],
      using: `topic <> 'WEBHOOK' or ${inRole('PARTNER_ADMINISTRATOR')}`,
    },
    {
      name: 'act',
      command: 'insert',
      roles: ['hub_partner'],
      check: `topic <> 'NOTIFICATION' and (${readsFiles} or ${facilitates} and ${ofClause} and partner_id = ${me})
        and xid = pg_current_xact_id() and by_id = ${me} and member_id = ${myself}`,
    },
    {
      name: 'own',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${ofMember} and partner_id = ${me} and to_member_id = ${myself}
        and xid = pg_current_xact_id() and by_id = ${me} and member_id = ${myself}`,
    },
    {
      name: 'system',
      command: 'insert',
      roles: ['hub_system'],
      check: 'xid = pg_current_xact_id() and by_id is null',
    },
    {
      name: 'coordinate',
      command: 'insert',
      roles: ['hub_system'],
      check: `topic = 'REFERRAL' and kind = 'ENTERED_IN_ERROR' and xid = pg_current_xact_id()
        and ${inRole('COORDINATOR')} and by_id = ${me} and member_id = ${myself}`,
    },
    {
      name: 'setup',
      command: 'insert',
      roles: ['hub_setup'],
      check: `topic = 'MEMBER' and xid = pg_current_xact_id() and by_id is null and member_id is null`,
    },
    { name: 'relay', command: 'select', roles: ['hub_system'], using: 'true' },
  ],
})
@Check({ name: 'event_to_member', expression: `(${ofMember}) = (to_member_id is not null)` })
@Index({
  name: 'event_of_replaced',
  expression: 'create index event_of_replaced on event (replaced) where replaced is not null',
})
@Index({ name: 'event_order', properties: ['xid', 'id'] })
@Index({ name: 'event_of_subject', properties: ['subject'] })
@Index({ name: 'event_of_partner', properties: ['partnerId', 'topic', 'xid', 'id'] })
export class Event {
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();

  @Property({ type: 'text', columnType: 'xid8', defaultRaw: 'pg_current_xact_id()' })
  xid!: string;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  at!: Date;

  /** The recipient. */
  @Property({ type: 'uuid' })
  partnerId!: string;

  /** The member of the recipient to whom alone the event is addressed; null for the other topics. */
  @Property({ type: 'uuid', nullable: true })
  toMemberId?: string | null;

  /** The type of object that the event is about: `REFERRAL`, `PATHWAY`, … */
  @Property({ type: 'text' })
  topic!: string;

  /** What happened to the object: `SENT`, `OPENED`, … */
  @Property({ type: 'text' })
  kind!: string;

  /** The id of the object that the event is about. */
  @Property({ type: 'uuid' })
  subject!: string;

  /** The former id of the object, by which the partner knew it, when `subject` has replaced it. */
  @Property({ type: 'uuid', nullable: true })
  replaced?: string | null;

  /** The partner that caused the event; null when the hub itself did. */
  @Property({ type: 'uuid', nullable: true })
  byId?: string | null;

  @Property({ type: 'uuid', nullable: true })
  memberId?: string | null;
}

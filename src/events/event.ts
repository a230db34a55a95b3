import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { inRole, me, myself, protectsData, readsFiles } from '../access/policies.js';

const ofClause = `topic = 'CLAUSE'`;

const facilitates = inRole('CLAUSE_FACILITATOR');

/**
 * What a partner is told: an act, by its kind and by the ids of what it touched, never by content.
 *
 * An act writes one row for each partner that it concerns, in its own transaction. Readers order by
 * (`xid`, `id`) and read below the oldest transaction still running, because a later transaction may
 * commit first; within one transaction the hub makes ids that grow.
 */
@Entity({
  tableName: 'event',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'addressee',
      command: 'select',
      roles: ['hub_partner'],
      using: `partner_id = ${me} and case when ${ofClause} then ${facilitates} when topic = 'RETENTION' then ${protectsData} when topic = 'UNANSWERED' then ${inRole('COORDINATOR')} else ${readsFiles} end`,
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
      check: `(${readsFiles} or ${facilitates} and ${ofClause} and partner_id = ${me})
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
@Index({
  name: 'event_of_replaced',
  expression: 'create index event_of_replaced on event (replaced) where replaced is not null',
})
@Index({ name: 'event_order', properties: ['xid', 'id'] })
@Index({ name: 'event_of_partner', properties: ['partnerId', 'topic', 'xid', 'id'] })
export class Event {
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();

  @Property({ type: 'text', columnType: 'xid8', defaultRaw: 'pg_current_xact_id()' })
  xid!: string;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  at!: Date;

  /** The partner that is told. */
  @Property({ type: 'uuid' })
  partnerId!: string;

  /** What sort of object it is about: `REFERRAL`, `PATHWAY`, … */
  @Property({ type: 'text' })
  topic!: string;

  /** What happened to it: `SENT`, `OPENED`, … */
  @Property({ type: 'text' })
  kind!: string;

  /** The id of the object that it is about. */
  @Property({ type: 'uuid' })
  subject!: string;

  /** The id by which the partner knew the object until then, where another one took its place. */
  @Property({ type: 'uuid', nullable: true })
  replaced?: string | null;

  /** The partner that acted; null for the hub itself. */
  @Property({ type: 'uuid', nullable: true })
  byId?: string | null;

  @Property({ type: 'uuid', nullable: true })
  memberId?: string | null;
}

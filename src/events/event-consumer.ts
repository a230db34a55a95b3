import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** How far a part of the hub has come in the events, for all processes. See `consume.ts`. */
@Entity({
  tableName: 'event_consumer',
  rowLevelSecurity: 'force',
  policies: [{ name: 'place', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
export class EventConsumer {
  @PrimaryKey({ type: 'text' })
  name!: string;

  /** The place of the last event consumed, in the order of events. */
  @Property({ type: 'text', columnType: 'xid8' })
  xid!: string;

  @Property({ type: 'uuid' })
  id!: string;
}

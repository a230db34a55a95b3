import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** The position of a consumer in the events, shared by all processes. See `consumer-runner.ts`. */
@Entity({
  tableName: 'event_consumer',
  rowLevelSecurity: 'force',
  policies: [{ name: 'place', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
export class EventConsumer {
  @PrimaryKey({ type: 'text' })
  name!: string;

  /** The position of the last consumed event, in the order of events. */
  @Property({ type: 'text', columnType: 'xid8' })
  xid!: string;

  @Property({ type: 'uuid' })
  id!: string;
}

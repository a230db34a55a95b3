import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { Webhook } from './webhook.js';

/** What signs the messages of a webhook, sealed: see `signing.ts`. No member's operation ever reads it. */
@Entity({
  tableName: 'webhook_secret',
  rowLevelSecurity: 'force',
  policies: [{ name: 'sign', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
export class WebhookSecret {
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();

  @ManyToOne(() => Webhook, { deleteRule: 'cascade' })
  @Index()
  webhook!: Webhook;

  @Property({ type: 'text' })
  sealed!: string;

  /** Until when it signs, once there is a newer one. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  endsAt?: Date | null;
}

import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { Webhook } from './webhook.js';

/** A secret that signs the messages of a webhook, encrypted: see `signing.ts`. No operation of a member can read it. */
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

  /** When the secret stops signing; set once there is a newer secret. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  endsAt?: Date | null;
}

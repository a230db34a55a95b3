import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Member } from '../partners/index.js';

/**
 * A mail that waits to be sent, at most one per member. It holds no text: the text is written when the mail is
 * sent, from the notifications that are unread then. Once sending has begun, the set of notifications is fixed,
 * because the server may already have received the mail.
 */
@Entity({
  tableName: 'pending_mail',
  rowLevelSecurity: 'force',
  policies: [{ name: 'mail', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
export class PendingMail {
  /** Also the id of its job; the Message-ID is made from it. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Member, { deleteRule: 'cascade' })
  @Unique()
  member!: Member;

  @Property({ type: 'datetime', length: 3, nullable: true })
  begunAt?: Date | null;
}

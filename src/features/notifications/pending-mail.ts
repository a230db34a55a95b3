import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Member } from '../partners/index.js';

/**
 * A mail that is to be sent, at most one for each member. It holds no text: that is written when it is sent,
 * from what is unread then. Once sending has begun, what it tells of is fixed: the server may have got it.
 */
@Entity({
  tableName: 'pending_mail',
  rowLevelSecurity: 'force',
  policies: [{ name: 'mail', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
export class PendingMail {
  /** The id of its job, too, and what its Message-ID is made of. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Member, { deleteRule: 'cascade' })
  @Unique()
  member!: Member;

  @Property({ type: 'datetime', length: 3, nullable: true })
  begunAt?: Date | null;
}

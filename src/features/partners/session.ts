import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { systemRole } from '../../database/database-role.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';
import { Member } from './member.js';

/**
 * A browser session of a signed-in person. The browser's cookie holds a random number; the table stores only
 * its digest. Read access to the table is therefore not enough to sign in.
 */
@Entity({
  tableName: 'session',
  rowLevelSecurity: 'force',
  policies: [{ name: 'sign_in', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
@Index({ name: 'session_of_subject', properties: ['subject'] })
export class BrowserSession {
  /** SHA-256 digest of the random number in the cookie. */
  @PrimaryKey({ type: 'text' })
  id!: string;

  /** The person’s subject (`sub`) at the identity provider. */
  @Property({ type: 'text' })
  subject!: string;

  /** The e-mail address that the identity provider has verified. Invitations are matched by it. */
  @Property({ type: 'text', nullable: true })
  email?: string | null;

  /** The identity provider’s session id (`sid`), if it sent one. The provider uses it to end the session. */
  @Property({ type: 'text', nullable: true })
  providerSession?: string | null;

  /** The membership that the person has chosen; null when the person has only one. */
  @ManyToOne(() => Member, { nullable: true, deleteRule: 'cascade' })
  member?: Member | null;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  createdAt!: Date;

  /** When the last request came, accurate to the minute. */
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  seenAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;
}

/** Deletes expired sessions: nothing is kept of a session once it has ended. */
export const endOldSessions: PeriodicTask = {
  name: 'old sessions',
  every: 60 * 60 * 1000,
  run: ({ database }) =>
    database.write(systemRole, async (em) => {
      await em.execute('delete from session where expires_at <= now()');
    }),
};

import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { systemRole } from '../../database/database-role.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';
import { Member } from './member.js';

/**
 * That somebody has signed in with a browser. The browser's cookie holds a random number, and the table
 * its digest alone: who reads the table can sign in as nobody.
 */
@Entity({
  tableName: 'session',
  rowLevelSecurity: 'force',
  policies: [{ name: 'sign_in', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
@Index({ name: 'session_of_subject', properties: ['subject'] })
export class BrowserSession {
  /** SHA-256 of the cookie's number. */
  @PrimaryKey({ type: 'text' })
  id!: string;

  /** What the identity provider calls the person. */
  @Property({ type: 'text' })
  subject!: string;

  /** The address that the identity provider has verified: invitations are found by it. */
  @Property({ type: 'text', nullable: true })
  email?: string | null;

  /** What the identity provider calls its own session, if it says so: it may end it. */
  @Property({ type: 'text', nullable: true })
  providerSession?: string | null;

  /** The membership that the person has chosen; null for the only one. */
  @ManyToOne(() => Member, { nullable: true, deleteRule: 'cascade' })
  member?: Member | null;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  createdAt!: Date;

  /** The last request, to the minute. */
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  seenAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;
}

/** A session is no record: once it has ended, nothing is kept of it. */
export const endOldSessions: PeriodicTask = {
  name: 'old sessions',
  every: 60 * 60 * 1000,
  run: ({ database }) =>
    database.write(systemRole, async (em) => {
      await em.execute('delete from session where expires_at <= now()');
    }),
};

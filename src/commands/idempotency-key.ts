import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { myself } from '../access/policies.js';

/** A command that ran under a key of the client's choice, and its result. */
@Entity({
  tableName: 'idempotency_key',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'own',
      command: 'all',
      roles: ['hub_partner'],
      using: `member_id = ${myself}`,
      check: `member_id = ${myself}`,
    },
  ],
})
export class IdempotencyKey {
  @PrimaryKey({ type: 'uuid' })
  memberId!: string;

  /** The mutation's name: the same key may serve different commands. */
  @PrimaryKey({ type: 'text' })
  command!: string;

  @PrimaryKey({ type: 'text' })
  key!: string;

  /** Keyed digest of the input. */
  @Property({ type: 'text' })
  input!: string;

  /** What the payload is made from: the key of its object, or why the act was refused. */
  @Property({ type: 'json', nullable: true })
  outcome?: unknown;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  at!: Date;
}

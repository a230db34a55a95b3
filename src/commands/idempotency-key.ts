import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { myself } from '../access/policies.js';

/** A command that ran with an idempotency key of the client, and its result. */
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

  /** The mutation's name: the same key may be used for different commands. */
  @PrimaryKey({ type: 'text' })
  command!: string;

  @PrimaryKey({ type: 'text' })
  key!: string;

  /** A keyed digest of the input. */
  @Property({ type: 'text' })
  input!: string;

  /** The stored result: the key of the payload's object, or the reasons of a committed refusal. */
  @Property({ type: 'json', nullable: true })
  outcome?: unknown;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  at!: Date;
}

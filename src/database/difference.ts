import { MikroORM } from '@mikro-orm/postgresql';
import { type Entities, ormOptions } from './database.js';

/** Schemas with hand-written SQL: functions for row policies, exit frames, the login's password, the counting and the views of the committee's figures, the audit, records of merges, erasure, and pg-boss jobs. */
const byHand = ['access', 'frames', 'private', 'facts', 'committee', 'audit', 'merges', 'rights', 'jobs'];

/**
 * The hub's triggers. They redirect rows of merged persons, write search
 * keys and last contacts, check agreements against withdrawals and dates against births, keep sent referrals unchanged,
 * and notify of changed memberships and sessions.
 */
const ownTriggers =
  /\bdrop (trigger|function) .*(merged_|name_keys_|contact_followed|consent_|born_|not_before_birth|only_drafts_change|sign_in_changed)/;

/**
 * The statements that would bring a migrated database in line with the entities: tables, columns, types, indexes, row
 * security and policies. Not compared, because the entities do not declare them: the hand-written schemas, the
 * triggers (see `ownTriggers`), the policies for merges and erasure on tables that name a person, sequences, grants,
 * and the migrations table.
 */
export async function schemaDifference(ownerUrl: string, entities: Entities): Promise<string[]> {
  const orm = new MikroORM({
    ...ormOptions(ownerUrl, entities),
    schemaGenerator: { ignoreSchema: byHand },
  });
  try {
    const text = await orm.schema.getUpdateSchemaSQL({ wrap: false });
    return text
      .split(/;\n+/)
      .map((statement) => statement.trim())
      .filter(
        (statement) =>
          statement !== '' &&
          !ownTriggers.test(statement) &&
          !/\bdrop policy .*"(erase|merge)"|\bdrop (constraint|index) "?\w+_person"?/.test(statement),
      );
  } finally {
    await orm.close();
  }
}

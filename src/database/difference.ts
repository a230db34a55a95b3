import { MikroORM } from '@mikro-orm/postgresql';
import { type Entities, ormOptions } from './database.js';

/** Schemas that migrations write by hand: functions that policies ask, the exit frames', the login's password, the committee's facts and views, the audit, what merges moved, erasure, and pg-boss' jobs. */
const byHand = ['access', 'frames', 'private', 'facts', 'committee', 'audit', 'merges', 'rights', 'jobs'];

/**
 * Triggers note changes for the committee's facts, follow merges, write what searches find, hold agreements to
 * withdrawals and days to births, and keep what a sent referral says.
 */
const ownTriggers =
  /\bdrop (trigger|function) .*(facts_|merged_|name_keys_|consent_|born_|not_before_birth|only_drafts_change)/;

/**
 * The statements that would bring a migrated database to what the entities say: tables, columns, types,
 * indexes, row security and policies. Not compared, because entities do not know them: the schemas
 * written by hand, the triggers (see `ownTriggers`), the policies by which merges and erasure reach whatever names
 * a person, sequences, rights, and the table of
 * migrations.
 */
export async function schemaDifference(ownerUrl: string, entities: Entities): Promise<string[]> {
  const orm = await MikroORM.init({
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

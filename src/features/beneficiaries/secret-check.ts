import { hkdfSync } from 'node:crypto';
import type pg from 'pg';
import { connect } from '../../database/migrate.js';
import { StartError } from '../../start-error.js';
import { fingerprint, type PersonIdentity } from './identity.js';

/**
 * Checks that the secret is the one that the persons in a migrated database are recognised by. The first
 * secret that a database is used with is kept, as a check value that only the owner reads and that does not
 * give the secret away; where persons were registered before there was a check value, it must fit them.
 * @param ownerUrl the owner's, who may become `hub_access`
 * @throws StartError when it is another one
 */
export async function checkSecret(ownerUrl: string, secret: string): Promise<void> {
  const owner = await connect(ownerUrl, 'DATABASE_URL');
  try {
    const value = checkValue(secret);
    let kept = await keptValue(owner);
    if (kept === undefined && (await fitsPersons(owner, secret))) {
      // Another process may have been first, and then its value stays.
      await owner.query('insert into private.secret_check (value) values ($1) on conflict do nothing', [
        value,
      ]);
      kept = await keptValue(owner);
    }
    if (kept !== value) throw new StartError(refusal);
  } finally {
    await owner.end();
  }
}

const refusal =
  'HUB_SECRET is not the one that this database was set up with, so persons whom it knows would be registered twice: set that one (or none, if the database was set up in demonstration mode without), or use an empty database.';

/** How many persons are tried: more than one, because a name may have been normalised in another way once. */
const tried = 100;

function checkValue(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'check value', 32)).toString('base64url');
}

async function keptValue(owner: pg.Client): Promise<string | undefined> {
  const { rows } = await owner.query<{ value: string }>('select value from private.secret_check');
  return rows[0]?.value;
}

/** Whether a person has the fingerprint that this secret makes, or there is no person yet. */
async function fitsPersons(owner: pg.Client, secret: string): Promise<boolean> {
  await owner.query('begin read only; set local role hub_access');
  try {
    const { rows } = await owner.query<PersonIdentity & { fingerprint: string }>(
      `select first_name as "firstName", last_name as "lastName", birth_date::text as "birthDate", fingerprint
       from beneficiary order by id desc limit ${tried}`,
    );
    return rows.length === 0 || rows.some((person) => fingerprint(secret, person) === person.fingerprint);
  } finally {
    await owner.query('rollback');
  }
}

import { hkdfSync } from 'node:crypto';
import type pg from 'pg';
import { demonstrationSecret } from '../../config/index.js';
import { connect } from '../../database/migrate.js';
import { StartError } from '../../start-error.js';
import { fingerprint, type PersonIdentity } from './identity.js';

/**
 * Checks that the secret is the one with which the fingerprints in a migrated database were made. The first use of a
 * database stores a check value of the secret, from which the secret cannot be derived; only the owner can read it.
 * When persons were registered before there was a check value, the secret must match their fingerprints. The public
 * secret of demonstration mode is replaced as long as no person is registered. No other secret is: two processes with
 * different secrets on an empty database would then replace each other's.
 * @param ownerUrl the connection URL of the owner, who may take the role `hub_access`
 * @throws StartError when the database was set up with another secret
 */
export async function checkSecret(ownerUrl: string, secret: string): Promise<void> {
  const owner = await connect(ownerUrl, 'DATABASE_URL');
  try {
    const value = checkValue(secret);
    let kept = await keptValue(owner);
    if (kept === undefined && (await fitsPersons(owner, secret))) {
      // Another process may have stored its value first; that value stays.
      await owner.query('insert into private.secret_check (value) values ($1) on conflict do nothing', [
        value,
      ]);
      kept = await keptValue(owner);
    } else if (kept !== value && kept === checkValue(demonstrationSecret) && !(await hasPersons(owner))) {
      await owner.query('update private.secret_check set value = $1 where value = $2', [value, kept]);
      kept = await keptValue(owner);
    }
    if (kept !== value) throw new StartError(refusal);
  } finally {
    await owner.end();
  }
}

const refusal =
  'HUB_SECRET is not the one that this database was set up with, so registered persons would not be recognised and would be registered twice. Set the original secret (or none, if the database was set up in demonstration mode without a secret), or use an empty database.';

/** The number of persons that are checked: several, because earlier versions may have normalised a name differently. */
const sampleSize = 100;

function checkValue(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'check value', 32)).toString('base64url');
}

async function keptValue(owner: pg.Client): Promise<string | undefined> {
  const { rows } = await owner.query<{ value: string }>('select value from private.secret_check');
  return rows[0]?.value;
}

/** Whether the secret reproduces the fingerprint of at least one person, or there is no person yet. */
async function fitsPersons(owner: pg.Client, secret: string): Promise<boolean> {
  const persons = await newestPersons(owner);
  return persons.length === 0 || persons.some((person) => fingerprint(secret, person) === person.fingerprint);
}

async function hasPersons(owner: pg.Client): Promise<boolean> {
  return (await newestPersons(owner)).length > 0;
}

async function newestPersons(owner: pg.Client): Promise<(PersonIdentity & { fingerprint: string })[]> {
  await owner.query('begin read only; set local role hub_access');
  try {
    const { rows } = await owner.query<PersonIdentity & { fingerprint: string }>(
      `select first_name as "firstName", last_name as "lastName", birth_date::text as "birthDate", fingerprint
       from beneficiary order by id desc limit ${sampleSize}`,
    );
    return rows;
  } finally {
    await owner.query('rollback');
  }
}

import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';

const whole = { broken_change: null, broken_pseudonym: null };

describe('the audit’s table of pseudonyms', () => {
  const hub = testHub();
  let client: Client;
  let partner: SeededPartner;
  let person: string;
  let other: string;

  const keyOf = (id: string) => String(id.split('_')[1]);
  const verified = async () => (await hub.owner('select * from audit.verify_subjects()'))[0];
  const pseudonymOf = async (id: string) =>
    (
      await hub.owner<{ pseudonym: string }>(
        'select pseudonym from audit.subject where beneficiary_id = $1',
        [keyOf(id)],
      )
    )[0]?.pseudonym;
  /** Runs an attack as superuser with triggers off, in a transaction that is rolled back; returns what `audit.verify_subjects` finds. */
  const tampered = async (sql: string) => {
    const error = await hub
      .owner(
        `do $$ declare found record; begin
           set local session_replication_role = replica;
           ${sql};
           select broken_change, broken_pseudonym into found from audit.verify_subjects();
           raise exception 'found % %', found.broken_change, found.broken_pseudonym;
         end $$`,
      )
      .then(() => undefined)
      .catch((thrown: Error) => thrown);
    const [, change, pseudonym] = /^found (\S+) (\S+)$/.exec(error?.message ?? '') ?? [error?.message];
    return { change, pseudonym };
  };

  beforeAll(async () => {
    ({ client, partner } = await hub.town.caseworker());
    person = await registerPerson(client);
    other = await registerPerson(client);
    await client.data(`{ nodes(ids: ["${person}", "${other}"]) { id } }`);
  });

  it('verifies after persons were shown, merged and erased', async () => {
    const pseudonyms = Number((await verified())?.['pseudonyms']);
    expect(await verified()).toMatchObject(whole);
    const [kept, duplicate] = [await registerPerson(client), await registerPerson(client)];
    await client.data(`{ nodes(ids: ["${kept}", "${duplicate}"]) { id } }`);
    const officer = await hub.town.signedInMember(partner, 'DATA_PROTECTION_OFFICER');
    const merge = await runCommand(
      client,
      'mergeBeneficiaries',
      validInput.mergeBeneficiaries(kept, duplicate),
    );
    expect(await verified()).toEqual({ ...whole, pseudonyms: String(pseudonyms + 2) });
    await runCommand(client, 'undoMerge', { merge: merge.id });
    expect(await verified()).toEqual({ ...whole, pseudonyms: String(pseudonyms + 2) });
    await runCommand(officer.client, 'eraseBeneficiary', {
      ...{ idempotencyKey: randomUUID(), beneficiary: kept, reason: 'REQUEST' },
    });
    expect(await verified()).toEqual({ ...whole, pseudonyms: String(pseudonyms + 1) });
  });

  it.each([
    [
      'changed',
      () =>
        `update audit.subject set beneficiary_id = '${keyOf(other)}' where beneficiary_id = '${keyOf(person)}'`,
    ],
    ['removed', () => `delete from audit.subject where beneficiary_id = '${keyOf(person)}'`],
  ])('detects a pseudonym that was %s', async (_, sql) => {
    expect(await tampered(sql())).toEqual({ change: '<NULL>', pseudonym: await pseudonymOf(person) });
  });

  it('detects a pseudonym that was added', async () => {
    const added = '00000000-0000-4000-8000-000000000000';
    const sql = `insert into audit.subject (pseudonym, beneficiary_id) values ('${added}', '${keyOf(person)}')`;
    expect(await tampered(sql)).toEqual({ change: '<NULL>', pseudonym: added });
  });

  it.each([
    ['changed', 'update audit.subject_change set commitment = previous where id = 1', '1'],
    ['deleted', 'delete from audit.subject_change where id = 1', '2'],
    [
      'deleted at the end',
      'delete from audit.subject_change where id = (select id from audit.subject_head)',
      'last',
    ],
  ])('detects an entry of its change log that was %s', async (_, sql, found) => {
    const [head] = await hub.owner<{ id: string }>('select id from audit.subject_head');
    expect((await tampered(sql)).change).toBe(found === 'last' ? head?.id : found);
  });

  it.each([
    'update audit.subject set beneficiary_id = beneficiary_id',
    'update audit.subject set salt = gen_random_uuid()',
    'delete from audit.subject',
    'insert into audit.subject (beneficiary_id) select id from beneficiary',
    'truncate audit.subject',
    'update audit.subject_change set commitment = null',
    'delete from audit.subject_change',
    'truncate audit.subject_change',
  ])('cannot be changed by its owner while its triggers are enabled: %s', async (statement) => {
    await expect(hub.owner(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is verified by `npm run audit:verify`', async () => {
    await hub.owner(
      `begin; set local session_replication_role = replica;
       update audit.subject set salt = gen_random_uuid() where beneficiary_id = '${keyOf(person)}'; commit`,
    );
    const verify = promisify(execFile)(process.execPath, ['dist/scripts/audit-verify.js'], {
      env: { ...process.env, DATABASE_URL: hub.ownerUrl },
    });
    await expect(verify).rejects.toMatchObject({
      code: 1,
      stderr: `The pseudonym ${await pseudonymOf(person)} was changed, added or removed.\n`,
    });
  });
});

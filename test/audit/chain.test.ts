import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { operationRoles } from '../../src/database/roles.js';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededMember } from '../kit/town.js';

describe('the chain of the audit', () => {
  const hub = testHub();
  let client: Client;
  let member: SeededMember;
  let person: string;

  beforeAll(async () => {
    ({ client, member } = await hub.town.caseworker());
    person = await registerPerson(client);
  });
  const verified = async () => {
    const [row] = await hub.owner<{ entries: string; broken: string | null }>('select * from audit.verify()');
    return { entries: Number(row?.entries), broken: row?.broken == null ? null : Number(row.broken) };
  };
  const look = () => client.data(`{ beneficiary(id: "${person}") { id } }`);
  /** Runs an attack as superuser in a transaction that is rolled back; returns where `audit.verify` finds the chain broken. */
  const tampered = async (sql: string) => {
    const [row] = await hub
      .owner<{ broken: string | null }>(
        `do $$ declare b bigint; begin
           set local session_replication_role = replica;
           ${sql};
           select broken into b from audit.verify();
           raise exception 'found %', b;
         end $$`,
      )
      .catch((error: Error) => [{ broken: /found (.*)/.exec(error.message)?.[1] ?? error.message }]);
    return row?.broken;
  };

  it('stays one chain with two processes writing concurrently', async () => {
    const before = await verified();
    const second = await hub.startAnother();
    const clients = [client, await second.as(member)];
    await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        (clients[i % 2] as Client).data(`{ beneficiary(id: "${person}") { id } }`),
      ),
    );
    await second.stop();
    expect(await verified()).toEqual({ entries: before.entries + 200, broken: null });
  });

  it.each([...operationRoles])('cannot be updated, deleted, truncated or altered by %s', async (role) => {
    for (const statement of [
      "update audit.entry set operation = 'x'",
      'delete from audit.entry',
      'truncate audit.entry',
      'drop table audit.entry',
      'update audit.head set id = 0',
      'delete from audit.subject',
      'alter table audit.entry disable trigger all',
    ]) {
      await expect(hub.owner(`begin; set local role ${role}; ${statement}`)).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it('cannot be changed by its owner while its triggers are enabled', async () => {
    for (const statement of [
      "update audit.entry set operation = 'x'",
      'delete from audit.entry',
      'truncate audit.entry',
    ]) {
      await expect(hub.owner(statement)).rejects.toMatchObject({ code: '42501' });
      await expect(hub.owner(`begin; set local role hub_audit; ${statement}`)).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it.each([
    ['a changed entry', "update audit.entry set operation = 'x' where id = 3", '3'],
    ['a changed list of persons in an entry', "update audit.entry set subjects = '{}' where id = 4", '4'],
    ['a deleted entry', 'delete from audit.entry where id = 5', '6'],
    [
      'a changed entry with a recomputed hash',
      "update audit.entry e set operation = 'x', hash = sha256(previous || audit.content(id, at, member_id, partner_id, role, via, 'x', subjects, e.found)) where id = 3",
      '4',
    ],
    ['deleted last entries', 'delete from audit.entry where id > 7', '8'],
  ])('detects a superuser’s attack: %s', async (_, edit, found) => {
    expect(await tampered(edit)).toBe(found);
  });

  it('is verified by `npm run audit:verify`', async () => {
    const verify = () =>
      promisify(execFile)(process.execPath, ['dist/scripts/audit-verify.js'], {
        env: { ...process.env, DATABASE_URL: hub.ownerUrl },
      });
    expect((await verify()).stdout).toMatch(/^The audit log is intact: \d+ entries, \d+ pseudonyms\.$/m);
    const forge = (hash: string) => hub.owner(`update audit.head set hash = ${hash}`);
    await forge("hash || 'x'::bytea");
    await expect(verify()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('broken') });
    await forge('substr(hash, 1, 32)');
  });

  describe('after its retention period', () => {
    beforeEach(look);

    it('is dropped by months, only by the role hub_retention, and still verifies', async () => {
      for (const months of [20, 14])
        await hub.owner(
          `set role hub_audit; select audit.partition_for(now() - interval '${months} months')`,
        );
      await hub.owner(`do $$ declare
          h bytea; t timestamptz; old audit.head; e record;
        begin
          set local session_replication_role = replica;
          create temp table kept on commit drop as select * from audit.entry order by id;
          delete from audit.entry;
          update audit.head set id = 0, hash = sha256('partner hub audit'::bytea);
          -- Rebuild the same chain with entries that begin twenty months ago.
          select * into old from audit.head;
          for e in select k.*, row_number() over (order by k.id) as n from kept k order by k.id loop
            t := case when e.n <= 5 then now() - interval '20 months' when e.n <= 9 then now() - interval '14 months' else e.at end;
            t := date_trunc('milliseconds', t);
            h := sha256(old.hash || audit.content(e.n, t, e.member_id, e.partner_id, e.role, e.via, e.operation, e.subjects, e.found));
            insert into audit.entry (id, at, member_id, partner_id, role, via, operation, subjects, found, previous, hash)
              values (e.n, t, e.member_id, e.partner_id, e.role, e.via, e.operation, e.subjects, e.found, old.hash, h);
            old.hash := h; old.id := e.n;
          end loop;
          update audit.head set id = old.id, hash = old.hash;
        end $$`);
      const { entries, broken } = await verified();
      expect(broken).toBeNull();
      const expire = (role: string, months: number) =>
        hub.owner(`begin; set local role ${role}; select audit.expire(${months}); commit`);
      await expect(expire('hub_system', 12)).rejects.toMatchObject({ code: '42501' });
      await expect(expire('hub_retention', 5)).rejects.toMatchObject({ code: '22023' });
      await expire('hub_retention', 18);
      expect(await verified()).toEqual({ entries: entries - 5, broken: null });
      await expire('hub_retention', 12);
      expect(await verified()).toEqual({ entries: entries - 9, broken: null });
      await look();
      expect(await verified()).toEqual({ entries: entries - 8, broken: null });
      expect(await tampered('delete from audit.entry where id = 10')).toBe('11');
    });
  });
});

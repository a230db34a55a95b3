import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../../src/database/database.js';
import { schemaDifference } from '../../src/database/difference.js';
import { entities } from '../../src/features/index.js';
import { asOwner } from '../kit/database.js';
import { testHub } from '../kit/hub.js';

interface Policy {
  readonly tablename: string;
  readonly policyname: string;
}

describe('the migrated database and the entities', () => {
  const hub = testHub();

  it('agree on tables, columns, types, indexes, row security and policies', async () => {
    expect(await schemaDifference(hub.ownerUrl, entities)).toEqual([]);
  });

  it('are reported as different for every object that differs or that only one of them has', async () => {
    const database = `differs_${process.pid}`;
    const url = new URL(hub.ownerUrl);
    await asOwner(url.href, (owner) => owner.query(`create database ${database} template hub_template`));
    url.pathname = `/${database}`;
    try {
      const changes: [change: string, correction: RegExp][] = [
        ['alter policy "shared" on step using (true)', /^create policy "shared" on "step" .*visibility/s],
        ['create policy "extra" on pathway for select to hub_partner using (true)', /^drop policy "extra"/],
        ['drop policy "seen" on sharing', /^create policy "seen" on "sharing"/],
        [
          'alter policy "relay" on event to hub_system, hub_partner',
          /^create policy "relay" .* to "hub_system" using/,
        ],
        ['alter table referral no force row level security', /^alter table "referral" force row level/],
        ['alter table pathway disable row level security', /^alter table "pathway" enable row level/],
        ['alter table referral drop column outcome', /add "outcome"/],
        ['alter table partner alter column slug type varchar(20)', /"slug" type text/],
        ['drop index sharing_in_force', /^create index sharing_in_force/],
        ['create table extra (id uuid primary key)', /^drop table .*"extra"/],
      ];
      await asOwner(url.href, (owner) => owner.query(changes.map(([change]) => change).join('; ')));
      const statements = await schemaDifference(url.href, entities);
      for (const [change, correction] of changes) {
        expect([change, statements]).toEqual([
          change,
          expect.arrayContaining([expect.stringMatching(correction)]),
        ]);
      }
    } finally {
      await asOwner(hub.ownerUrl, (owner) => owner.query(`drop database ${database} with (force)`));
    }
  });

  it('agree on every policy’s expression as PostgreSQL parses it', async () => {
    const orm = new MikroORM(ormOptions(hub.ownerUrl, entities));
    const statements = (await orm.schema.getCreateSchemaSQL({ wrap: false }))
      .split(/;\n+/)
      .filter((statement) => statement.trim().startsWith('create policy'));
    const tables = [...orm.getMetadata().getAll().values()]
      .filter((it) => !it.embeddable)
      .map((it) => it.tableName);
    await orm.close();
    await asOwner(hub.ownerUrl, async (owner) => {
      const policies = async () =>
        (
          await owner.query<Policy>(
            `select tablename, policyname, permissive, roles, cmd, qual, with_check from pg_policies
             where schemaname = 'public' and tablename = any ($1) and policyname not in ('erase', 'merge') order by 1, 2`,
            [tables],
          )
        ).rows;
      const migrated = await policies();
      expect(migrated.length).toBe(statements.length);
      expect(migrated.length).toBeGreaterThan(20);
      await owner.query('begin');
      for (const { tablename, policyname } of migrated) {
        await owner.query(`drop policy "${policyname}" on "${tablename}"`);
      }
      for (const statement of statements) await owner.query(statement);
      expect(await policies()).toEqual(migrated);
      await owner.query('rollback');
    });
  });

  it('`npm run migration:create` reports that no migration is needed', async () => {
    const run = promisify(execFile);
    const program = 'dist/scripts/migration-create.js';
    const { stdout } = await run(process.execPath, [program, 'nothing-new']);
    expect(stdout).toContain('no migration is needed');
    await expect(run(process.execPath, [program])).rejects.toMatchObject({ code: 1 });
  });
});

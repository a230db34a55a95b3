import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { applyDefinitions, changedSince, definitions } from '../../src/database/definitions.js';
import { migrate } from '../../src/database/migrate.js';
import { entities } from '../../src/features/index.js';
import { asOwner } from '../kit/database.js';

const name = `upgrade_${process.pid}`;
const server = process.env['HUB_TEST_SERVER'] as string;
const url = new URL(server);
url.pathname = `/${name}`;

beforeAll(async () => {
  await asOwner(server, (owner) => owner.query(`create database ${name} template hub_template`));
});
afterAll(async () => {
  await asOwner(server, async (owner) => {
    await owner.query(`drop database if exists ${name} with (force)`);
    await owner.query(`drop role if exists hub_login_${name}`);
  });
});

const scope = 'functions/access/scope.sql';
const scopeBody = (owner: pg.Client) =>
  owner.query("select prosrc from pg_proc where oid = 'access.scope(uuid)'::regprocedure");

it('a function whose file has changed is replaced at the next start, with its owner and grants', async () => {
  await asOwner(url.href, async (owner) => {
    const functionRow =
      "select prosrc, proowner, proacl::text from pg_proc where oid = 'access.scope(uuid)'::regprocedure";
    const current = await owner.query(functionRow);
    // As a previous version would have left it.
    await owner.query(`create or replace function access.scope(person uuid) returns sharing_scope language sql stable
      security definer set search_path = public, pg_temp as $$ select null::sharing_scope $$`);
    await owner.query('update private.definition set checksum = $1 where name = $2', ['former', scope]);
    await owner.query("update private.installed set version = 'former'");
    await migrate(url.href, entities);
    expect((await owner.query(functionRow)).rows).toEqual(current.rows);
    const { rows } = await owner.query('select name, checksum from private.definition order by name');
    expect(rows).toHaveLength(definitions.length);
    expect(changedSince(new Map(rows.map((row) => [row.name, row.checksum])))).toEqual([]);
  });
});

it('the functions of a newer version are kept when an older version starts on the same database', async () => {
  await asOwner(url.href, async (owner) => {
    const current = await scopeBody(owner);
    await owner.query("insert into mikro_orm_migrations (name) values ('20991231-later')");
    await owner.query('update private.definition set checksum = $1 where name = $2', ['newer', scope]);
    await owner.query(`create or replace function access.scope(person uuid) returns sharing_scope language sql stable
      security definer set search_path = public, pg_temp as $$ select null::sharing_scope -- newer $$`);
    await owner.query("update private.installed set version = 'newer'");
    const newer = await scopeBody(owner);
    expect(newer.rows).not.toEqual(current.rows);
    await migrate(url.href, entities);
    expect((await scopeBody(owner)).rows).toEqual(newer.rows);
    await owner.query("delete from mikro_orm_migrations where name = '20991231-later'");
  });
});

it('a function that needs a later migration is skipped in the baseline of a new database', async () => {
  const fits = { name: 'functions/access/fits.sql', text: '', checksum: 'a' };
  fits.text = 'create or replace function access.fits() returns int language sql return 1;';
  const later = { name: 'functions/access/later.sql', text: '', checksum: 'b' };
  later.text =
    'create or replace function access.later() returns setof a_later_table language sql as $$ select $$;';
  await asOwner(url.href, async (owner) => {
    await owner.query('begin');
    const execute = (sql: string) => owner.query(sql);
    await applyDefinitions(execute, [later, fits], 'what fits');
    const { rows } = await owner.query(
      "select to_regproc('access.fits') is not null as fits, to_regproc('access.later') is not null as later",
    );
    expect(rows).toEqual([{ fits: true, later: false }]);
    const recorded = await owner.query("select name from private.definition where checksum in ('a', 'b')");
    expect(recorded.rows).toEqual([{ name: fits.name }]);
    await expect(applyDefinitions(execute, [later])).rejects.toThrow(
      'functions/access/later.sql cannot be applied: type "a_later_table" does not exist',
    );
    await owner.query('rollback');
  });
});

it('each function, trigger and view comes from one file', async () => {
  await asOwner(url.href, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(`
      select 'functions/' || nspname || '/' || replace(proname, '_', '-') || '.sql' as name
      from pg_proc join pg_namespace n on n.oid = pronamespace
      where nspname not in ('pg_catalog', 'information_schema', 'jobs')
      union select 'views/' || case nspname when 'public' then '' else nspname || '/' end || replace(relname, '_', '-') || '.sql'
      from pg_class join pg_namespace n on n.oid = relnamespace
      where relkind = 'v' and nspname not in ('pg_catalog', 'information_schema') order by 1`);
    const files = definitions.map((it) => it.name).sort();
    expect(rows.map((row) => row.name)).toEqual(files);
    // `merges.cover()` creates the triggers for merges on every table that names a person.
    const triggers = await owner.query<{ tgname: string }>(
      "select distinct tgname from pg_trigger where not tgisinternal and tgname not like 'merged_%'",
    );
    const texts = definitions.map(({ text }) => text).join('\n');
    for (const { tgname } of triggers.rows) expect(texts).toMatch(new RegExp(`trigger ${tgname} `));
  });
});

it('a database from before the first release is refused in one sentence and not changed', async () => {
  const former = `former_${process.pid}`;
  const formerUrl = new URL(server);
  formerUrl.pathname = `/${former}`;
  await asOwner(server, (owner) => owner.query(`create database ${former}`));
  try {
    const relations = "select oid, relname, relacl::text from pg_class where relname !~ '^pg_' order by oid";
    const before = await asOwner(formerUrl.href, async (owner) => {
      await owner.query('create table mikro_orm_migrations (id serial primary key, name text)');
      await owner.query("insert into mikro_orm_migrations (name) values ('Migration20261123000000')");
      await owner.query("create table partner as select 'CSC'::text as name");
      return (await owner.query(relations)).rows;
    });
    const run = promisify(execFile)(process.execPath, ['dist/bundle/main.js'], {
      env: { PATH: process.env['PATH'], DATABASE_URL: formerUrl.href, PORT: '0', LOG_LEVEL: 'error' },
    });
    const failed = (await run.catch((error: unknown) => error)) as { code: number; stderr: string };
    expect(failed.code).toBe(1);
    expect(failed.stderr.trim().split('\n')).toHaveLength(1);
    expect(failed.stderr).toMatch(/made by a version from before the first release.*nothing was changed/);
    await asOwner(formerUrl.href, async (owner) => {
      expect((await owner.query(relations)).rows).toEqual(before);
      expect((await owner.query('select name from partner')).rows).toEqual([{ name: 'CSC' }]);
    });
  } finally {
    await asOwner(server, (owner) => owner.query(`drop database ${former} with (force)`));
  }
});

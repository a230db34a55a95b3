import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { loadTown } from '../../demo/town/load.js';
import { StartError } from '../../src/start-error.js';
import { emptyDatabase } from '../kit/database.js';
import { town } from './rows.js';

const secret = 'a secret';
const strangers =
  "insert into partner (id, slug, name, kind) values (gen_random_uuid(), 'other', 'Other', 'TOWN')";

/** Query of the forced row policies and foreign keys, which must be the same before and after. */
const guards = `
  select relname as name, relforcerowsecurity::text as guard from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r'
  union all
  select conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) || convalidated from pg_constraint
  where contype = 'f' order by 1, 2`;

const youngIn2024 = `
  with support as (
    select p.beneficiary_id, greatest(date '2024-01-01', min(p.started_on)) as first_day
    from pathway p
    where p.started_on < '2025-01-01' and (p.closed_on is null or p.closed_on >= '2024-01-01')
    group by p.beneficiary_id)
  select count(*)::int as value from support s join beneficiary b on b.id = s.beneficiary_id
  where extract(year from age(s.first_day, b.birth_date)) < 26`;

const hoursIn2024 = `
  select sum(hours)::float as value from hours_entry
  where kind = 'WORK' and status = 'VALIDATED' and month >= '2024-01-01' and month < '2025-01-01'`;

const clauseExitsIn2024 = `
  select count(*)::int as value from outcome
  where clause_contract_id is not null and occurred_on >= '2024-01-01' and occurred_on < '2025-01-01'
    and frames.exit_class(situation, contract_months, occurred_on) is not null`;

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let superuser: pg.Client;
const clients: pg.Client[] = [];

async function connect(user?: string): Promise<pg.Client> {
  const url = new URL(database.ownerUrl);
  if (user) [url.username, url.password] = [user, 'password'];
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  clients.push(client);
  return client;
}

const ask = async (sql: string) => (await superuser.query(sql)).rows;
const value = async (sql: string) => (await ask(sql))[0]?.value;

beforeEach(async () => {
  database = await emptyDatabase();
  superuser = await connect();
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end()));
  await database.drop();
});

describe('loading the demonstration town', () => {
  it('inserts every row once, and restores row policies and foreign keys', async () => {
    const before = await ask(guards);
    expect(await loadTown(superuser, secret)).toBe('loaded');
    expect(await loadTown(superuser, secret)).toBe('present');
    for (const [table, rows] of Object.entries(town)) {
      expect([table, await value(`select count(*)::int as value from ${table}`)]).toEqual([
        table,
        rows.length,
      ]);
    }
    expect(await ask(guards)).toEqual(before);
    expect(await value("select nextval('referral_number')::int as value")).toBe(town.referral.length + 1);
    const [row] = await ask("select id, decline_side from referral where reference = '2023-000001'");
    const { id, decline_side } = town.referral[0] ?? {};
    expect(row).toEqual({ id, decline_side });
  });

  it('fills tables with forced row policies, allows counting the published figures of 2024 (711 young people, 49,051 hours, 311 exits), inserts no shortfalls, and is not repeated when other data are added later', async () => {
    await loadTown(superuser, secret);
    expect(await value(youngIn2024)).toBe(711);
    expect(await value(hoursIn2024)).toBe(49051);
    expect(await value(clauseExitsIn2024)).toBe(311);
    const forced = 'select relname as name from pg_class where relforcerowsecurity order by 1';
    const tables = (await ask(forced)).map(({ name }) => name);
    expect(tables).toEqual(expect.arrayContaining(Object.keys(town)));
    expect(await value('select count(*)::int as value from lot_shortfall')).toBe(0);
    const classes =
      'select count(distinct frames.exit_class(situation, contract_months, occurred_on))::int as value from outcome';
    expect(await value(classes)).toBe(3);
    await superuser.query(strangers);
    expect(await loadTown(superuser, secret)).toBe('present');
  });

  it('happens once when several processes load at the same time', async () => {
    const all = await Promise.all([1, 2, 3].map(async () => loadTown(await connect(), secret)));
    expect(all.sort()).toEqual(['loaded', 'present', 'present']);
  });

  it('is refused for a database with other data, which is not changed', async () => {
    const before = await ask(guards);
    await superuser.query(strangers);
    await expect(loadTown(superuser, secret)).rejects.toThrow(
      new StartError('The database holds other data (in partner), so the demonstration town is not loaded.'),
    );
    expect(await value('select count(*)::int as value from partner')).toBe(1);
    expect(await value('select count(*)::int as value from beneficiary')).toBe(0);
    expect(await ask(guards)).toEqual(before);
  });

  it('works with an owner who is not a superuser', async () => {
    const role = `town_owner_${new URL(database.ownerUrl).pathname.slice(1)}`;
    await superuser.query(`create role ${role} login password 'password'`);
    try {
      await superuser.query(`grant usage on schema public to ${role}`);
      await superuser.query(`do $$ declare it text; begin
        for it in select quote_ident(relname) from pg_class
          where relnamespace = 'public'::regnamespace and relkind in ('r', 'S') order by relkind desc
        loop
          if it <> 'mikro_orm_migrations_id_seq' then execute format('alter table %s owner to ${role}', it); end if;
        end loop;
      end $$`);
      const owner = await connect(role);
      expect(await loadTown(owner, secret)).toBe('loaded');
      expect(await loadTown(owner, secret)).toBe('present');
      expect(await value(youngIn2024)).toBe(711);
      expect((await owner.query('select from beneficiary')).rowCount).toBe(0);
    } finally {
      await superuser.query(`drop owned by ${role} cascade`);
      await superuser.query(`drop role ${role}`);
    }
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { demonstrationSecret, loadConfig } from '../../src/config/index.js';
import { checkSecret } from '../../src/features/beneficiaries/index.js';
import { startHub } from '../../src/hub.js';
import { StartError } from '../../src/start-error.js';
import { Client } from '../kit/client.js';
import { asOwner, copyOf, emptyDatabase, type TestDatabase } from '../kit/database.js';
import { run } from '../kit/run.js';
import { registerPerson, Seed } from '../kit/town.js';

const secret = 'the secret of this database, long enough';
const otherSecret = 'another secret, which is long enough too';

/** A database on which a hub has run with this secret, with one registered person. */
let usedDatabase: TestDatabase;
const databases: TestDatabase[] = [];

/** Drops the database after the test. */
async function dropAfterwards(database: Promise<TestDatabase>): Promise<TestDatabase> {
  databases.push(await database);
  return database;
}

const sql = (database: TestDatabase, text: string, values: readonly unknown[] = []) =>
  asOwner(database.ownerUrl, async (owner) => (await owner.query(text, [...values])).rows as never);
const checkValueOf = (database: TestDatabase) => sql(database, 'select value from private.secret_check');

/** The check value that an empty database stores of a secret. */
async function storedValueOf(one: string): Promise<string> {
  const database = await dropAfterwards(emptyDatabase());
  await checkSecret(database.ownerUrl, one);
  const [{ value }] = (await checkValueOf(database)) as [{ value: string }];
  return value;
}

beforeAll(async () => {
  usedDatabase = await emptyDatabase();
  const env = { DATABASE_URL: usedDatabase.ownerUrl, HUB_SECRET: secret, PORT: '0', LOG_LEVEL: 'silent' };
  const hub = await startHub(loadConfig(env), { gracePeriod: 0 });
  try {
    const town = new Seed(
      (text, values) => sql(usedDatabase, text, values),
      (member) => Client.signIn(hub.url, member.email),
    );
    await registerPerson((await town.caseworker()).client);
  } finally {
    await hub.stop();
  }
});
afterAll(() => usedDatabase.drop());
afterEach(async () => {
  await Promise.all(databases.splice(0).map((database) => database.drop()));
});

describe('a database that was used with a secret', () => {
  it.each([
    ['a hub', 'dist/bundle/main.js'],
    ['the loader of the demonstration town', 'dist/demo/load.js'],
  ])('refuses %s with another secret, in one sentence and with exit code 1', async (_, program) => {
    const env = { DATABASE_URL: usedDatabase.ownerUrl, HUB_SECRET: otherSecret };
    const { code, stdout, stderr } = await run(env, [process.execPath, program]).ended;
    expect(stderr).toMatch(/^HUB_SECRET is not the one .*\.\n$/);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });

  it('accepts the same secret, also after another one was refused', async () => {
    await checkSecret(usedDatabase.ownerUrl, secret);
    await expect(checkSecret(usedDatabase.ownerUrl, otherSecret)).rejects.toThrow(StartError);
    await checkSecret(usedDatabase.ownerUrl, secret);
  });

  it('stores a value that does not contain the secret and that only the owner can read', async () => {
    expect(await checkValueOf(usedDatabase)).toEqual([{ value: expect.stringMatching(/^[\w-]{43}$/) }]);
    const grants = `select grantee from information_schema.role_table_grants
      where table_schema = 'private' and table_name = 'secret_check' and grantee <> current_user`;
    expect(await sql(usedDatabase, grants)).toEqual([]);
  });

  it('accepts exactly one of two secrets when two processes start concurrently', async () => {
    const { ownerUrl } = await dropAfterwards(emptyDatabase());
    const results = await Promise.allSettled([secret, otherSecret].map((one) => checkSecret(ownerUrl, one)));
    expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected']);
    await checkSecret(ownerUrl, results[0]?.status === 'fulfilled' ? secret : otherSecret);
  });
});

describe('a database without a check value', () => {
  it('accepts only the secret that matches its persons', async () => {
    const database = await dropAfterwards(copyOf(usedDatabase));
    await sql(database, 'delete from private.secret_check');
    await expect(checkSecret(database.ownerUrl, otherSecret)).rejects.toThrow(StartError);
    expect(await checkValueOf(database)).toEqual([]);
    await checkSecret(database.ownerUrl, secret);
    expect(await checkValueOf(database)).toEqual(await checkValueOf(usedDatabase));
  });

  it('accepts any secret when no person is registered', async () => {
    const { ownerUrl } = await dropAfterwards(emptyDatabase());
    await checkSecret(ownerUrl, otherSecret);
    await expect(checkSecret(ownerUrl, secret)).rejects.toThrow(StartError);
  });
});

describe('a database that was set up in demonstration mode', () => {
  it('accepts the first secret of a hub while no person is registered, and no other one afterwards', async () => {
    const { ownerUrl } = await dropAfterwards(emptyDatabase());
    await checkSecret(ownerUrl, demonstrationSecret);
    const results = await Promise.allSettled([secret, otherSecret].map((one) => checkSecret(ownerUrl, one)));
    expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected']);
    await checkSecret(ownerUrl, results[0]?.status === 'fulfilled' ? secret : otherSecret);
    await expect(checkSecret(ownerUrl, demonstrationSecret)).rejects.toThrow(StartError);
  });

  it('accepts no other secret once a person is registered', async () => {
    const database = await dropAfterwards(copyOf(usedDatabase));
    await sql(database, 'delete from private.secret_check');
    const stored = await storedValueOf(demonstrationSecret);
    await sql(database, 'insert into private.secret_check (value) values ($1)', [stored]);
    for (const one of [secret, otherSecret])
      await expect(checkSecret(database.ownerUrl, one)).rejects.toThrow(StartError);
  });
});

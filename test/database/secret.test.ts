import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../src/config/index.js';
import { checkSecret } from '../../src/features/beneficiaries/index.js';
import { startHub } from '../../src/hub.js';
import { StartError } from '../../src/start-error.js';
import { Client } from '../kit/client.js';
import { asOwner, copyOf, emptyDatabase, type TestDatabase } from '../kit/database.js';
import { run } from '../kit/run.js';
import { registerPerson, Seed } from '../kit/town.js';

const mine = 'the secret of this database, long enough';
const another = 'another secret, which is long enough too';

/** A database on which a hub has run with the secret `mine`, with one registered person. */
let used: TestDatabase;
const databases: TestDatabase[] = [];

async function own(database: Promise<TestDatabase>): Promise<TestDatabase> {
  databases.push(await database);
  return database;
}

const sql = (database: TestDatabase, text: string, values: readonly unknown[] = []) =>
  asOwner(database.ownerUrl, async (owner) => (await owner.query(text, [...values])).rows as never);
const kept = (database: TestDatabase) => sql(database, 'select value from private.secret_check');

beforeAll(async () => {
  used = await emptyDatabase();
  const env = { DATABASE_URL: used.ownerUrl, HUB_SECRET: mine, PORT: '0', LOG_LEVEL: 'silent' };
  const hub = await startHub(loadConfig(env), { gracePeriod: 0 });
  try {
    const town = new Seed(
      (text, values) => sql(used, text, values),
      (member) => Client.signIn(hub.url, member.email),
    );
    await registerPerson((await town.caseworker()).client);
  } finally {
    await hub.stop();
  }
});
afterAll(() => used.drop());
afterEach(async () => {
  await Promise.all(databases.splice(0).map((database) => database.drop()));
});

describe('a database that was used with a secret', () => {
  it.each([
    ['a hub', 'dist/bundle/main.js'],
    ['the loading of the demonstration town', 'dist/demo/load.js'],
  ])('refuses %s with another secret, in one sentence and with exit code 1', async (_, program) => {
    const env = { DATABASE_URL: used.ownerUrl, HUB_SECRET: another };
    const { code, stdout, stderr } = await run(env, [process.execPath, program]).ended;
    expect(stderr).toMatch(/^HUB_SECRET is not the one .*\.\n$/);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });

  it('accepts the same secret', async () => {
    await checkSecret(used.ownerUrl, mine);
    await expect(checkSecret(used.ownerUrl, another)).rejects.toThrow(StartError);
    await checkSecret(used.ownerUrl, mine);
  });

  it('stores a value that does not contain the secret and that only the owner can read', async () => {
    expect(await kept(used)).toEqual([{ value: expect.stringMatching(/^[\w-]{43}$/) }]);
    const grants = `select grantee from information_schema.role_table_grants
      where table_schema = 'private' and table_name = 'secret_check' and grantee <> current_user`;
    expect(await sql(used, grants)).toEqual([]);
  });

  it('accepts exactly one of two secrets when two processes start concurrently', async () => {
    const { ownerUrl } = await own(emptyDatabase());
    const ends = await Promise.allSettled([mine, another].map((secret) => checkSecret(ownerUrl, secret)));
    expect(ends.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected']);
    await checkSecret(ownerUrl, ends[0]?.status === 'fulfilled' ? mine : another);
  });
});

describe('a database without a check value', () => {
  it('accepts only the secret that matches its persons', async () => {
    const database = await own(copyOf(used));
    await sql(database, 'delete from private.secret_check');
    await expect(checkSecret(database.ownerUrl, another)).rejects.toThrow(StartError);
    expect(await kept(database)).toEqual([]);
    await checkSecret(database.ownerUrl, mine);
    expect(await kept(database)).toEqual(await kept(used));
  });

  it('accepts any secret when no person is registered', async () => {
    const { ownerUrl } = await own(emptyDatabase());
    await checkSecret(ownerUrl, another);
    await expect(checkSecret(ownerUrl, mine)).rejects.toThrow(StartError);
  });
});

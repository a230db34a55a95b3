import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { compare } from '../../bench/compare.js';
import type { Contender, RunningContender } from '../../bench/contender.js';
import { bare } from '../../bench/contenders/bare.js';
import { hub } from '../../bench/contenders/hub.js';
import { sampleOf } from '../../bench/parameters.js';
import { brokenReferences } from '../../bench/town/check.js';
import { enlargeTown } from '../../bench/town/enlarge.js';
import { personTables } from '../../bench/town/person-tables.js';
import { loadTown } from '../../demo/town/load.js';
import { loadConfig } from '../../src/config/index.js';
import { fingerprint } from '../../src/features/beneficiaries/identity.js';
import { features } from '../../src/features/index.js';
import { asOwner, copyOf, emptyDatabase, type TestDatabase } from '../kit/database.js';
import { root } from '../kit/run.js';

const { secret } = loadConfig({});
const databases: TestDatabase[] = [];
const running: RunningContender[] = [];
let town: TestDatabase;
let before: Counts;
let after: Counts;

/** Numbers of rows by table: those that tell of a person, and those that a caseworker of the CSC and a stranger see. */
interface Counts {
  readonly all: Record<string, number>;
  readonly seen: Record<string, number>;
  readonly byStranger: Record<string, number>;
}

const caseworker = `select set_config('app.member_id', m.id::text, true), set_config('app.partner_id', m.partner_id::text, true),
  set_config('app.role', m.role::text, true) from member m where m.email = 'conseil@csc.demo'`;
const stranger = `select set_config('app.member_id', gen_random_uuid()::text, true),
  set_config('app.partner_id', gen_random_uuid()::text, true), set_config('app.role', 'CASEWORKER', true)`;

async function count(owner: pg.Client): Promise<Counts> {
  const tables = await personTables(owner);
  const visible = tables.filter(({ name }) => !name.includes('.'));
  const countEach = async (all: typeof tables) => {
    const counts: Record<string, number> = {};
    for (const { name, columns } of all) {
      const leading = columns.filter((it) => it.leadsToPerson).map((it) => it.name);
      const ofPerson = name === 'beneficiary' ? 'true' : `num_nonnulls(${leading.join(', ')}) > 0`;
      const { rows } = await owner.query(`select count(*)::int as n from ${name} where ${ofPerson}`);
      counts[name] = rows[0].n;
    }
    return counts;
  };
  const countAs = async (viewer: string) => {
    await owner.query('begin');
    await owner.query(viewer);
    await owner.query('set local role hub_partner');
    const counts = await countEach(visible);
    await owner.query('rollback');
    return counts;
  };
  return {
    all: await countEach(tables),
    seen: await countAs(caseworker),
    byStranger: await countAs(stranger),
  };
}

beforeAll(async () => {
  town = await emptyDatabase();
  databases.push(town);
  await asOwner(town.ownerUrl, async (owner) => {
    await loadTown(owner, secret);
    before = await count(owner);
    const consumers = features.flatMap((feature) => feature.consumers ?? []).map(({ name }) => name);
    await enlargeTown(owner, { copies: 2, secret, consumers });
    after = await count(owner);
  });
});
afterAll(async () => {
  await Promise.all(running.map((contender) => contender.stop()));
  for (const database of databases) await database.drop();
});

describe('a town enlarged to two copies', () => {
  it('has every row of a person twice, and nothing else', async () => {
    // Search keys follow from the new names, and pseudonyms are new.
    const { name_key, 'audit.subject': pseudonyms, ...copied } = after.all;
    const { name_key: _, 'audit.subject': __, ...original } = before.all;
    expect(copied).toEqual(Object.fromEntries(Object.entries(original).map(([table, n]) => [table, 2 * n])));
    expect(pseudonyms).toBe(2 * (original['beneficiary'] ?? 0));
    expect(name_key).toBeGreaterThan(original['beneficiary'] ?? 0);
  });

  it('has no reference that leads nowhere', () =>
    asOwner(town.ownerUrl, async (owner) => {
      expect(await brokenReferences(owner)).toEqual([]);
    }));

  it('shows a partner twice as much as before, and a stranger nothing', () => {
    const { name_key: _, ...seen } = after.seen;
    const { name_key: __, ...seenBefore } = before.seen;
    expect(seen).toEqual(Object.fromEntries(Object.entries(seenBefore).map(([table, n]) => [table, 2 * n])));
    expect(seen['beneficiary']).toBeGreaterThan(0);
    expect(new Set(Object.values(after.byStranger))).toEqual(new Set([0]));
  });

  it('has names, fingerprints and search keys that belong together', () =>
    asOwner(town.ownerUrl, async (owner) => {
      const { rows } = await owner.query(
        'select first_name, last_name, birth_date::text, fingerprint from beneficiary order by md5(id::text) limit 500',
      );
      for (const it of rows) {
        const identity = { firstName: it.first_name, lastName: it.last_name, birthDate: it.birth_date };
        expect(it.fingerprint).toBe(fingerprint(secret, identity));
      }
      const keys =
        await owner.query(`select from beneficiary b where array(select access.name_keys(b.sort_name, b.call_name) order by 1)
      <> array(select key from name_key k where k.beneficiary_id = b.id order by 1)`);
      expect(keys.rowCount).toBe(0);
    }));

  it('has an audit that verifies', () =>
    asOwner(town.ownerUrl, async (owner) => {
      const { rows } = await owner.query('select * from audit.verify_subjects()');
      expect(rows).toEqual([{ pseudonyms: '4080', broken_change: null, broken_pseudonym: null }]);
    }));
});

describe('the bare server', () => {
  it('answers every case as the hub does, and writes the same rows', async () => {
    const sample = await sampleOf(town.ownerUrl);
    const subjects = sample.viewers.map(({ viewer }) => viewer.subject);
    const contenders: Contender[] = [hub({ name: 'hub', folder: root, secret, subjects }), bare];
    for (const contender of contenders) {
      const database = await copyOf(town);
      databases.push(database);
      running.push(await contender.start(database.ownerUrl));
    }
    await compare(running, sample, ['a', 'b', 'c', 'd', 'f'], 5);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { loadTown } from '../../../demo/town/load.js';
import { allSubjects } from '../../../src/features/committee/lattice/subjects.js';
import { protections } from '../../../src/features/committee/protection/protections.js';
import { emptyDatabase, type TestDatabase } from '../../kit/database.js';
import { attack, partnersIn } from './campaign.js';
import { methodOf } from './figures.js';
import { readYear } from './year.js';

const seed = 'targets';

describe('the attacker of the committee’s figures, at the default level', () => {
  let database: TestDatabase;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await emptyDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await loadTown(owner, 'a secret of the tests, long enough for it');
    await owner.query('analyze');
  }, 120_000);
  afterAll(async () => {
    await owner?.end();
    await database?.drop();
  });

  it.each(allSubjects)('learns little about a person: %s', async (subject) => {
    const periods = await readYear(owner, subject, 2025);
    const [partner = ''] = partnersIn(periods.at(-1)!.rows);
    const method = methodOf(protections.DEFAULT);
    const reached = attack({ subject, method, targets: 100, seed, partner }, periods);
    process.stderr.write(`${subject} (seed ${seed}): ${JSON.stringify(reached)}\n`);
    expect(reached.membership.mean).toBeLessThanOrEqual(6);
    expect(reached.membership.p95).toBeLessThanOrEqual(8.5);
    expect(reached.attributeAtPrior.p95).toBeLessThanOrEqual(3);
    expect(reached.omniscient.mean).toBeLessThanOrEqual(15);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Database } from '../../src/database/database.js';
import { systemRole } from '../../src/database/database-role.js';
import { Unavailable } from '../../src/database/unavailable.js';
import { entities } from '../../src/features/index.js';
import { validInput } from '../kit/commands.js';
import { asOwner } from '../kit/database.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { HubProcess } from '../kit/process.js';
import { until } from '../kit/until.js';

const connections = 2;
const hub = testHub();

describe('commands whose database connections PostgreSQL terminates', () => {
  let hubProcess: HubProcess;
  beforeAll(async () => {
    hubProcess = await HubProcess.start({
      DATABASE_URL: hub.ownerUrl,
      DATABASE_CONNECTIONS: String(connections),
    });
  });
  afterAll(() => hubProcess.kill());

  it('are answered with UNAVAILABLE, and later commands have as many connections as before', async () => {
    const { member } = await hub.town.caseworker();
    const client = await hubProcess.as(member);
    const query =
      'mutation ($input: RegisterBeneficiaryInput!) { registerBeneficiary(input: $input) { beneficiary { id } } }';
    const register = () => client.send(query, { input: validInput.registerBeneficiary() });
    const registerOnAll = () => Promise.all(Array.from({ length: connections }, register));
    const answers = await asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('begin; lock table beneficiary in exclusive mode');
      const running = registerOnAll();
      const waiting = await until(async () => {
        const { rows } = await owner.query<{ pid: number }>(
          `select pid from pg_stat_activity
            where datname = current_database() and application_name = 'partner-hub' and wait_event_type = 'Lock'`,
        );
        return rows.length === connections ? rows : undefined;
      });
      for (const { pid } of waiting) await owner.query('select pg_terminate_backend($1)', [pid]);
      return running;
    });
    for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    const registered = { data: { registerBeneficiary: { beneficiary: { id: expect.any(String) } } } };
    expect(await registerOnAll()).toMatchObject(Array(connections).fill(registered));
  });
});

it('a connection that is lost before its transaction begins is replaced', async () => {
  const database = await Database.connect(await loginUrlOf(hub.ownerUrl), entities, connections);
  try {
    const write = () => database.write(systemRole, (em) => em.execute('select 1 as one'));
    for (let lost = 0; lost < connections; lost++) {
      database.pool.once('acquire', (client) => {
        (client as unknown as { connection: pg.Connection }).connection.stream.destroy();
      });
      await expect(write()).rejects.toThrow(Unavailable);
    }
    expect(await write()).toEqual([{ one: 1 }]);
  } finally {
    await database.close();
  }
});

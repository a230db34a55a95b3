import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../src/config/index.js';
import { startHub } from '../src/hub.js';
import { StartError } from '../src/start-error.js';
import { Client } from './kit/client.js';
import { expectSoon, figure } from './kit/figures.js';
import { HubProcess } from './kit/process.js';
import { postgresPid, run } from './kit/run.js';
import { registerPerson } from './kit/town.js';

const thisFile = fileURLToPath(import.meta.url);
let folder: string;
const taken = net.createServer().listen(0, '127.0.0.1');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub à données '));
  if (!taken.listening) await once(taken, 'listening');
});
afterAll(async () => {
  taken.close();
  await rm(folder, { recursive: true, force: true });
});

/** Checks that a hub does not start and prints the reason in one sentence. */
async function refused(env: Record<string, string>, why: RegExp): Promise<void> {
  const { code, stdout, stderr } = await run(env).ended;
  expect(stderr.trim()).toMatch(why);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/\bat .*\.js|Error:|secret-password/);
  expect(stdout).not.toMatch(/ready/);
  expect(code).toBe(1);
}

const takenPort = () => String((taken.address() as net.AddressInfo).port);

function server(changes: { password?: string; pathname?: string }): string {
  return Object.assign(new URL(process.env['HUB_TEST_SERVER'] as string), changes).href;
}

describe('a hub that cannot start prints the reason in one sentence and exits with code 1, when', () => {
  // Each test waits for a process, so they run concurrently.
  it.concurrent.each<[string, Record<string, string>, RegExp]>([
    ['a setting is unknown', { HUB_SECRETT: 'x' }, /HUB_SECRETT is unknown/],
    [
      'the database cannot be reached',
      { DATABASE_URL: 'postgres://owner:secret-password@127.0.0.1:1/hub' },
      /DATABASE_URL.*ECONNREFUSED/,
    ],
    ['the data folder cannot be written', { DATA_DIR: '/proc/hub' }, /data folder .* cannot be used/],
  ])('%s', (_, env, why) => refused(env, why));
});

describe('a hub refuses to start, with the reason in one sentence for the operator, when', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['a setting is malformed', { PORT: 'http' }, /PORT must be/],
    ['demonstration mode would run in production', { NODE_ENV: 'production' }, /AUTH_ISSUER/],
    [
      'the database’s machine is unknown',
      { DATABASE_URL: 'postgres://owner:secret-password@nowhere.invalid/hub' },
      /DATABASE_URL.*nowhere/,
    ],
    [
      'the password is wrong',
      { DATABASE_URL: server({ password: 'secret-password' }) },
      /DATABASE_URL.*password/,
    ],
    [
      'there is no such database',
      { DATABASE_URL: server({ pathname: '/no_such' }) },
      /DATABASE_URL.*no_such/,
    ],
    ['a file is where the data folder should be', { DATA_DIR: thisFile }, /data folder .* cannot be used/],
    [
      'its data folder would be below a file',
      { DATA_DIR: `${thisFile}/below` },
      /data folder .* cannot be used/,
    ],
  ])('%s', async (_, env, why) => {
    const start = async () => startHub(loadConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env }));
    const error = await start().then(
      () => new Error('started'),
      (error: Error) => error,
    );
    expect(error).toBeInstanceOf(StartError);
    expect(error.message).toMatch(why);
    expect(error.message).not.toMatch(/\n|secret-password/);
  });
});

describe('a data folder with spaces and accents', () => {
  const hubs: HubProcess[] = [];
  let people: number;

  const start = async () => {
    const hub = await HubProcess.start({ DATA_DIR: folder });
    hubs.push(hub);
    return hub;
  };
  const current = () => hubs.at(-1) as HubProcess;
  const csc = () => Client.signIn(current().url, 'conseil@csc.demo');
  const count = async (): Promise<number> =>
    (await (await csc()).data('{ beneficiaries { totalCount } }')).beneficiaries.totalCount;

  afterAll(async () => {
    await current().kill();
    const pid = await postgresPid(folder);
    if (pid) process.kill(pid, 'SIGKILL');
  });

  it('contains the demonstration town within seconds of the first start', async () => {
    const began = performance.now();
    await start();
    const seconds = (performance.now() - began) / 1000;
    figure('a first start, from nothing to ready, within 6 s', `${seconds.toFixed(1)} s`);
    expectSoon(seconds * 1000, 6000);
    people = await count();
    expect(people).toBeGreaterThan(100);
    await current().waitForOutput(/all persons are fictional/);
  });

  it('serves one hub at a time', async () => {
    await refused(
      { DATA_DIR: folder },
      /^Another hub \(process \d+\) uses the data folder .*: stop it, or set DATA_DIR to another folder\.$/,
    );
    expect(await count()).toBe(people);
  });

  it('keeps all answered changes after the hub was killed, and the demonstration data is not loaded again', async () => {
    const person = await registerPerson(await csc(), { firstName: 'Zoé' });
    await current().kill();
    expect(await postgresPid(folder)).toBeDefined();
    await start();
    const { beneficiary } = await (await csc()).data(
      'query ($id: ID!) { beneficiary(id: $id) { firstName } }',
      {
        id: person,
      },
    );
    expect(beneficiary).toEqual({ firstName: 'Zoé' });
    expect(await count()).toBe(people + 1);
  });

  it('recovers when its PostgreSQL was killed too', async () => {
    const pid = await postgresPid(folder);
    await current().kill();
    process.kill(pid as number, 'SIGKILL');
    await start();
    expect(await count()).toBe(people + 1);
  });

  it('has no process left when the hub fails to start later', async () => {
    expect(await current().stop()).toBe(0);
    await refused({ DATA_DIR: folder, PORT: takenPort() }, /Port \d+ is already in use/);
    expect(await postgresPid(folder)).toBeUndefined();
  });
});

import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validInput } from '../kit/commands.js';
import { asOwner } from '../kit/database.js';
import { managedDatabase } from '../kit/managed.js';
import { type Oidc, startOidc } from '../kit/oidc.js';
import { HubProcess } from '../kit/process.js';
import { postgresPid, run } from '../kit/run.js';
import {
  embeddedServer,
  installedPrograms,
  installedServer,
  type ScratchServer,
} from '../kit/scratch-server.js';
import { runOnTerminal } from '../kit/terminal.js';
import { argumentsFor, firstDay, Person, refused, setup, slug, town } from '../setup/first-accounts.js';

const bin15 = installedPrograms(15);
if (!bin15)
  console.warn(
    'PostgreSQL 15 is not installed (/usr/lib/postgresql/15/bin): the setup is tested only on PostgreSQL 18.',
  );

const successor = [
  '--administrator',
  ...argumentsFor({ slug, 'administrator-name': 'Ida Roy', 'administrator-email': 'ida@ville.test' }),
  ...argumentsFor({ left: town['administrator-email'] }),
];

let oidc: Oidc;
beforeAll(async () => {
  oidc = await startOidc();
});
afterAll(() => oidc.stop());

describe.each([['18', embeddedServer], ...(bin15 ? [['15', () => installedServer(bin15)] as const] : [])])(
  'on a PostgreSQL %s without the hub’s roles',
  (_, serve) => {
    let server: ScratchServer;

    beforeAll(async () => {
      server = await serve();
    });
    afterAll(() => server.stop());

    /** Sets up the town, then replaces its administrator. */
    const setUpAndReplace = async (database: Record<string, string>) => {
      const env = { ...oidc.env, ...database };
      const { hub, signedIn } = await firstDay(env, oidc);
      try {
        expect(await setup(env, ...successor)).toContain('has a new administrator');
        expect((await signedIn.send('{ viewer { role } }')).data).toBeUndefined();
        const person = await Person.signIn(oidc, hub.url, 'ida@ville.test');
        await person.run('inviteMember', validInput.inviteMember());
      } finally {
        await hub.stop();
      }
    };

    it('an owner with CREATEROLE can set up the town', async () => {
      await asOwner(server.url, async (admin) => {
        await admin.query('create role mayor login createrole');
        await admin.query('create database town owner mayor');
      });
      const url = Object.assign(new URL(server.url), { username: 'mayor', pathname: '/town' });
      await setUpAndReplace({ DATABASE_URL: url.href });
    });

    it('an owner can set up the town with roles that an administrator created', async () => {
      const database = await managedDatabase(server.url);
      await setUpAndReplace(database.env);
      await database.drop();
    });
  },
);

describe('with the embedded server', () => {
  let folder: string;
  const command = 'dist/scripts/setup.js';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-setup-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s at a question leaves no server behind', async (_, keys) => {
    const terminal = runOnTerminal({ DATA_DIR: folder }, command);
    await terminal.type('Name of the town: ', keys);
    expect((await terminal.ended).code).toBe(1);
    expect(await postgresPid(folder)).toBeUndefined();
  });

  it('SIGTERM during the setup leaves no server and no account behind', async () => {
    const program = [process.execPath, command, ...argumentsFor(town)] as const;
    const { child, ended } = run({ DATA_DIR: folder }, [...program]);
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    expect(await ended).toMatchObject({
      code: 1,
      stderr: 'The setup was interrupted: no account was created. Run it again.\n',
    });
    expect(await postgresPid(folder)).toBeUndefined();
  });

  it('sets up the town, and later starts keep it', async () => {
    const env = { ...oidc.env, DATA_DIR: folder };
    const { hub } = await firstDay(env, oidc);
    await hub.stop();
    const demonstration = await HubProcess.start({
      DATA_DIR: folder,
      HUB_SECRET: oidc.env['HUB_SECRET'] ?? '',
    });
    try {
      const { accounts } = (await (await fetch(`${demonstration.url}/auth/demo`)).json()) as {
        accounts: { partner: string }[];
      };
      expect(new Set(accounts.map(({ partner }) => partner))).toEqual(new Set([town.name, 'La Fabrique']));
      await refused(
        { DATA_DIR: folder },
        argumentsFor(town),
        /Another hub \(process \d+\) uses the data folder/,
      );
    } finally {
      await demonstration.stop();
    }
  });
});

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { lockDataFolder, processStart } from '../../src/database/embedded/folder-lock.js';
import { completeLinks, findNative } from '../../src/database/embedded/programs.js';
import { type EmbeddedServer, startEmbedded } from '../../src/database/embedded/server.js';
import { StartError } from '../../src/start-error.js';
import { until as untilDefined } from '../kit/until.js';

/** A hub that only starts its database. Node.js strips the types, and the hook resolves the .ts files. */
const hubScript = `
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve: (name, context, next) =>
      next(/^\\..*\\.js$/.test(name) && context.parentURL?.endsWith('.ts') ? name.replace(/js$/, 'ts') : name, context),
  });
  const { startEmbedded } = await import(process.env.MODULE);
  const { url } = await startEmbedded({ dataDir: process.env.DATA_DIR });
  console.log(url);
`;

let root: string;
let dataDir: string;
const running: EmbeddedServer[] = [];
const children: ChildProcess[] = [];

async function start(options: Partial<Parameters<typeof startEmbedded>[0]> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, ...options });
  running.push(server);
  return server;
}

/** Starts a hub in its own process and process group, as a terminal does. */
function spawnHub(folder: string): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', hubScript], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      MODULE: pathToFileURL(join(process.cwd(), 'src/database/embedded/server.ts')).href,
      DATA_DIR: folder,
    },
  });
  children.push(child);
  return child;
}

async function urlOf(hub: ChildProcess): Promise<string> {
  if (!hub.stdout) throw new Error('no output');
  const [url] = await once(createInterface({ input: hub.stdout }), 'line');
  return url as string;
}

/** Kills the process group with SIGKILL. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** Runs a statement on its own connection; returns the first column of the first row. */
async function queryValue(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

async function postmasterPid(folder = dataDir): Promise<number> {
  return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Repeats a call until it returns a value; failures are ignored. */
const until = <T>(find: () => Promise<T | undefined>): Promise<T> =>
  untilDefined(() => find().catch(() => undefined));

/** The message of the StartError with which a call fails. */
const startErrorOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error) => (error instanceof StartError ? error.message : `not a StartError: ${error}`),
  );

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hub embedded é '));
  dataDir = join(root, 'data');
  const server = await start();
  expect(server.fresh).toBe(true);
  await queryValue(server.url, 'create table kept (n int)');
  await queryValue(server.url, 'insert into kept values (42)');
  await server.stop();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(children.splice(0).map(kill));
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('keeps the data between starts, and leaves nothing else in the folder', async () => {
    const server = await start();
    expect(server.fresh).toBe(false);
    expect(await queryValue(server.url, 'select n from kept')).toBe(42);
    await server.stop();
    await server.stop();
    expect((await readdir(dataDir)).sort()).toEqual(['owner-password', 'postgres']);
  });

  it('sorts by code point, stores UTF-8 safely and listens on 127.0.0.1 only', async () => {
    const { url } = await start({ settings: { work_mem: '7MB' } });
    expect(
      await queryValue(url, "select string_agg(t, '' order by t) from unnest('{é,a,B,b}'::text[]) t"),
    ).toBe('Babé');
    expect(
      await queryValue(
        url,
        `select icu_collation.x from (select 'É' collate "fr-x-icu" = 'É' as x) icu_collation`,
      ),
    ).toBe(true);
    for (const [setting, value] of Object.entries({
      server_encoding: 'UTF8',
      fsync: 'on',
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      work_mem: '7MB',
    })) {
      expect([setting, await queryValue(url, `show ${setting}`)]).toEqual([setting, value]);
    }
  });

  it('refuses connections without the password, which only its owner can read', async () => {
    const { url } = await start();
    await expect(queryValue(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    expect((await stat(join(dataDir, 'owner-password'))).mode & 0o777).toBe(0o600);
  });

  it('takes over the server that a killed hub left running, and stops it', async () => {
    const hub = spawnHub(dataDir);
    const leftUrl = await urlOf(hub);
    const pid = await postmasterPid();
    await kill(hub);

    const server = await start();
    expect(server).toMatchObject({ url: leftUrl, fresh: false });
    expect(await postmasterPid()).toBe(pid);
    expect(await queryValue(server.url, 'select n from kept')).toBe(42);
    await server.stop();
    expect(processStart(pid)).toBeUndefined();
  });

  it('replaces a server that a killed hub left running with other settings', async () => {
    const hub = spawnHub(dataDir);
    await urlOf(hub);
    const pid = await postmasterPid();
    await kill(hub);

    const server = await start({ settings: { work_mem: '9MB' } });
    expect(processStart(pid)).toBeUndefined();
    expect(await queryValue(server.url, 'show work_mem')).toBe('9MB');
  });

  it('refuses a second hub while the first one is running, and does not disturb its server', async () => {
    const hub = spawnHub(dataDir);
    const url = await urlOf(hub);
    expect(await startErrorOf(start())).toBe(
      `Another hub (process ${hub.pid}) uses the data folder ${dataDir}: stop it, or set DATA_DIR to another folder.`,
    );
    expect(await queryValue(url, 'select n from kept')).toBe(42);
    await kill(hub);
    await (await start()).stop();
  });

  it('lets exactly one of several hubs lock the folder when all start at once after a kill', async () => {
    await writeFile(join(dataDir, 'hub.pid'), `${process.pid}\nan earlier process with this id\n`);
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(dataDir)));
    const locks = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(locks).toHaveLength(1);
    await locks[0]?.();
  });

  it('neither trusts nor signals another process with the dead server’s process id', async () => {
    const { uid, gid } = await stat(join(dataDir, 'postgres'));
    const unrelated = spawn('sleep', ['60'], { detached: true, stdio: 'ignore', cwd: '/', uid, gid });
    children.push(unrelated);
    const lines = [
      unrelated.pid,
      join(dataDir, 'postgres'),
      1_700_000_000,
      5432,
      '',
      '127.0.0.1',
      '',
      'ready',
      '',
    ];
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    await writeFile(pidFile, lines.join('\n'));

    const server = await start();
    expect(await queryValue(server.url, 'select n from kept')).toBe(42);
    await server.stop();
    expect(unrelated.signalCode ?? unrelated.exitCode).toBeNull();
    expect(processStart(unrelated.pid ?? 0)).toBeDefined();
  });

  it('starts again after the server itself was killed', async () => {
    const first = await start();
    process.kill(await postmasterPid(), 'SIGKILL');
    await first.stop();
    const server = await start();
    expect(await queryValue(server.url, 'select n from kept')).toBe(42);
  });

  it('uses another port when the chosen one has been taken in the meantime', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = other.address() as net.AddressInfo;
    const portLookup = jest.spyOn(net.Server.prototype, 'address').mockReturnValueOnce(taken);
    const lines: string[] = [];
    const server = await start({ log: (line) => lines.push(line) });
    expect(portLookup).toHaveBeenCalledTimes(2);
    expect(lines.join('\n')).toContain('Address already in use');
    expect(await queryValue(server.url, 'select n from kept')).toBe(42);
    other.close();
  });

  it('refuses data of another PostgreSQL version, and does not change it', async () => {
    const other = join(root, 'other version');
    await mkdir(join(other, 'postgres'), { recursive: true });
    await writeFile(join(other, 'postgres', 'PG_VERSION'), '17\n');
    expect(await startErrorOf(start({ dataDir: other }))).toContain(
      `The data in ${join(other, 'postgres')} was made by PostgreSQL 17`,
    );
    expect(await readdir(other)).toEqual(['postgres']);
  });

  it('reports in one sentence that the folder cannot be written', async () => {
    const file = join(root, 'a file');
    await writeFile(file, '');
    expect(await startErrorOf(start({ dataDir: file }))).toBe(
      `The data folder ${file} cannot be used: a file is in its place (${file}). Set DATA_DIR to another folder.`,
    );
    expect(await startErrorOf(start({ dataDir: '/proc/hub' }))).toBe(
      'The data folder /proc/hub cannot be used: no folder can be created there (/proc/hub). Set DATA_DIR to another folder.',
    );
  });

  it('reports in one sentence that there is no PostgreSQL for this platform', () => {
    expect(() => findNative('sunos', 'sparc')).toThrow(StartError);
    expect(() => findNative('sunos', 'sparc')).toThrow(/^There is no embedded PostgreSQL for sunos-sparc /);
  });

  it('creates the missing library links when install scripts were disabled', async () => {
    const native = join(root, 'package', 'native');
    await mkdir(join(native, 'lib'), { recursive: true });
    await cp(join(findNative(), 'pg-symlinks.json'), join(native, 'pg-symlinks.json'));
    await completeLinks(native);
    await completeLinks(native);
    expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/);
  });
});

describe('the first start', () => {
  it('starts over when an earlier first start was killed before it finished', async () => {
    const folder = join(root, 'interrupted');
    const hub = spawnHub(folder);
    await until(async () => {
      const unfinished = (await readdir(folder)).find((name) => name.startsWith('postgres.new-'));
      return unfinished && (await stat(join(folder, unfinished, 'data', 'base', '1', '1259')));
    });
    await kill(hub);
    expect(await readdir(folder)).not.toContain('postgres');

    const server = await start({ dataDir: folder });
    expect(server.fresh).toBe(true);
    expect(await queryValue(server.url, 'select current_user')).toBe('hub_owner');
    await server.stop();
    expect((await readdir(folder)).sort()).toEqual(['owner-password', 'postgres']);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;

  asRoot('works as root, also in a folder that no other user can read', async () => {
    expect((await stat(root)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'postgres'))).uid).not.toBe(0);

    // The same cluster in an open folder needs no capability; `nobody` owns the folder above it.
    const open = await mkdtemp(join(tmpdir(), 'hub open '));
    try {
      await chmod(open, 0o755);
      execFileSync('cp', ['-a', dataDir, open]);
      execFileSync('chown', ['-R', '0:0', open]);
      execFileSync('chown', ['nobody', open]);
      const server = await start({ dataDir: join(open, 'data') });
      expect(await queryValue(server.url, 'select n from kept')).toBe(42);
      const pid = await postmasterPid(join(open, 'data'));
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      expect(status).toMatch(/^CapEff:\s*0+$/m);
      expect((await stat(`/proc/${pid}`)).uid).toBe((await stat(open)).uid);
      await server.stop();
    } finally {
      await rm(open, { recursive: true, force: true });
    }
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { preparePrograms } from '../../src/database/embedded/programs.js';

/** How to stop a server: fast shutdown (running statements are aborted), immediate shutdown, or kill. */
const signals = { fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL' } as const;

/** A PostgreSQL server for one test, without the roles of the hub. */
export interface ScratchServer {
  /** URL of the superuser. */
  readonly url: string;
  /** Stops the server as a fault would, and waits until it has ended. The data are kept. */
  halt(mode: keyof typeof signals): Promise<void>;
  /** Starts the server again with the same port and data, and waits until it accepts connections. */
  restart(): Promise<void>;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/** Starts a PostgreSQL program, as another user than root. */
type StartProgram = (program: 'initdb' | 'postgres', args: readonly string[]) => ChildProcess;

/** Starts a server with the embedded PostgreSQL programs of the hub. */
export async function embeddedServer(settings: Record<string, string> = {}): Promise<ScratchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-scratch-'));
  const { account, start } = await preparePrograms(folder);
  if (account) await chown(folder, account.uid, account.gid);
  return startServer(folder, (program, args) => start(program, args, { stdio: 'ignore' }), settings);
}

/** Debian's folder of the programs of a major version; undefined when it is not installed. */
export function installedPrograms(major: number): string | undefined {
  const bin = `/usr/lib/postgresql/${major}/bin`;
  return existsSync(`${bin}/initdb`) ? bin : undefined;
}

/** Starts a server with installed programs, as the user `postgres` when the tests run as root. */
export async function installedServer(
  bin: string,
  settings: Record<string, string> = {},
): Promise<ScratchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-scratch-'));
  let account: { uid?: number; gid?: number } = {};
  if (process.getuid?.() === 0) {
    const id = async (flag: string) => Number(await text(spawn('id', [flag, 'postgres']).stdout));
    account = { uid: await id('-u'), gid: await id('-g') };
    await chown(folder, account.uid as number, account.gid as number);
  }
  const start: StartProgram = (program, args) =>
    spawn(`${bin}/${program}`, args, { ...account, cwd: folder, stdio: 'ignore' });
  return startServer(folder, start, settings);
}

/** Creates a cluster in the folder and starts a server on it. */
async function startServer(
  folder: string,
  start: StartProgram,
  settings: Record<string, string>,
): Promise<ScratchServer> {
  const data = join(folder, 'data');
  const options = ['-U', 'admin', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const [code] = await once(start('initdb', ['-D', data, ...options]), 'close');
  if (code !== 0) throw new Error(`initdb ended with ${code}`);
  const port = await freePort();
  const url = `postgres://admin@127.0.0.1:${port}/postgres`;
  const allSettings = {
    fsync: 'off',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...settings,
  };
  const args = ['-D', data, '-p', `${port}`];
  for (const [name, value] of Object.entries(allSettings)) args.push('-c', `${name}=${value}`);

  let server: ChildProcess | undefined;
  const restart = async () => {
    while (!server) {
      const starting = start('postgres', args);
      let ended = false;
      starting.once('close', () => {
        ended = true;
      });
      // The server ends at once if children of a killed server are still running; then it is started again.
      while (!server && !ended) {
        if (await acceptsConnections(url)) server = starting;
        else await delay(20);
      }
    }
  };
  const halt = async (mode: keyof typeof signals) => {
    if (!server) return;
    const ended = once(server, 'close');
    server.kill(signals[mode]);
    await ended;
    server = undefined;
  };
  await restart();
  return {
    url,
    halt,
    restart,
    stop: async () => {
      await halt('immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function acceptsConnections(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

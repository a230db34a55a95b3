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

/** How a server ends: breaking off what is under way, without closing its files, or killed. */
const signals = { fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL' } as const;

/** A PostgreSQL server of a test's own, without any role of the hub. */
export interface ScratchServer {
  /** The superuser's. */
  readonly url: string;
  /** Ends it as a fault would, and waits until it is gone. Its data stay. */
  halt(how: keyof typeof signals): Promise<void>;
  /** Starts it again, on the same port and data, and waits until it is reached. */
  restart(): Promise<void>;
  /** Ends it, and its data go. */
  stop(): Promise<void>;
}

/** Starts a program of PostgreSQL as a user that it accepts. */
type Start = (program: 'initdb' | 'postgres', args: readonly string[]) => ChildProcess;

/** A server of the programs that the hub brings. */
export async function embeddedServer(settings: Record<string, string> = {}): Promise<ScratchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-scratch-'));
  const { account, start } = await preparePrograms(folder);
  if (account) await chown(folder, account.uid, account.gid);
  return serve(folder, (program, args) => start(program, args, { stdio: 'ignore' }), settings);
}

/** Where Debian keeps a major version's programs; undefined when this machine has none. */
export function installedPrograms(major: number): string | undefined {
  const bin = `/usr/lib/postgresql/${major}/bin`;
  return existsSync(`${bin}/initdb`) ? bin : undefined;
}

/** A server of programs that the machine has, run by the user `postgres` when the tests are run by root. */
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
  const start: Start = (program, args) =>
    spawn(`${bin}/${program}`, args, { ...account, cwd: folder, stdio: 'ignore' });
  return serve(folder, start, settings);
}

/** Makes a cluster in a folder and serves it. */
async function serve(folder: string, start: Start, settings: Record<string, string>): Promise<ScratchServer> {
  const data = join(folder, 'data');
  const made = ['-U', 'admin', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const [code] = await once(start('initdb', ['-D', data, ...made]), 'close');
  if (code !== 0) throw new Error(`initdb ended with ${code}`);
  const port = await freePort();
  const url = `postgres://admin@127.0.0.1:${port}/postgres`;
  const here = { fsync: 'off', listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const args = ['-D', data, '-p', `${port}`];
  for (const [name, value] of Object.entries(here)) args.push('-c', `${name}=${value}`);

  let server: ChildProcess | undefined;
  const restart = async () => {
    while (!server) {
      const starting = start('postgres', args);
      let ended = false;
      starting.once('close', () => {
        ended = true;
      });
      // It ends at once where children of a server that was killed have not noticed yet.
      while (!server && !ended) {
        if (await takesConnections(url)) server = starting;
        else await delay(20);
      }
    }
  };
  const halt = async (how: keyof typeof signals) => {
    if (!server) return;
    const ended = once(server, 'close');
    server.kill(signals[how]);
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

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

async function takesConnections(url: string): Promise<boolean> {
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

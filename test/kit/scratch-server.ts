import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { startEmbedded } from '../../src/database/embedded.js';

/** A PostgreSQL server of a test's own, without any role of the hub. */
export interface ScratchServer {
  /** The superuser's. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The embedded PostgreSQL, in a temporary folder. */
export async function embeddedServer(): Promise<ScratchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-scratch-'));
  const { url, stop } = await startEmbedded({ dataDir, settings: { fsync: 'off' } });
  return {
    url,
    stop: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Where Debian keeps a major version's programs; undefined when this machine has none. */
export function installedPrograms(major: number): string | undefined {
  const bin = `/usr/lib/postgresql/${major}/bin`;
  return existsSync(`${bin}/initdb`) ? bin : undefined;
}

/** A server of programs that the machine has, run by the user `postgres` when the tests are run by root. */
export async function installedServer(bin: string): Promise<ScratchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-scratch-'));
  let account: { uid?: number; gid?: number } = {};
  if (process.getuid?.() === 0) {
    const id = async (flag: string) => Number(await text(spawn('id', [flag, 'postgres']).stdout));
    account = { uid: await id('-u'), gid: await id('-g') };
    await chown(folder, account.uid as number, account.gid as number);
  }
  const data = join(folder, 'data');
  const settings = ['-U', 'admin', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const initdb = spawn(`${bin}/initdb`, ['-D', data, ...settings], {
    ...account,
    cwd: folder,
    stdio: 'ignore',
  });
  const [code] = await once(initdb, 'close');
  if (code !== 0) throw new Error(`initdb ended with ${code}`);
  const port = await freePort();
  const options = ['-p', `${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const server = spawn(`${bin}/postgres`, ['-D', data, '-c', 'fsync=off', ...options], {
    ...account,
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = once(server, 'close');
  const url = `postgres://admin@127.0.0.1:${port}/postgres`;
  await reachable(url, server.pid);
  return {
    url,
    stop: async () => {
      server.kill('SIGQUIT');
      await ended;
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

async function reachable(url: string, pid: number | undefined): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > until)
        throw new Error(`the server ${pid} does not come up: ${(error as Error).message}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

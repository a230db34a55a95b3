import { execFileSync } from 'node:child_process';
import { constants, readFileSync } from 'node:fs';
import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../../start-error.js';

/**
 * An opaque text that distinguishes a process from a later one with the same id. Empty where the system does not
 * provide it (Windows); undefined when no such process runs. A zombie does not count as running.
 */
export function processStart(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // The second field is the program's name, which may itself contain spaces and parentheses.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${fields[19]}`;
    }
    if (process.platform !== 'win32') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'latin1' }).trim();
    }
    process.kill(pid, 0);
    return '';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? '' : undefined;
  }
}

/** Another running hub uses the data folder. */
export class DataFolderInUse extends StartError {
  /** Which hub uses which folder, without the final period. */
  readonly fact: string;

  constructor(dataDir: string, pid: string) {
    const fact = `Another hub (process ${pid}) uses the data folder ${dataDir}`;
    super(`${fact}: stop it, or set DATA_DIR to another folder.`);
    this.fact = fact;
  }
}

/**
 * Locks the data folder for this process with `<dataDir>/hub.pid`, until the returned function is called. The lock
 * of a killed process is ignored.
 *
 * @throws DataFolderInUse when another running hub uses the folder; file errors are passed on as Node.js throws them.
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, 'hub.pid');
  const mine = `${process.pid}\n${processStart(process.pid) ?? ''}\n`;
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(path, mine, { flag: 'wx' });
      return async () => {
        if ((await readFile(path, 'utf8').catch(() => '')) === mine) await rm(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 50) throw error;
    }
    const found = await readFile(path, 'utf8').catch(() => undefined);
    if (found === undefined) continue;
    const [pid = '', start = '', end] = found.split('\n');
    if (end !== undefined && processStart(Number(pid)) === start) {
      throw new DataFolderInUse(dataDir, pid);
    }
    if (end === undefined && attempt < 10) {
      // The other hub has created the file but not written it yet, unless the machine stopped in between.
      await delay(10);
    } else {
      await putAside(path, found);
    }
  }
}

/** Removes the lock of a dead hub, but not a lock that another hub has created since it was read. */
async function putAside(path: string, dead: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) !== dead) await copyFile(aside, path, constants.COPYFILE_EXCL);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
  await rm(aside, { force: true });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Exit code and output of a program. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that may end at any time; for a serving hub see `HubProcess`. */
export interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The output so far. */
  said(): string;
}

/**
 * Runs a hub, or another command, in a process group of its own. Of the test's environment it inherits only PATH and
 * HOME. When the test process ends, remaining groups are killed.
 */
export function run(
  env: Record<string, string>,
  [program, ...args]: readonly [string, ...string[]] = [process.execPath, join(root, 'dist/bundle/main.js')],
  folder = root,
): Run {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      text[name] += part;
    });
  }
  const killGroup = () => {
    try {
      process.kill(-(child.pid as number), 'SIGKILL');
    } catch {
      // The group has already ended.
    }
  };
  process.on('exit', killGroup);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', killGroup);
      resolve({ code, ...text });
    });
  });
  return { child, ended, said: () => text.stdout + text.stderr };
}

/** Process id of the embedded PostgreSQL on a data folder; undefined when none is running. */
export async function postgresOf(dataDir: string): Promise<number | undefined> {
  const file = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(file.split('\n')[0]);
  return pid && runs(pid) ? pid : undefined;
}

/** Whether a process with this id exists. */
export function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Exit code and output of a program. */
export interface ProgramResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running program that may end at any time; for a hub that serves requests see `HubProcess`. */
export interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<ProgramResult>;
  /** The output so far. */
  output(): string;
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
  const captured = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      captured[name] += part;
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
  const ended = new Promise<ProgramResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', killGroup);
      resolve({ code, ...captured });
    });
  });
  return { child, ended, output: () => captured.stdout + captured.stderr };
}

/** Process id of the embedded PostgreSQL on a data folder; undefined when none is running. */
export async function postgresPid(dataDir: string): Promise<number | undefined> {
  const file = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(file.split('\n')[0]);
  return pid && isRunning(pid) ? pid : undefined;
}

/** Whether a process with this id exists. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

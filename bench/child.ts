import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Kills the process when the bench ends in any way, because its standard input then closes. */
const guard = 'data:text/javascript,process.stdin.resume().on("end",()=>process.kill(process.pid,"SIGKILL"))';

/** The servers that run now. */
const running = new Set<Child>();

/** A server in a process of its own. */
export class Child {
  readonly #lines: string[] = [];
  readonly #exited: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.#exited = once(child, 'exit');
    running.add(this);
  }

  /**
   * Starts a program of Node. Of the environment it inherits only PATH, HOME and TMPDIR.
   * @param ready matches the line that says that it serves; its first group is the URL
   * @param imports modules that are loaded before the program
   */
  static async start(
    program: string,
    folder: string,
    env: Record<string, string>,
    ready: RegExp,
    imports: readonly string[] = [],
  ): Promise<{ child: Child; url: string }> {
    const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env;
    const spawned = spawn(
      process.execPath,
      [...[guard, ...imports].flatMap((it) => ['--import', it]), program],
      {
        cwd: folder,
        env: { PATH, HOME, TMPDIR, ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const child = new Child(spawned);
    const url = await new Promise<string>((resolve, reject) => {
      for (const stream of [spawned.stdout, spawned.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          child.#lines.push(line);
          const [, found] = ready.exec(line) ?? [];
          if (found) resolve(found);
        });
      }
      spawned.once('close', () => reject(new Error(`${program} ended:\n${child.#lines.join('\n')}`)));
    });
    return { child, url };
  }

  get pid(): number {
    return this.child.pid as number;
  }

  /** The last lines of its output. */
  get output(): string {
    return this.#lines.slice(-20).join('\n');
  }

  async stop(): Promise<void> {
    running.delete(this);
    this.child.kill('SIGTERM');
    await this.#exited;
  }
}

/** Stops the servers that still run. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map((child) => child.stop()));
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from './client.js';
import { poolSize } from './hub.js';
import type { SeededMember } from './town.js';

const main = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url));

/**
 * Module that kills its process when the parent process ends in any way: its standard input then closes. A line on the
 * standard input asks for the memory in use, see `HubProcess.memory`.
 */
export const controlledByParent = `data:text/javascript,${encodeURIComponent(`
  process.stdin
    .on('end', () => process.kill(process.pid, 'SIGKILL'))
    .on('data', () => {
      globalThis.gc();
      const { heapUsed, external } = process.memoryUsage();
      console.log('memory in use: ' + (heapUsed + external));
    });
`)}`;

/** A hub in a process of its own, as `npm start` runs it. */
export class HubProcess {
  /** Lines of the standard output and error. */
  readonly output: string[] = [];
  readonly #clients: Client[] = [];
  readonly #exited: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly ready: { url: string },
  ) {
    this.#exited = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
  }

  /** Starts a hub with these settings; of the test's environment it inherits only PATH and HOME. */
  static async start(env: Record<string, string>): Promise<HubProcess> {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, ['--expose-gc', '--import', controlledByParent, main], {
      env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'warn', DATABASE_CONNECTIONS: poolSize, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const ready = { url: '' };
    const hub = new HubProcess(child, ready);
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream as NodeJS.ReadableStream }).on('line', (line) => {
          hub.output.push(line);
          const [, url] = /^The hub is ready .*(http:\/\/[^/\s]+)/.exec(line) ?? [];
          if (!url) return;
          ready.url = url;
          resolve();
        });
      }
      child.once('close', () => reject(new Error(`the hub ended: ${hub.output.join('\n')}`)));
    });
    return hub;
  }

  get url(): string {
    return this.ready.url;
  }

  /** Waits until the hub has written a line that matches. */
  async waitForOutput(text: RegExp): Promise<void> {
    while (!this.output.some((line) => text.test(line))) await pause(50);
  }

  /**
   * Memory in use after a garbage collection, in megabytes. The resident memory would also count garbage, which a busy
   * machine collects later.
   */
  async memory(): Promise<number> {
    const answers = () => this.output.filter((line) => line.startsWith('memory in use: '));
    const known = answers().length;
    this.child.stdin?.write('memory\n');
    while (answers().length === known) await pause(5);
    return Number(answers().at(-1)?.split(': ')[1]) / 2 ** 20;
  }

  /** A signed-in client of this process. */
  async as(member: SeededMember): Promise<Client> {
    const client = await Client.signIn(this.url, member.email);
    this.#clients.push(client);
    return client;
  }

  /** Kills the process at once (SIGKILL). */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#exited;
  }

  /** Stops the process with SIGTERM, waits for it, and returns the exit code. */
  async stop(): Promise<number | null> {
    await Promise.all(this.#clients.map((client) => client.close()));
    this.child.kill('SIGTERM');
    await this.#exited;
    return this.child.exitCode;
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A person, as a partner's system has it. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
}

/** What a party used, in milliseconds. */
export interface Used {
  readonly cpu: number;
  /** The longest pause of its event loop. */
  readonly pause: number;
}

const program = fileURLToPath(new URL('./party.mjs', import.meta.url));

/** The system of a partner, in a process of its own. Its memory survives a restart. */
export class TestParty {
  #child: ChildProcess | undefined;
  #persons: Readonly<Record<string, readonly Person[]>> = {};
  url = '';

  private constructor(
    readonly slug: string,
    private readonly folder: string,
    private readonly settings: object,
  ) {}

  /**
   * @param keys the address of the hub's keys
   * @param limits other limits than the usual ones
   */
  static async start(slug: string, keys: string, limits: object = {}): Promise<TestParty> {
    const folder = await mkdtemp(join(tmpdir(), 'party-'));
    const party = new TestParty(slug, folder, { slug, keys, memory: join(folder, 'runs.json'), ...limits });
    await party.restart();
    return party;
  }

  /** Starts it again. */
  async restart(): Promise<void> {
    await this.kill();
    this.#child = fork(program, [JSON.stringify(this.settings)], { execArgv: [] });
    const { port } = await this.#answer();
    this.url = `http://127.0.0.1:${port}/graphql`;
    await this.give(this.#persons);
  }

  /** Sets the persons of each period. */
  async give(persons: Readonly<Record<string, readonly Person[]>>): Promise<void> {
    this.#persons = persons;
    this.#child?.send({ persons });
    await this.#answer();
  }

  /** What it used since its persons were set. */
  async used(): Promise<Used> {
    this.#child?.send({});
    return (await this.#answer()) as unknown as Used;
  }

  async kill(): Promise<void> {
    if (this.#child?.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true });
  }

  async #answer(): Promise<{ port: number }> {
    const [answer] = await once(this.#child as ChildProcess, 'message');
    return answer as { port: number };
  }
}

/** Persons with names of their own. */
export function people(from: number, until: number): Person[] {
  return Array.from({ length: until - from }, (_, index) => {
    const letters = [...String(from + index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    return { firstName: `Zéphyrine ${letters}`, lastName: `d’Été ${letters}`, birthDate: '1980-01-01' };
  });
}

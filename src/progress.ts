/** The phases of a start, in their order. */
export type StartPhase = 'database' | 'migrations' | 'town' | 'server' | 'listening';

const words: Record<Exclude<StartPhase, 'listening'>, string> = {
  database: 'Starting the database',
  migrations: 'Updating the database schema',
  town: 'Checking the demonstration data',
  server: 'Starting the server',
};

/** Shows the progress of a start on a terminal: one line per phase, with its duration. */
export class Progress {
  #began: number | undefined;

  /** @param write the output, such as `process.stdout.write` */
  constructor(private readonly write: (text: string) => void) {}

  /** Ends the previous phase and begins a new one. */
  readonly enter = (phase: StartPhase): void => {
    this.end();
    // Prints nothing: the ready message has the address.
    if (phase === 'listening') return;
    this.#began = performance.now();
    this.write(`  ${`${words[phase]} …`.padEnd(42)}`);
  };

  /** Ends the current phase, successful or not. */
  end(): void {
    if (this.#began === undefined) return;
    this.write(`${((performance.now() - this.#began) / 1000).toFixed(1).padStart(5)} s\n`);
    this.#began = undefined;
  }
}

/** A phase of a start, in the order in which they come. */
export type StartPhase = 'database' | 'migrations' | 'town' | 'server' | 'listening';

const words: Record<Exclude<StartPhase, 'listening'>, string> = {
  database: 'Starting the database',
  migrations: 'Bringing its tables up to date',
  town: 'Looking for the demonstration town',
  server: 'Starting the server',
};

/** Says on a terminal what a start is doing, a line for each phase with the time that it took. */
export class Progress {
  #began: number | undefined;

  /** @param write such as `process.stdout.write` */
  constructor(private readonly write: (text: string) => void) {}

  /** A phase begins, and the one before is over. */
  readonly enter = (phase: StartPhase): void => {
    this.end();
    // The log says where.
    if (phase === 'listening') return;
    this.#began = performance.now();
    this.write(`  ${`${words[phase]} …`.padEnd(42)}`);
  };

  /** The last phase is over, well or not. */
  end(): void {
    if (this.#began === undefined) return;
    this.write(`${((performance.now() - this.#began) / 1000).toFixed(1).padStart(5)} s\n`);
    this.#began = undefined;
  }
}

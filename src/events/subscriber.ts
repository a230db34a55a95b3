/** A place in the order of events. */
export interface Position {
  readonly xid: bigint;
  readonly id: string;
}

/** Whether `a` comes after `b`. */
export function isAfter(a: Position, b: Position): boolean {
  return a.xid > b.xid || (a.xid === b.xid && a.id > b.id);
}

/** Reads the events after a position from the database, oldest first; none when there are no more. */
export type Replay = (after: Position) => Promise<readonly Position[]>;

/** How many events may wait for a subscriber before it is sent back to read them from the database. */
const maxWaiting = 1000;

/**
 * One reader of events: catches up from the database, then follows what the feed dispatches. Both
 * are in one order, so it passes from one to the other without a gap and without a duplicate. When it
 * falls behind the feed it goes back to the database: nothing is lost, and little is kept in memory.
 */
export class Subscriber implements AsyncIterableIterator<Position> {
  /** From the database, to be handed out before anything from the feed. */
  #replayed: Position[] = [];
  /** From the feed, since the last time that the database had no more. */
  #live: Position[] = [];
  #behind: boolean;
  #ended = false;
  #failure: unknown;
  #wakeUp: (() => void) | undefined;

  /**
   * @param position what the reader has seen; it gets what comes after
   * @param behind whether something may lie between `position` and what the feed dispatches from now on
   * @param onEnd called once, when the reader leaves
   */
  constructor(
    private position: Position,
    behind: boolean,
    private readonly replay: Replay,
    private readonly onEnd: () => void,
  ) {
    this.#behind = behind;
  }

  /** Takes an event from the feed. */
  take(event: Position): void {
    if (this.#ended) return;
    this.#live.push(event);
    if (this.#live.length > maxWaiting) {
      this.#live = [];
      this.#behind = true;
    }
    this.#wakeUp?.();
  }

  async next(): Promise<IteratorResult<Position>> {
    while (!this.#ended) {
      const event = this.#replayed.shift() ?? (this.#behind ? undefined : this.#live.shift());
      if (event) {
        if (!isAfter(event, this.position)) continue;
        this.position = event;
        return { done: false, value: event };
      }
      if (this.#behind) await this.#catchUp();
      else await new Promise<void>((resolve) => (this.#wakeUp = resolve));
    }
    if (this.#failure !== undefined) {
      const failure = this.#failure;
      this.#failure = undefined;
      throw failure;
    }
    return { done: true, value: undefined };
  }

  /** Ends the reader with an error, which its next call of {@link next} throws. */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.#failure = error;
    this.#end();
  }

  async return(): Promise<IteratorResult<Position>> {
    this.#failure = undefined;
    this.#end();
    return { done: true, value: undefined };
  }

  async throw(): Promise<IteratorResult<Position>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#live = [];
    this.#replayed = [];
    this.onEnd();
    this.#wakeUp?.();
  }

  /** Reads a page; when there is none, the feed has everything from here on. */
  async #catchUp(): Promise<void> {
    // What the feed dispatches while the page is read may lie beyond it, so it is kept.
    this.#behind = false;
    try {
      const page = await this.replay(this.position);
      if (this.#ended) return;
      this.#replayed = [...page];
      if (page.length > 0) this.#behind = true;
    } catch (error) {
      // Of a reader that has left, nobody waits for the page any more.
      this.fail(error);
    }
  }
}

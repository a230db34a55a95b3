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

/** What a reader's events go out by. */
export interface Transport {
  /** Whether the one at its end does not take what has been sent already. */
  readonly blocked: boolean;
  /** Sends the reader away, to come again after the last event that it got. */
  dismiss(): void;
}

/** How many events may wait for a subscriber. */
const maxWaiting = 1000;

/**
 * One reader of events: catches up from the database, then follows what the feed dispatches. Both
 * are in one order, so it passes from one to the other without a gap and without a duplicate. When too
 * many wait, the reader whose transport is blocked is dismissed; one that the feed merely outran goes back
 * to the database. Either way nothing is lost, and little is kept in memory.
 */
export class Subscriber implements AsyncIterableIterator<Position> {
  /** From the database, to be handed out before anything from the feed. */
  #replayed: Position[] = [];
  /** From the feed, since the database was last asked. */
  #live: Position[] = [];
  /** Whether the database may have what comes before anything from the feed. */
  #behind: boolean;
  #ended = false;
  #failure: unknown;
  #wakeUp: (() => void) | undefined;

  /**
   * @param position what the reader has seen; it gets what comes after
   * @param behind whether something may lie between `position` and what the feed dispatches from now on
   * @param onEnd called once, when the reader leaves
   * @param transport what its events go out by; without one, it is never dismissed
   */
  constructor(
    private position: Position,
    behind: boolean,
    private readonly replay: Replay,
    private readonly onEnd: () => void,
    private readonly transport?: Transport,
  ) {
    this.#behind = behind;
  }

  /** Takes an event from the feed. */
  take(event: Position): void {
    if (this.#ended) return;
    this.#live.push(event);
    if (this.#live.length > maxWaiting) this.#fallBehind();
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

  /** A reader that is catching up has not had its turn at these, and finds them in the database later. */
  #fallBehind(): void {
    this.#live = [];
    if (!this.#behind && this.transport?.blocked) {
      this.#end();
      this.transport.dismiss();
    } else this.#behind = true;
  }

  /** Reads a page; when there is none, the feed has everything from here on. */
  async #catchUp(): Promise<void> {
    // The page shows what was dispatched until now. What is dispatched while it is read may lie beyond it.
    this.#live = [];
    const asked = this.#live;
    try {
      const page = await this.replay(this.position);
      if (this.#ended) return;
      this.#replayed = [...page];
      this.#behind = page.length > 0 || this.#live !== asked;
    } catch (error) {
      // Of a reader that has left, nobody waits for the page any more.
      this.fail(error);
    }
  }
}

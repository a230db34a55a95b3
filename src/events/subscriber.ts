/** A position in the order of events. */
export interface Position {
  readonly xid: bigint;
  readonly id: string;
}

/** Whether `a` comes after `b`. */
export function isAfter(a: Position, b: Position): boolean {
  return a.xid > b.xid || (a.xid === b.xid && a.id > b.id);
}

/** Reads a page of events after a position from the database, oldest first; empty at the end. */
export type Replay = (after: Position) => Promise<readonly Position[]>;

/** The transport of a subscription, for back-pressure. */
export interface Transport {
  /** Whether the client does not read what has already been sent. */
  readonly blocked: boolean;
  /** Closes the socket with 4205, so that the client resumes after the last event that it received. */
  dismiss(): void;
}

/** The maximum number of events queued for a subscriber. */
const maxWaiting = 1000;

/**
 * A subscriber to events: reads the missed events from the database, then takes those that the feed dispatches.
 * Both have the same order, so the switch leaves no gap and no duplicate. When too many events are queued, a
 * subscriber whose transport is blocked is disconnected; any other one drops its queue and reads from the database
 * again. No event is lost, and memory stays bounded.
 */
export class Subscriber implements AsyncIterableIterator<Position> {
  /** Events from the database; they come before any event from the feed. */
  #replayed: Position[] = [];
  /** Events from the feed since the last read from the database. */
  #live: Position[] = [];
  /** Whether the database may have events that come before those from the feed. */
  #behind: boolean;
  #ended = false;
  #failure: unknown;
  #wakeUp: (() => void) | undefined;

  /**
   * @param position the last event seen; the subscriber gets the events after it
   * @param behind whether there may be events between `position` and the first one that the feed dispatches from now on
   * @param onEnd called once, when the subscription ends
   * @param transport the client's transport; without one, the subscriber is never disconnected
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

  /** Queues an event from the feed. */
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

  /** Ends the subscription with an error, which the next call of {@link next} throws. */
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

  /** Drops the queue. A subscriber that is catching up reads the dropped events from the database later. */
  #fallBehind(): void {
    this.#live = [];
    if (!this.#behind && this.transport?.blocked) {
      this.#end();
      this.transport.dismiss();
    } else this.#behind = true;
  }

  /** Reads a page from the database. An empty page means that the feed has all later events. */
  async #catchUp(): Promise<void> {
    // The page contains what was dispatched before. Events that are dispatched during the read may come after the page.
    this.#live = [];
    const asked = this.#live;
    try {
      const page = await this.replay(this.position);
      if (this.#ended) return;
      this.#replayed = [...page];
      this.#behind = page.length > 0 || this.#live !== asked;
    } catch (error) {
      // Does nothing if the subscription has ended meanwhile.
      this.fail(error);
    }
  }
}

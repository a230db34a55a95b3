import { describe, expect, it } from '@jest/globals';
import { isAfter, type Position, Subscriber } from '../../src/events/subscriber.js';
import { randomFrom } from '../kit/random.js';

const at = (number: number): Position => ({ xid: BigInt(number), id: 'a' });
const numberOf = ({ xid }: Position) => Number(xid);
const pageSize = 5;

/** The events of a partner in the database, and a subscriber to them. */
class Model {
  readonly events: Position[] = [];
  readonly received: number[] = [];
  ended = 0;
  replays = 0;
  disconnects = 0;
  /** Whether the client has stopped reading. */
  blocked = false;
  readonly subscriber: Subscriber;

  constructor(
    behind: boolean,
    replay?: (after: Position, page: readonly Position[]) => Promise<readonly Position[]>,
  ) {
    this.subscriber = new Subscriber(
      at(0),
      behind,
      async (after) => {
        this.replays += 1;
        const page = this.events.filter((event) => isAfter(event, after)).slice(0, pageSize);
        return replay ? replay(after, page) : page;
      },
      () => (this.ended += 1),
      this,
    );
  }

  dismiss(): void {
    this.disconnects += 1;
  }

  /** Settles the next event and dispatches it through the feed. */
  emit(): void {
    const event = at(this.events.length + 1);
    this.events.push(event);
    this.subscriber.take(event);
  }

  async read(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const { value, done } = await this.subscriber.next();
      if (done) throw new Error('ended');
      this.received.push(numberOf(value));
    }
  }
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('a subscriber', () => {
  it('with a blocked transport is disconnected when more than 1,000 events are queued', async () => {
    const model = new Model(false);
    model.blocked = true;
    for (let i = 0; i < 1000; i++) model.emit();
    expect([model.disconnects, model.ended]).toEqual([0, 0]);
    model.emit();
    model.emit();
    expect([model.disconnects, model.ended]).toEqual([1, 1]);
    await expect(model.subscriber.next()).resolves.toEqual({ done: true, value: undefined });
  });

  it('is not disconnected while it catches up, at any number of events and any reading speed', async () => {
    const model = new Model(true);
    model.blocked = true;
    for (let i = 0; i < 1100; i++) model.emit();
    for (let page = 0; page < 5; page++) {
      await model.read(pageSize);
      for (let i = 0; i < 1100; i++) model.emit();
    }
    await model.read(model.events.length - model.received.length);
    expect(model.received).toEqual(upTo(6600));
    // The subscriber has just caught up, so 1,000 further events fit in the queue.
    const pending = model.read(1);
    for (let i = 0; i < 1000; i++) model.emit();
    await pending;
    await model.read(999);
    expect(model.disconnects).toBe(0);
  });

  it('with a free transport and more than 1,000 queued events reads from the database again, without a gap', async () => {
    const model = new Model(false);
    for (let i = 0; i < 3500; i++) model.emit();
    expect(model.replays).toBe(0);
    await model.read(3500);
    expect(model.received).toEqual(upTo(3500));
    expect(model.replays).toBeGreaterThan(3500 / pageSize - 200);
    const pending = model.read(1);
    model.emit();
    await pending;
    expect(model.received.at(-1)).toBe(3501);
  });

  it('can fall behind again while it catches up, without a gap', async () => {
    let bursts = 2;
    const model = new Model(true, async (_after, page) => {
      // More events than fit in the queue are dispatched after the page was read and before it arrives.
      if (page.length === 0 && bursts-- > 0) for (let i = 0; i < 1500; i++) model.emit();
      return page;
    });
    await model.read(3000);
    expect(model.received).toEqual(upTo(3000));
  });

  it('that keeps up never reads from the database', async () => {
    const model = new Model(false);
    for (let i = 0; i < 1000; i++) model.emit();
    await model.read(1000);
    expect(model.replays).toBe(0);
  });

  it('ends at once when it is closed while it waits, and calls onEnd once', async () => {
    const model = new Model(false);
    const pending = model.subscriber.next();
    await model.subscriber.return();
    await model.subscriber.return();
    await expect(pending).resolves.toEqual({ done: true, value: undefined });
    await expect(model.subscriber.next()).resolves.toEqual({ done: true, value: undefined });
    expect(model.ended).toBe(1);
    model.emit();
    await expect(model.subscriber.next()).resolves.toEqual({ done: true, value: undefined });
  });

  it('ends with the database error, after the events before it', async () => {
    const model = new Model(true, async (after, page) => {
      if (numberOf(after) >= 7) throw new Error('the database is away');
      return page.slice(0, 7 - numberOf(after));
    });
    for (let i = 0; i < 10; i++) model.emit();
    await model.read(7);
    await expect(model.subscriber.next()).rejects.toThrow('the database is away');
    await expect(model.subscriber.next()).resolves.toEqual({ done: true, value: undefined });
    expect(model.received).toEqual(upTo(7));
    expect(model.ended).toBe(1);
  });

  it('ignores a failure that happens after it was closed', async () => {
    let fail: (error: Error) => void = () => {};
    const model = new Model(true, () => new Promise((_, reject) => (fail = reject)));
    const pending = model.subscriber.next();
    await model.subscriber.return();
    fail(new Error('too late'));
    await expect(pending).resolves.toEqual({ done: true, value: undefined });
  });

  it('ends at once with the error of fail(), also with queued events', async () => {
    const model = new Model(false);
    const pending = model.subscriber.next();
    model.subscriber.fail(new Error('another history'));
    await expect(pending).rejects.toThrow('another history');
    expect(model.ended).toBe(1);
  });

  it('receives each event once and in order, with any interleaving', async () => {
    const { random, seed } = randomFrom('SUBSCRIBER_SEED');
    for (let round = 0; round < 300; round++) {
      // The feed dispatches an event after the database has it; a page is a snapshot that arrives late.
      const randomDelay = async () => {
        for (let i = random.below(4); i > 0; i--) await Promise.resolve();
      };
      const model = new Model(random.below(2) === 0, async (_after, page) => {
        await randomDelay();
        return page;
      });
      const isBurst = random.below(20) === 0;
      const total = isBurst ? 2500 : random.below(60);
      let dispatched = 0;
      if (random.below(2) === 0) {
        while (dispatched < total / 3) {
          model.events.push(at(model.events.length + 1));
          model.subscriber.take(at(++dispatched));
        }
      }
      const reading = model.read(total);
      while (dispatched < total) {
        const lag = model.events.length - dispatched;
        if (lag > 0 && (model.events.length === total || random.below(2) === 0)) {
          model.subscriber.take(at(++dispatched));
        } else model.events.push(at(model.events.length + 1));
        if (!isBurst || random.below(200) === 0) await randomDelay();
      }
      await reading;
      if (model.received.some((number, index) => number !== index + 1) || model.received.length !== total) {
        throw new Error(`seed ${seed}, round ${round}: got ${model.received.join(' ')}`);
      }
    }
  });
});

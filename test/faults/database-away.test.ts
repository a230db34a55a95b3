import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectSoon, figure } from '../kit/figures.js';
import { HubProcess } from '../kit/process.js';
import { TcpProxy } from '../kit/proxy.js';
import { embeddedServer, type ScratchServer } from '../kit/scratch-server.js';
import { Load } from './load.js';

/** How long the database is away, the limit for an answer, and the limit for the recovery; in milliseconds. */
const absence = 10_000;
const hang = 15_000;
const recovery = 5000;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

interface Seen {
  readonly load: Load;
  readonly away: number;
  readonly back: number;
  readonly stored: readonly string[];
}

describe('PostgreSQL is away for 10 s under load', () => {
  const undo: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });

  async function scratch(): Promise<ScratchServer> {
    const server = await embeddedServer();
    undo.push(() => server.stop());
    return server;
  }

  /** Runs the load on a hub that reaches its database at `url`, and returns the results. */
  async function watch(
    url: string,
    server: ScratchServer,
    leave: () => unknown,
    comeBack: () => unknown,
  ): Promise<Seen> {
    const hub = await HubProcess.start({
      DATABASE_URL: url,
      LOG_LEVEL: 'error',
      HUB_BUDGET: '10000000',
    });
    undo.push(() => hub.kill());
    const load = await Load.on(hub.url, server.url);
    await load.begin();
    const away = performance.now();
    await leave();
    await delay(absence - (performance.now() - away));
    await load.refused(away);
    await comeBack();
    const back = performance.now();
    await load.served(back);
    return { load, away, back, stored: await load.end() };
  }

  let ended: Seen;
  let unreachable: Seen;
  // Both run concurrently, because they mostly wait.
  beforeAll(async () => {
    const [one, other] = await Promise.all([scratch(), scratch()]);
    const proxy = await TcpProxy.open(other.url);
    undo.push(() => proxy.close());
    [ended, unreachable] = await Promise.all([
      watch(
        one.url,
        one,
        () => one.halt('fast'),
        () => one.restart(),
      ),
      watch(
        proxy.url,
        other,
        () => proxy.stall(),
        () => proxy.resume(),
      ),
    ]);
  });

  describe.each<[string, () => Seen]>([
    ['its server is stopped', () => ended],
    ['its network carries nothing, not even a refusal', () => unreachable],
  ])('%s', (how, seen) => {
    it('every request is answered within 15 s, with a result or with 503, Retry-After and UNAVAILABLE', () => {
      const { load, away } = seen();
      const failed = load.went.filter(({ status }) => status !== 200);
      const kinds = (all: typeof failed) => [...new Set(all.map(({ what }) => what))].sort();
      expect(kinds(failed)).toEqual(kinds(load.went));
      expect(failed.filter(({ status, retryAfter }) => status !== 503 || retryAfter !== '2')).toEqual([]);
      expect(failed.filter(({ at }) => at < away)).toEqual([]);
      expect([...load.refusals]).toEqual(['UNAVAILABLE']);
      // A new socket cannot be authenticated.
      expect([...load.closes].filter((code) => code !== 1013)).toEqual([]);
      const longest = Math.max(...load.went.map(({ took }) => took));
      expectSoon(longest, hang);
      figure(
        'PostgreSQL away for 10 s under load: 503 with Retry-After, no answer later than 15 s',
        `${how}: ${failed.length} of ${load.went.length} answers were 503, the last came after ${seconds(longest)}`,
      );
    });

    it('all requests succeed again within 5 s of its return', () => {
      const { load, back } = seen();
      const kinds = [...new Set(load.went.map(({ what }) => what))];
      const served = kinds.map(
        (kind) => load.went.find((it) => it.what === kind && it.at > back && it.status === 200)?.at,
      );
      const longest = Math.max(...served.map((at) => (at ?? Number.POSITIVE_INFINITY) - back));
      expectSoon(longest, recovery);
      figure('… recovered within 5 s of its return', `${how}: after ${seconds(longest)}`);
    });

    it('no event is lost or delivered twice, and each repeated command is done once', () => {
      const { load, stored } = seen();
      expect(load.told).toEqual(stored);
      expect([...load.acknowledged].sort()).toEqual([...stored].sort());
      figure('… no event lost', `${how}: ${stored.length} commands, 0 events lost, 0 delivered twice`);
    });
  });
});

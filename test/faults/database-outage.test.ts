import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectSoon, figure } from '../kit/figures.js';
import { HubProcess } from '../kit/process.js';
import { TcpProxy } from '../kit/proxy.js';
import { embeddedServer, type ScratchServer } from '../kit/scratch-server.js';
import { Load } from './load.js';

/** The duration of the outage, and the time limits for an answer and for the recovery, in milliseconds. */
const outage = 10_000;
const answerLimit = 15_000;
const recoveryLimit = 5000;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

interface Measurement {
  readonly load: Load;
  /** When the outage began and ended. */
  readonly began: number;
  readonly ended: number;
  readonly stored: readonly string[];
}

describe('a PostgreSQL outage of 10 s under load', () => {
  const cleanups: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const step of cleanups.reverse()) await step();
  });

  async function startServer(): Promise<ScratchServer> {
    const server = await embeddedServer();
    cleanups.push(() => server.stop());
    return server;
  }

  /** Runs the load on a hub that reaches its database at `url`, before, during and after an outage. */
  async function measure(
    url: string,
    server: ScratchServer,
    beginOutage: () => unknown,
    endOutage: () => unknown,
  ): Promise<Measurement> {
    const hub = await HubProcess.start({
      DATABASE_URL: url,
      LOG_LEVEL: 'error',
      HUB_BUDGET: '10000000',
    });
    cleanups.push(() => hub.kill());
    const load = await Load.on(hub.url, server.url);
    await load.begin();
    const began = performance.now();
    await beginOutage();
    await delay(outage - (performance.now() - began));
    await load.allFailed(began);
    await endOutage();
    const ended = performance.now();
    await load.allSucceeded(ended);
    return { load, began, ended, stored: await load.end() };
  }

  let stopped: Measurement;
  let unreachable: Measurement;
  // Both run concurrently, because they mostly wait.
  beforeAll(async () => {
    const [one, other] = await Promise.all([startServer(), startServer()]);
    const proxy = await TcpProxy.open(other.url);
    cleanups.push(() => proxy.close());
    [stopped, unreachable] = await Promise.all([
      measure(
        one.url,
        one,
        () => one.halt('fast'),
        () => one.restart(),
      ),
      measure(
        proxy.url,
        other,
        () => proxy.stall(),
        () => proxy.resume(),
      ),
    ]);
  });

  describe.each<[string, () => Measurement]>([
    ['the server is stopped', () => stopped],
    ['the server is unreachable, without an error from the network', () => unreachable],
  ])('%s', (cause, measurement) => {
    it('every request is answered within 15 s, with a result or with 503, Retry-After and UNAVAILABLE', () => {
      const { load, began } = measurement();
      const failed = load.results.filter(({ status }) => status !== 200);
      const kinds = (all: typeof failed) => [...new Set(all.map((result) => result.kind))].sort();
      expect(kinds(failed)).toEqual(kinds(load.results));
      expect(failed.filter(({ status, retryAfter }) => status !== 503 || retryAfter !== '2')).toEqual([]);
      expect(failed.filter(({ at }) => at < began)).toEqual([]);
      expect([...load.errorCodes]).toEqual(['UNAVAILABLE']);
      // New sockets cannot be authenticated: 1013, try again later.
      expect([...load.closeCodes].filter((code) => code !== 1013)).toEqual([]);
      const longest = Math.max(...load.results.map(({ took }) => took));
      expectSoon(longest, answerLimit);
      figure(
        'PostgreSQL stopped or unreachable for 10 s under load: 503 with Retry-After, every answer within 15 s',
        `${cause}: ${failed.length} of ${load.results.length} answers were 503, the slowest after ${seconds(longest)}`,
      );
    });

    it('requests of every kind succeed again within 5 s after the outage', () => {
      const { load, ended } = measurement();
      const kinds = [...new Set(load.results.map((result) => result.kind))];
      const firstSuccesses = kinds.map(
        (kind) => load.results.find((it) => it.kind === kind && it.at > ended && it.status === 200)?.at,
      );
      const longest = Math.max(...firstSuccesses.map((at) => (at ?? Number.POSITIVE_INFINITY) - ended));
      expectSoon(longest, recoveryLimit);
      figure('… recovery within 5 s of its return', `${cause}: after ${seconds(longest)}`);
    });

    it('no event is lost or delivered twice, and each repeated command is done once', () => {
      const { load, stored } = measurement();
      expect(load.received).toEqual(stored);
      expect([...load.acknowledged].sort()).toEqual([...stored].sort());
      figure('… no event lost', `${cause}: ${stored.length} commands, 0 events lost, 0 delivered twice`);
    });
  });
});

import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import type { Client } from './kit/client.js';
import { asOwner } from './kit/database.js';
import { testHub } from './kit/hub.js';
import { HubProcess } from './kit/process.js';
import { postgresOf, type Run, run, runs } from './kit/run.js';
import { registerPerson, type SeededMember } from './kit/town.js';

/** Asks again and again, for what no event tells. */
async function until<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    await delay(10);
  }
}

describe('a hub that is told to stop while it works', () => {
  const hub = testHub();
  const started: HubProcess[] = [];
  let member: SeededMember;
  afterAll(() => Promise.all(started.map((it) => it.kill())));
  beforeAll(async () => {
    member = await hub.town.member(await hub.town.partner());
  });

  async function start(): Promise<HubProcess> {
    const one = await HubProcess.start({ DATABASE_URL: hub.ownerUrl });
    started.push(one);
    return one;
  }

  /** Starts an act that waits for a lock, and does something meanwhile. */
  async function whileActing(
    client: Client,
    work: (act: Promise<string>, letGo: () => Promise<unknown>) => Promise<void>,
  ): Promise<void> {
    await asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('begin; lock table idempotency_key in access exclusive mode');
      const act = registerPerson(client);
      act.catch(() => {});
      await until(async () => {
        const waiting = "select from pg_locks where not granted and relation = 'idempotency_key'::regclass";
        return (await owner.query(waiting)).rowCount || undefined;
      });
      await work(act, () => owner.query('rollback'));
    });
  }

  it('finishes what is under way, ends its sockets with 1001 and takes nothing new', async () => {
    const server = await start();
    const client = await server.as(member);
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    const { hostname, port } = new URL(server.url);
    const halfAsked = net.connect(Number(port), hostname);
    halfAsked.write('GET /health/ready HTTP/1.1\r\nhost: hub\r\n');

    await whileActing(client, async (act, letGo) => {
      const closed = once(socket, 'close');
      const stopped = server.stop();
      expect((await closed)[0]).toBe(1001);
      await until(() =>
        fetch(`${server.url}/health/live`).then(
          () => undefined,
          (error: { cause: { code: string } }) => error.cause.code === 'ECONNREFUSED' || undefined,
        ),
      );
      halfAsked.write('\r\n');
      const [answer] = await once(halfAsked, 'data');
      expect(String(answer)).toMatch(/^HTTP\/1.1 503 /);
      await letGo();
      expect(await act).toMatch(/^beneficiary_/);
      const answered = performance.now();
      expect(await stopped).toBe(0);
      expect(performance.now() - answered).toBeLessThan(6000);
    });
  });

  it('breaks off what does not finish, within 10 s', async () => {
    const server = await start();
    await whileActing(await server.as(member), async (act) => {
      const began = performance.now();
      expect(await server.stop()).toBe(0);
      expect(performance.now() - began).toBeLessThan(10_000);
      await expect(act).rejects.toThrow();
    });
  });
});

describe('a hub with a database of its own leaves no process behind', () => {
  let folder: string;
  const hubs: Run[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub stops '));
  });
  afterAll(async () => {
    for (const { child } of hubs) if (child.exitCode === null) child.kill('SIGKILL');
    const pid = await postgresOf(folder);
    if (pid) process.kill(pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const npm = ['npm', 'start', '--ignore-scripts'] as const;

  /** Starts a hub on the folder. */
  function start(command?: readonly [string, ...string[]]): Run {
    const hub = run({ DATA_DIR: folder }, command);
    hubs.push(hub);
    return hub;
  }

  /** That a signal ends the hub soon and quietly, and its PostgreSQL too; the exit code. */
  async function ends(hub: Run, signal: () => void): Promise<number | null> {
    const pid = (await until(() => postgresOf(folder))) as number;
    const began = performance.now();
    signal();
    const { code, stderr } = await hub.ended;
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(stderr.replace(/^npm .*\n/gm, '')).toBe('');
    expect(runs(pid)).toBe(false);
    expect(await postgresOf(folder)).toBeUndefined();
    return code;
  }

  const ready = (hub: Run) =>
    until(async () => /The hub is ready/.test(hub.said()) || hub.child.exitCode !== null || undefined);

  it('when it is told so before it is ready', async () => {
    const hub = start();
    expect(await ends(hub, () => hub.child.kill('SIGTERM'))).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('on %s', async (signal) => {
    const hub = start();
    await ready(hub);
    expect(await ends(hub, () => hub.child.kill(signal))).toBe(0);
  });

  it('when npm is told', async () => {
    const hub = start(npm);
    await ready(hub);
    await ends(hub, () => hub.child.kill('SIGTERM'));
  });

  it('on Ctrl-C, which npm and the hub get, and npm passes on', async () => {
    const hub = start(npm);
    await ready(hub);
    await ends(hub, () => process.kill(-(hub.child.pid as number), 'SIGINT'));
  });
});

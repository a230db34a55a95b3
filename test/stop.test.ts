import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyDatabase } from './kit/database.js';
import { expectSoon } from './kit/figures.js';
import { TcpProxy } from './kit/proxy.js';
import { isRunning, postgresPid, type Run, run } from './kit/run.js';
import { until } from './kit/until.js';

describe('a hub with an embedded database leaves no process behind', () => {
  let folder: string;
  const hubs: Run[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub stops '));
  });
  afterAll(async () => {
    for (const { child } of hubs) if (child.exitCode === null) child.kill('SIGKILL');
    const pid = await postgresPid(folder);
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

  /** Checks that a signal stops the hub and its PostgreSQL soon and without output; returns the exit code. */
  async function ends(hub: Run, signal: () => void): Promise<number | null> {
    const pid = (await until(() => postgresPid(folder))) as number;
    const began = performance.now();
    signal();
    const { code, stderr } = await hub.ended;
    expectSoon(performance.now() - began, 10_000);
    expect(stderr.replace(/^npm .*\n/gm, '')).toBe('');
    expect(isRunning(pid)).toBe(false);
    expect(await postgresPid(folder)).toBeUndefined();
    return code;
  }

  const ready = (hub: Run) =>
    until(async () => /The hub is ready/.test(hub.output()) || hub.child.exitCode !== null || undefined);

  it('on Ctrl-C while the database is created, which the terminal sends to initdb too', async () => {
    const hub = start();
    await until(async () => (await readdir(folder)).some((name) => name.startsWith('postgres.new-')));
    process.kill(-(hub.child.pid as number), 'SIGINT');
    const { code, stderr } = await hub.ended;
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(await postgresPid(folder)).toBeUndefined();
  });

  it('on a signal before it is ready', async () => {
    const hub = start();
    expect(await ends(hub, () => hub.child.kill('SIGTERM'))).toBe(0);
  });

  // SIGTERM of a hub that is ready is tested in start.test.ts.
  it('on SIGINT', async () => {
    const hub = start();
    await ready(hub);
    expect(await ends(hub, () => hub.child.kill('SIGINT'))).toBe(0);
  });

  it('on a signal to npm', async () => {
    const hub = start(npm);
    await ready(hub);
    await ends(hub, () => hub.child.kill('SIGTERM'));
  });

  it('on Ctrl-C, which npm and the hub get and npm forwards again', async () => {
    const hub = start(npm);
    await ready(hub);
    await ends(hub, () => process.kill(-(hub.child.pid as number), 'SIGINT'));
  });

  it('on a second signal, although the first one is still stopping it', async () => {
    const hub = start();
    const pid = (await until(() => postgresPid(folder))) as number;
    // Neither a start nor a stop gets past a database that is suspended.
    process.kill(pid, 'SIGSTOP');
    hub.child.kill('SIGTERM');
    await until(() => hub.output().includes('Stopping …'));
    // Signals within half a second count as one, so several are sent.
    await until(() => hub.child.exitCode !== null || !hub.child.kill('SIGTERM'));
    expect(await hub.ended).toMatchObject({ code: 1, stderr: '' });
    process.kill(pid, 'SIGCONT');
    await until(async () => (await postgresPid(folder)) === undefined);
  });
});

it('a hub that gets a signal during its start says that it stops, and ends the start before the next phase', async () => {
  const database = await emptyDatabase();
  const proxy = await TcpProxy.open(database.ownerUrl);
  try {
    proxy.stall();
    const hub = run({ DATABASE_URL: proxy.url });
    await until(() => proxy.connections > 0);
    hub.child.kill('SIGTERM');
    await until(() => hub.output().includes('Stopping …'));
    proxy.resume();
    expect(await hub.ended).toEqual({ code: 0, stdout: 'Stopping …\n', stderr: '' });
  } finally {
    await proxy.close();
    await database.drop();
  }
});

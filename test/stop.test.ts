import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectSoon } from './kit/figures.js';
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
});

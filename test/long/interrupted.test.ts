import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockDataFolder } from '../../src/database/embedded/folder-lock.js';
import { type Run, run } from '../kit/run.js';
import { until } from '../kit/until.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub interrupted '));
});
afterEach(async () => {
  for (const pid of await programsOn(folder)) process.kill(pid, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The processes whose command line contains the folder. */
const programsOn = (path: string) => processesWith('cmdline', path);

/** The processes whose environment contains the folder. */
const processesOf = (path: string) => processesWith('environ', path);

async function processesWith(file: 'cmdline' | 'environ', path: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((it) => /^\d+$/.test(it)).map(Number);
  const texts = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
  );
  return pids.filter((_, at) => texts[at]?.includes(path));
}

/** The remaining data; other files in the folder are npm's. */
const data = async () => (await readdir(folder)).filter((name) => /^hub[- ]/.test(name));

/** Waits until a program works on the folder. */
async function started({ ended, output }: Run): Promise<void> {
  const works = until(async () => (await programsOn(folder)).length > 0);
  const stops = ended.then(({ code }) => {
    throw new Error(`it ended at once with code ${code}: ${output()}`);
  });
  await Promise.race([works, stops]);
}
const said = (program: Run, text: RegExp) => until(() => text.test(program.output()) || undefined);

/** Expects that the program ends on the signal without error output, and that no other process remains. */
async function expectEnd(program: Run, signal: () => void): Promise<void> {
  signal();
  const { code, stderr } = await program.ended;
  expect(stderr.replace(/^npm .*\n/gm, '')).toBe('');
  expect(code).not.toBe(0);
  await until(async () => ((await programsOn(folder)).length === 0 ? true : undefined));
}

describe('a benchmark leaves no PostgreSQL and no data behind', () => {
  const bench = () => run({ TMPDIR: folder }, [process.execPath, 'dist/bench/release.js']);

  it('when it is interrupted while PostgreSQL starts', async () => {
    const program = bench();
    await started(program);
    await expectEnd(program, () => program.child.kill('SIGTERM'));
    expect(await data()).toEqual([]);
  });

  it('when it is interrupted during the measurement', async () => {
    const program = bench();
    await said(program, /loading/);
    await expectEnd(program, () => program.child.kill('SIGINT'));
    expect(await data()).toEqual([]);
  });

  it('when it is interrupted while it makes the large town', async () => {
    const program = run({ TMPDIR: folder }, [
      process.execPath,
      'dist/bench/main.js',
      '--quick',
      '--copies=20',
    ]);
    await said(program, /making the town/);
    await expectEnd(program, () => program.child.kill('SIGTERM'));
    expect(await data()).toEqual([]);
  });

  it('when it is interrupted while it runs servers', async () => {
    const program = run({ TMPDIR: folder }, [
      process.execPath,
      'dist/bench/main.js',
      '--quick',
      '--copies=1',
    ]);
    await said(program, /comparing/);
    await expectEnd(program, () => program.child.kill('SIGINT'));
    expect(await processesOf(folder)).toEqual([]);
    expect(await data()).toEqual([]);
  });

  it('when the npm process that runs it gets SIGTERM', async () => {
    const program = run({ HUB_TEST_FOLDER: folder }, ['npm', 'run', 'bench:release', '--ignore-scripts']);
    await said(program, /loading/);
    await expectEnd(program, () => program.child.kill('SIGTERM'));
    await until(async () => ((await data()).length === 0 ? true : undefined));
  });
});

describe('a run of the tests', () => {
  it('leaves no PostgreSQL and no data behind when it is interrupted before its database is created', async () => {
    const program = run({ HUB_TEST_FOLDER: folder }, [
      'npm',
      'test',
      '--ignore-scripts',
      '--',
      'test/config.test.ts',
    ]);
    await started(program);
    await expectEnd(program, () => program.child.kill('SIGTERM'));
    await until(async () => ((await data()).length === 0 ? true : undefined));
  });

  it('leaves no worker, PostgreSQL or data behind when only Jest is interrupted during the tests', async () => {
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--maxWorkers=2'];
    const files = ['test/config.test.ts', 'test/access/roles.test.ts'];
    const program = run({ HUB_TEST_FOLDER: folder }, [process.execPath, ...jest, ...files]);
    await said(program, /PASS/);
    expect(await processesOf(folder)).not.toEqual([]);
    program.child.kill('SIGINT');
    expect((await program.ended).code).not.toBe(0);
    await until(async () => ((await processesOf(folder)).length === 0 ? true : undefined));
    await until(async () => ((await data()).length === 0 ? true : undefined));
  });
});

describe('npm run demo', () => {
  const story = (env: Record<string, string>) =>
    run({ DATA_DIR: folder, ...env }, [process.execPath, 'dist/demo/story.js']);

  it('leaves no PostgreSQL behind when it started a hub and is interrupted', async () => {
    const program = story({});
    await started(program);
    await expectEnd(program, () => process.kill(-(program.child.pid as number), 'SIGINT'));
  });

  it('reports no subscription errors when it is interrupted', async () => {
    const program = story({});
    await said(program, /A referral travels/);
    await expectEnd(program, () => process.kill(-(program.child.pid as number), 'SIGINT'));
  });

  it('says how to reach a hub that uses the data folder but listens on another port', async () => {
    const unlock = await lockDataFolder(folder);
    try {
      const { code, stdout, stderr } = await story({ PORT: '1' }).ended;
      expect(stderr).toMatch(
        /^No hub answers at http:\/\/127\.0\.0\.1:1\. Another hub .* uses the data folder .*: set PORT to .*`npm run demo -- http:[^`]+`\.\n$/,
      );
      expect(stdout).toBe('');
      expect(code).toBe(1);
    } finally {
      await unlock();
    }
  });
});

import { expect, it } from '@jest/globals';
import { testHub } from '../kit/hub.js';
import { HubProcess } from '../kit/process.js';
import { run } from '../kit/run.js';

/** A hub on a database without the demonstration town. */
const hub = testHub();

const demo = (env: Record<string, string>, ...args: string[]) =>
  run(env, [process.execPath, 'dist/demo/story.js', ...args]).ended;

const noTown = /no demonstration account .* the demonstration town is loaded \(`npm run demo:load`\)/;

it('a hub in demonstration mode says that persons are fictional only if the demonstration town is loaded', async () => {
  await hub.town.partner();
  const own = await HubProcess.start({ DATABASE_URL: hub.ownerUrl });
  try {
    await own.waitForOutput(/AUTH_ISSUER/);
    expect(own.output.join(' ')).toMatch(
      /everyone may sign in with any account, so enter fictional persons only/,
    );
    expect(own.output.join(' ')).not.toMatch(/npm run demo/);
  } finally {
    await own.kill();
  }
});

it('the demo names the database of DATABASE_URL, and says that the demonstration town is not loaded in it', async () => {
  const { code, stdout, stderr } = await demo({ DATABASE_URL: hub.ownerUrl });
  expect(stdout).toMatch(/started for the demo at http:\S+, with the database of DATABASE_URL\.\n$/);
  expect(stderr).toMatch(noTown);
  expect(code).toBe(1);
});

it('the demo takes the address as the hub prints it, with a slash at the end', async () => {
  const { stdout, stderr } = await demo({}, `${hub.url}/`);
  expect(stdout).toBe(`The hub at ${hub.url} is running.\n`);
  expect(stderr).toMatch(noTown);
});

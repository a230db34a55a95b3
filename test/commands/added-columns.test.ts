import { it } from '@jest/globals';
import { runCommand } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, sendReferral } from '../kit/town.js';

const hub = testHub();

it('a running process keeps doing commands after the migration of a newer version has added columns', async () => {
  const { client: sender } = await hub.town.caseworker();
  const { client: receiver, partner } = await hub.town.caseworker();
  // The second call prepares the statements; the third one uses them.
  const calls = async () => {
    for (let call = 0; call < 3; call++) {
      const referral = await sendReferral(sender, await registerPerson(sender), partner);
      await runCommand(receiver, 'acceptReferral', { referral, expectedVersion: 1 });
    }
  };
  await calls();
  for (const table of ['partner', 'beneficiary', 'referral', 'referral_text', 'sharing', 'event_consumer'])
    await hub.owner(`alter table ${table} add column added text`);
  await calls();
  await hub.consumed();
});

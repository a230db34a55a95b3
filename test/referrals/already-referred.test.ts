import { beforeAll, describe, expect, it } from '@jest/globals';
import { runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { actionCommand } from '../kit/referral-actions.js';
import { registerPerson, sendReferral } from '../kit/town.js';

const hub = sharedHub();
let csc: Awaited<ReturnType<typeof hub.town.caseworker>>;
let relais: typeof csc;
let aspe: typeof csc;

beforeAll(async () => {
  csc = await hub.town.caseworker();
  relais = await hub.town.caseworker();
  aspe = await hub.town.caseworker();
});

describe('a person with an open referral to the same receiver', () => {
  it('is referred again by a colleague only after confirmation', async () => {
    const person = await registerPerson(csc.client);
    const colleague = await hub.town.signedInMember(csc.partner);
    const input = () =>
      validInput.sendReferral(person, relais.partner, { confirmAlreadyReferred: undefined });
    const sent = await Promise.all(
      [csc, colleague].map(({ client }) => client.run('sendReferral', input(), 'referral { id reference }')),
    );
    const [told] = sent.filter((it) => !it.referral);
    const first = sent.find((it) => it.referral)?.referral;
    expect(told?.userErrors).toMatchObject([{ code: 'ALREADY_REFERRED', path: ['input', 'to'] }]);
    expect(told?.userErrors[0].message).toContain(first.reference);
    await runCommand(colleague.client, 'sendReferral', { ...input(), confirmAlreadyReferred: true });
  });

  it('is referred without confirmation after that referral is closed, to another partner, and by another partner', async () => {
    const person = await registerPerson(csc.client);
    const changes = { confirmAlreadyReferred: undefined };
    const first = await sendReferral(csc.client, person, relais.partner, changes);
    await sendReferral(csc.client, person, aspe.partner, changes);
    await runCommand(relais.client, ...actionCommand('ACCEPT', first, 1));
    await runCommand(relais.client, ...actionCommand('COMPLETE', first, 2));
    await sendReferral(csc.client, person, relais.partner, changes);
    await sendReferral(relais.client, person, aspe.partner, changes);
  });
});

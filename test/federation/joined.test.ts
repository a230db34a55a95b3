import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { freePort } from '../kit/scratch-server.js';
import { registerPerson, sendReferral } from '../kit/town.js';
import { ExampleProcess } from './example-process.js';
import { address, gatewaySecret, runGateway, testGateway } from './kit.js';

/*
 * The hub, the gateway and the example of a partner's system together. The example accepts only tokens that it checks
 * with the keys of the gateway, also when the gateway reads its definitions at start.
 */

const hub = testHub({
  HUB_GATEWAY_SECRET: gatewaySecret,
  HUB_PARTNER_SYSTEMS: '[{"prefix":"ft","partner":"france-travail"}]',
});
const slug = 'france-travail';

let example: ExampleProcess;
afterAll(() => example.stop());

const gateway = testGateway(async () => {
  const port = await freePort();
  example = await ExampleProcess.start(address, `http://127.0.0.1:${port}/.well-known/jwks.json`);
  const { url } = example;
  return runGateway(hub.url, [{ name: slug, prefix: 'ft', url }], { port });
});

type Party = Awaited<ReturnType<typeof hub.town.caseworker>>;
let ft: Party;
let csc: Party;
beforeAll(async () => {
  [ft, csc] = [await hub.town.caseworker(slug), await hub.town.caseworker()];
});

const query = 'query ($id: ID!) { beneficiary(id: $id) { id ftAppointments(first: 2) { at state } } }';
const appointments = async (party: Party, id: string): Promise<Data> =>
  (await gateway.for(party.client).data(query, { id })).beneficiary.ftAppointments;

describe('the hub, the gateway and the example of a partner’s system', () => {
  it('show appointments while the partner sees the person, and null before and after', async () => {
    const person = await registerPerson(csc.client);
    expect(await appointments(csc, person)).toBeNull();
    const agreement = validInput.recordSharingAgreement(person, ft.partner, { scope: 'IDENTITY' });
    const { id: sharing } = await runCommand(csc.client, 'recordSharingAgreement', agreement);
    expect(await appointments(csc, person)).toBeNull();
    const reference = { beneficiary: person, ownReference: '1000007A' };
    await runCommand(ft.client, 'setOwnReference', reference);
    for (const party of [csc, ft]) expect(await appointments(party, person)).toHaveLength(2);
    await runCommand(csc.client, 'withdrawSharing', { sharing });
    expect(await appointments(csc, person)).toBeNull();
  });

  it('show in a list the fields of persons with a reference only, and job offers and figures', async () => {
    const ownReference = '1000008A';
    const person = await registerPerson(ft.client, { ownReference });
    const other = await registerPerson(ft.client, { ownReference: 'not known to the partner’s system' });
    const document = `{
      beneficiaries { nodes { id ftAppointments(first: 1) { subject } } }
      partners { nodes { slug ftJobOffers(first: 1) { title } } }
      ftActivity(year: 2001) { persons quarters { quarter appointments } }
    }`;
    const data = await gateway.for(ft.client).data(document);
    const shown = Object.fromEntries(data.beneficiaries.nodes.map((it: Data) => [it.id, it.ftAppointments]));
    expect(shown).toEqual({ [person]: [{ subject: expect.any(String) }], [other]: null });
    for (const { ftJobOffers } of data.partners.nodes) expect(ftJobOffers).toHaveLength(1);
    expect(data.ftActivity).toMatchObject({ persons: null, quarters: [{}, {}, {}, {}] });
  });

  it('deliver events with fields of the partner', async () => {
    const person = await registerPerson(csc.client);
    const agreement = validInput.recordSharingAgreement(person, ft.partner, { scope: 'IDENTITY' });
    await runCommand(csc.client, 'recordSharingAgreement', agreement);
    await runCommand(ft.client, 'setOwnReference', { beneficiary: person, ownReference: '1000009A' });
    const events = await gateway
      .for(csc.client)
      .subscribe('kind referral { beneficiary { ftAppointments(first: 1) { state } } }');
    await sendReferral(csc.client, person, ft.partner);
    expect(await events.next()).toEqual({
      kind: 'SENT',
      referral: { beneficiary: { ftAppointments: [{ state: 'PLANNED' }] } },
    });
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { controlledByParent } from '../kit/process.js';
import { freePort } from '../kit/scratch-server.js';
import { registerPerson, sendReferral } from '../kit/town.js';
import { address, gatewaySecret, runGateway, testGateway } from './kit.js';

/*
 * The hub, the gateway and the example of a partner's system together. The example accepts only tokens that it checks
 * with the keys of the gateway, also when the gateway reads its definitions at start.
 */

const main = fileURLToPath(new URL('../../examples/partner-subgraph/src/main.ts', import.meta.url));
const hub = testHub({
  HUB_GATEWAY_SECRET: gatewaySecret,
  HUB_PARTNER_SYSTEMS: '[{"prefix":"ft","partner":"france-travail"}]',
});

let example: ChildProcess;
let exampleUrl: string;
let port: number;
beforeAll(async () => {
  port = await freePort();
  example = spawn(process.execPath, ['--import', controlledByParent, main], {
    env: {
      PORT: '0',
      GATEWAY_ISSUER: address,
      GATEWAY_JWKS_URL: `http://127.0.0.1:${port}/.well-known/jwks.json`,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  exampleUrl = await new Promise((resolve, reject) => {
    createInterface({ input: example.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const [, found] = /ready at (\S+)$/.exec(line) ?? [];
      if (found) resolve(found);
    });
    example.once('exit', (code) => reject(new Error(`the example ended with ${code}`)));
  });
});
afterAll(async () => {
  const gone = once(example, 'exit');
  example.stdin?.end();
  await gone;
});
const gateway = testGateway(() =>
  runGateway(hub.url, [{ name: 'france-travail', prefix: 'ft', url: exampleUrl, timeout: 30_000 }], { port }),
);

let own: { client: Client };
let person: string;
let unknown: string;
beforeAll(async () => {
  const partner = await hub.town.caseworker('france-travail');
  own = await hub.town.caseworker();
  person = await registerPerson(own.client, { lastName: 'Quintessence' });
  unknown = await registerPerson(own.client);
  const agreement = validInput.recordSharingAgreement(person, partner.partner, { scope: 'IDENTITY' });
  await runCommand(own.client, 'recordSharingAgreement', agreement);
  const reference = { beneficiary: person, ownReference: '1000001A' };
  await runCommand(partner.client, 'setOwnReference', reference, 'id ownReference');
});

const fields = 'ftAppointments(first: 2) { subject state }';
const appointments = [
  { subject: expect.any(String), state: 'PLANNED' },
  { subject: expect.any(String), state: expect.any(String) },
];

it('a query shows the appointments of a person with a reference, and null for another', async () => {
  const data = await gateway
    .for(own.client)
    .data(
      `{ beneficiaries(first: 10) { nodes { id lastName ${fields} } } partners { nodes { ftJobOffers { title } } } }`,
    );
  const found = (id: string) => data.beneficiaries.nodes.find((it: Data) => it.id === id);
  expect(found(person)).toMatchObject({ lastName: 'Quintessence', ftAppointments: appointments });
  expect(found(unknown)).toMatchObject({ ftAppointments: null });
  expect(data.partners.nodes[0].ftJobOffers.length).toBeGreaterThan(0);
});

it('an event shows them too: the key is read over the socket of the hub', async () => {
  const selection = `kind referral { id beneficiary { lastName ${fields} } }`;
  const subscription = await gateway.for(own.client).subscribe(selection);
  const receiver = await hub.town.caseworker();
  const of = async (beneficiary: string) =>
    (await subscription.until('SENT', await sendReferral(own.client, beneficiary, receiver.partner)))
      .referral;
  expect(await of(person)).toMatchObject({ beneficiary: { ftAppointments: appointments } });
  expect(await of(unknown)).toMatchObject({ beneficiary: { ftAppointments: null } });
});

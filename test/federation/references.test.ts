import { beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { expectSoon, figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { statementsOf } from '../kit/statements.js';
import { daysAgo, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';
import { uniqueWord } from '../kit/unique.js';
import { federated, fieldsWith, gatewayHeaders, gatewaySecret, keysOf, sdlOf } from './gateway-client.js';

const hub = testHub({
  HUB_GATEWAY_SECRET: gatewaySecret,
  HUB_PARTNER_SYSTEMS:
    '[{"prefix":"ft","partner":"france-travail"},{"prefix":"dept","partner":"departement"}]',
});

type Party = Awaited<ReturnType<typeof hub.town.caseworker>>;
let ft: Party;
let dept: Party;
let csc: Party;
let stranger: Party;
beforeAll(async () => {
  ft = await hub.town.caseworker('france-travail');
  dept = await hub.town.caseworker('departement');
  csc = await hub.town.caseworker();
  stranger = await hub.town.caseworker();
});

const keyOf = (id: string) => id.replace(/^\w+_/, '');
const share = async (person: string, partner: SeededPartner, changes = {}, from = csc): Promise<string> => {
  const input = validInput.recordSharingAgreement(person, partner, { scope: 'IDENTITY', ...changes });
  return (await runCommand(from.client, 'recordSharingAgreement', input)).id;
};
const setReference = (party: Party, beneficiary: string, ownReference: string | null) =>
  runCommand(party.client, 'setOwnReference', { beneficiary, ownReference }, 'id ownReference');

/** A person of CSC whom France Travail sees, with a reference of France Travail. */
async function known(
  reference = uniqueWord(),
): Promise<{ person: string; reference: string; sharing: string }> {
  const person = await registerPerson(csc.client);
  const sharing = await share(person, ft.partner);
  await setReference(ft, person, reference);
  return { person, reference, sharing };
}

const query = 'query ($id: ID!) { beneficiary(id: $id) { id ftReference deptReference } }';
/** The keys of a person, as the gateway reads them for a viewer. */
async function keys(party: Party, id: string): Promise<Data> {
  const { data, errors } = await federated(party.client, query, { id });
  expect(errors).toBeUndefined();
  return data.beneficiary;
}

const entitiesQuery =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Beneficiary { id ftReference } } }';
async function entities(party: Party, ...references: unknown[]): Promise<Data[]> {
  const of = references.map((ftReference) => ({ __typename: 'Beneficiary', ftReference }));
  const { data, errors } = await federated(party.client, entitiesQuery, { of });
  expect(errors).toBeUndefined();
  return data._entities;
}

describe('the key of a partner’s system', () => {
  it('is a hidden field of Beneficiary for each prefix, in the schema for the gateway only', async () => {
    const sdl = await sdlOf(hub.url);
    expect(keysOf(sdl)['Beneficiary']).toEqual(['id', 'ftReference', 'deptReference']);
    expect(fieldsWith(sdl, 'Beneficiary', 'inaccessible')).toEqual(['deptReference', 'ftReference']);
    const response = await csc.client.post({ query, variables: { id: 'x' } });
    expect(await response.text()).toContain('GRAPHQL_VALIDATION_FAILED');
    const introspection = await csc.client.data('{ __type(name: "Beneficiary") { fields { name } } }');
    expect(JSON.stringify(introspection)).not.toMatch(/ftReference|deptReference/);
    expect(JSON.stringify(introspection)).toContain('ownReference');
  });

  it('is null for a person whom the partner does not see, whoever asks', async () => {
    const person = await registerPerson(csc.client);
    await share(person, dept.partner);
    for (const party of [csc, dept])
      expect(await keys(party, person)).toEqual({ id: person, ftReference: null, deptReference: null });
    for (const party of [ft, stranger]) expect(await keys(party, person)).toBeNull();
    expect(
      await refusalsOf(ft.client, 'setOwnReference', { beneficiary: person, ownReference: '1' }),
    ).toEqual(['NOT_FOUND beneficiary']);
  });

  it('is the reference that the partner has set, for all who see the person', async () => {
    const { person, reference } = await known();
    for (const party of [csc, ft])
      expect(await keys(party, person)).toEqual({ id: person, ftReference: reference, deptReference: null });
    for (const party of [dept, stranger]) expect(await keys(party, person)).toBeNull();
  });

  it('is that of each partner, for two partners with two prefixes', async () => {
    const { person, reference } = await known();
    await share(person, dept.partner);
    // The same reference is another one in another partner's system.
    await setReference(dept, person, reference);
    const other = `D-${reference}`;
    await setReference(dept, person, other);
    expect(await keys(csc, person)).toEqual({ id: person, ftReference: reference, deptReference: other });
    const own = 'query ($id: ID!) { beneficiary(id: $id) { ownReference } }';
    const values = [];
    for (const { client } of [ft, dept, csc])
      values.push((await client.data(own, { id: person })).beneficiary.ownReference);
    expect(values).toEqual([reference, other, null]);
  });

  it.each([
    ['withdrawSharing', (_: string, sharing: string) => ({ sharing })],
    ['withdrawFromPartner', (beneficiary: string) => ({ beneficiary, partner: ft.partner.id })],
  ] as const)('is null at once after %s, and comes back with a new agreement', async (command, input) => {
    const { person, reference, sharing } = await known();
    await share(person, dept.partner);
    await csc.client.run(command, input(person, sharing), 'userErrors { code }');
    for (const party of [csc, dept])
      expect(await keys(party, person)).toEqual({ id: person, ftReference: null, deptReference: null });
    expect(await keys(ft, person)).toBeNull();
    for (const party of [csc, dept, ft]) expect(await entities(party, reference)).toEqual([null]);
    await share(person, ft.partner, { agreedOn: daysAgo(0), agreedAfterWithdrawal: true });
    expect((await keys(csc, person)).ftReference).toBe(reference);
  });

  it('is null when the agreement ends, at the moment that it ends', async () => {
    const { person, sharing } = await known();
    await hub.owner("update sharing set until = now() - interval '1 second' where id = $1", [keyOf(sharing)]);
    expect((await keys(csc, person)).ftReference).toBeNull();
  });

  it('is deleted with the person', async () => {
    const { person, reference } = await known();
    const administrator = await hub.town.signedInMember(csc.partner, 'PARTNER_ADMINISTRATOR');
    await runCommand(administrator.client, 'eraseBeneficiary', {
      idempotencyKey: reference,
      beneficiary: person,
      reason: 'REQUEST',
    });
    expect(await keys(csc, person)).toBeNull();
    for (const party of [csc, ft]) expect(await entities(party, reference)).toEqual([null]);
    expect(await hub.owner('select from partner_reference where reference = $1', [reference])).toEqual([]);
  });

  it('is null for every role that does not see persons', async () => {
    const { person } = await known();
    for (const role of ['COORDINATOR', 'COMMITTEE_MEMBER', 'DATA_PROTECTION_OFFICER', 'CLAUSE_FACILITATOR'])
      expect(await keys(await hub.town.signedInMember(csc.partner, role), person)).toBeNull();
    const administrator = await hub.town.signedInMember(csc.partner, 'PARTNER_ADMINISTRATOR');
    expect((await keys(administrator, person)).ftReference).not.toBeNull();
  });

  it('is read in the same statement as the person', async () => {
    const { person } = await known();
    await keys(csc, person);
    expect(await statementsOf(() => keys(csc, person))).toHaveLength(1);
  });

  it('is read with an event of a subscription of the gateway', async () => {
    const { person, reference } = await known();
    const socket = createClient({
      url: `${hub.url.replace('http', 'ws')}/graphql`,
      retryAttempts: 0,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, { headers: gatewayHeaders });
        }
      },
      connectionParams: { authorization: `Bearer ${csc.client.token}` },
    });
    const document = 'subscription { referralEvents { referral { beneficiary { id ftReference } } } }';
    await csc.client.beforeSubscribing();
    const events = socket.iterate<Data>({ query: document });
    for await (const _ of socket.iterate({ query: '{ viewer { role } }' })) break;
    await sendReferral(csc.client, person, ft.partner);
    const { value } = await events.next();
    expect(value.data.referralEvents.referral.beneficiary).toEqual({ id: person, ftReference: reference });
    await socket.dispose();
    await expect(csc.client.socket.iterate<Data>({ query: document }).next()).rejects.toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });
});

describe('_entities by the reference of a partner', () => {
  it('finds the person for whoever sees them, and nobody else', async () => {
    const { person, reference } = await known();
    const found = { id: person, ftReference: reference };
    for (const party of [csc, ft]) expect(await entities(party, reference, 'no-such')).toEqual([found, null]);
    for (const party of [dept, stranger]) expect(await entities(party, reference)).toEqual([null]);
  });

  it('is null for a malformed reference, and for one of another partner', async () => {
    const { person } = await known();
    await share(person, dept.partner);
    const other = uniqueWord();
    await setReference(dept, person, other);
    expect(await entities(csc, other, '', 'a\0b', 7, {}, null)).toEqual([null, null, null, null, null, null]);
    const of = [{ __typename: 'Beneficiary', deptReference: other }];
    const { data } = await federated(csc.client, entitiesQuery, { of });
    expect(data._entities).toMatchObject([{ id: person }]);
  });

  it('is audited as the id is', async () => {
    const { person, reference } = await known();
    await entities(csc, reference);
    const [entry] = await hub.owner(
      `select e.operation, exists (select from audit.subject s
         where s.pseudonym = any (e.subjects) and s.beneficiary_id = $1) as named
       from audit.entry e order by e.id desc limit 1`,
      [keyOf(person)],
    );
    expect(entry).toEqual({ operation: '_entities', named: true });
  });

  it('answers for references of persons whom the viewer does not see in the time of invented ones', async () => {
    const foreign: string[] = [];
    for (let n = 0; n < 20; n++) foreign.push((await known()).reference);
    const invented = foreign.map(() => uniqueWord());
    const times: Record<'foreign' | 'invented', number[]> = { foreign: [], invented: [] };
    for (let round = 0; round < 30; round++)
      for (const [name, references] of [
        ['foreign', foreign],
        ['invented', invented],
      ] as const) {
        const start = performance.now();
        expect(await entities(stranger, ...references)).toEqual(references.map(() => null));
        times[name].push(performance.now() - start);
      }
    const median = (all: number[]) => all.toSorted((a, b) => a - b)[15] as number;
    const [theirs, none] = [median(times.foreign), median(times.invented)];
    expectSoon(theirs, none);
    figure('_entities: foreign references, invented ones', `${theirs.toFixed(1)} ms, ${none.toFixed(1)} ms`);
  });
});

describe('merged persons', () => {
  const merge = async (kept: string, duplicate: string): Promise<string> =>
    (await runCommand(csc.client, 'mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate))).id;

  it('the kept person gets the reference of the duplicate, and gives it back when the merge is undone', async () => {
    const { person: duplicate, reference } = await known();
    const kept = await registerPerson(csc.client);
    const id = await merge(kept, duplicate);
    const found = { id: kept, ftReference: reference };
    expect(await entities(ft, reference)).toEqual([found]);
    // By the former id, in the position of its reference.
    const of = ['no-such', duplicate, kept].map((it) => ({ __typename: 'Beneficiary', id: it }));
    const { data } = await federated(csc.client, entitiesQuery, { of });
    expect(data._entities).toEqual([null, found, found]);
    await runCommand(csc.client, 'undoMerge', { merge: id });
    expect((await keys(csc, kept)).ftReference).toBeNull();
    expect(await entities(ft, reference)).toEqual([{ id: duplicate, ftReference: reference }]);
  });

  it('the reference of the kept person stays when both have one', async () => {
    const [one, other] = [await known(), await known()];
    const id = await merge(one.person, other.person);
    expect((await keys(csc, one.person)).ftReference).toBe(one.reference);
    expect(await entities(csc, other.reference)).toEqual([null]);
    await runCommand(csc.client, 'undoMerge', { merge: id });
    expect(await entities(csc, other.reference)).toMatchObject([{ id: other.person }]);
  });
});

describe('setting the own reference', () => {
  it('removes it with null, and is told to the own partner', async () => {
    const { person, reference } = await known();
    const events = await ft.client.subscribe('kind beneficiary { id }', undefined, 'beneficiaryEvents');
    expect(await setReference(ft, person, ` ${reference} `)).toEqual({ id: person, ownReference: reference });
    expect(await setReference(ft, person, null)).toEqual({ id: person, ownReference: null });
    expect(await events.next()).toEqual({ kind: 'REFERENCE_CHANGED', beneficiary: { id: person } });
    await events.stop();
    expect((await keys(csc, person)).ftReference).toBeNull();
  });

  it.each([
    ['an empty one', ' '],
    ['65 characters', 'x'.repeat(65)],
    ['several lines', 'a\nb'],
    ['an invisible character', 'a\u200bb'],
    ['a national identification number', '1 90 05 75 123 456 97'],
  ])('is refused for %s', async (_, ownReference) => {
    const { person } = await known();
    expect(await refusalsOf(ft.client, 'setOwnReference', { beneficiary: person, ownReference })).toEqual([
      'INVALID ownReference',
    ]);
  });

  it('is refused for the reference of another person, unless the partner no longer sees that person', async () => {
    const { person, reference, sharing } = await known();
    const { person: other } = await known();
    const input = { beneficiary: other, ownReference: reference };
    expect(await refusalsOf(ft.client, 'setOwnReference', input)).toEqual(['INVALID ownReference']);
    await runCommand(csc.client, 'withdrawSharing', { sharing });
    await setReference(ft, other, reference);
    await share(person, ft.partner, { agreedOn: daysAgo(0), agreedAfterWithdrawal: true });
    expect((await keys(csc, person)).ftReference).toBeNull();
    expect(await entities(csc, reference)).toMatchObject([{ id: other }]);
  });

  it('keeps one of ten concurrent references of a person, and one of ten persons with a reference', async () => {
    const { person } = await known();
    const references = Array.from({ length: 10 }, () => uniqueWord());
    await Promise.all(references.map((it) => setReference(ft, person, it)));
    expect(references).toContain((await keys(csc, person)).ftReference);
    const persons = [];
    for (let n = 0; n < 5; n++) persons.push((await known()).person);
    const ownReference = uniqueWord();
    const answers = await Promise.all(
      persons.map((beneficiary) =>
        ft.client.run('setOwnReference', { beneficiary, ownReference }, 'beneficiary { id }'),
      ),
    );
    expect(answers.filter((it) => it.beneficiary)).toHaveLength(1);
  });

  it('is possible when a person is registered; a taken one tells nothing about persons whom the partner does not see', async () => {
    const ownReference = uniqueWord();
    const identity = validInput.registerBeneficiary();
    const { id } = await runCommand(ft.client, 'registerBeneficiary', { ...identity, ownReference });
    expect(await keys(ft, id)).toEqual({ id, ftReference: ownReference, deptReference: null });
    const again = { ...identity, idempotencyKey: uniqueWord(), ownReference };
    expect(await ft.client.run('registerBeneficiary', again, 'beneficiary { id }')).toMatchObject({
      beneficiary: { id },
      userErrors: [{ code: 'ALREADY_KNOWN' }],
    });
    await registerPerson(csc.client, {
      ...identity,
      idempotencyKey: 'x',
      lastName: `${identity.lastName} bis`,
    });
    for (const lastName of [`${identity.lastName} bis`, `${identity.lastName} ter`])
      expect(
        await refusalsOf(
          ft.client,
          'registerBeneficiary',
          validInput.registerBeneficiary({ ...identity, idempotencyKey: lastName, lastName, ownReference }),
        ),
      ).toEqual(['INVALID ownReference']);
  });

  it('with a link request counts once the request is accepted', async () => {
    const identity = { firstName: 'Amina', lastName: uniqueWord(), birthDate: '1990-05-17' };
    const person = await registerPerson(csc.client, identity);
    const ownReference = uniqueWord();
    const ask = () =>
      runCommand(ft.client, 'requestLink', validInput.requestLink({ ...identity, ownReference }));
    const { id: refused } = await ask();
    await runCommand(csc.client, 'answerLinkRequest', { linkRequest: refused, answer: 'REFUSE' });
    const { id: linkRequest } = await ask();
    expect((await keys(csc, person)).ftReference).toBeNull();
    await runCommand(csc.client, 'answerLinkRequest', { linkRequest, answer: 'ACCEPT' });
    expect((await keys(csc, person)).ftReference).toBe(ownReference);
    expect(await entities(ft, ownReference)).toEqual([{ id: person, ftReference: ownReference }]);
  });

  it('is in the export of the file, also after the partner’s access has ended', async () => {
    const { person, reference, sharing } = await known();
    await runCommand(csc.client, 'withdrawSharing', { sharing });
    const { exportFile } = await csc.client.data(`{ exportFile(beneficiary: "${person}") { json } }`);
    const [{ name }] = (await hub.owner<{ name: string }>('select name from partner where slug = $1', [
      'france-travail',
    ])) as [{ name: string }];
    expect(JSON.parse(exportFile.json).references).toEqual([{ partner: name, reference }]);
  });
});

it('a prefix with which a name of the hub begins is refused at start', async () => {
  for (const prefix of ['own', 'first', 'beneficiary'])
    await expect(
      hub.startAnother({ HUB_PARTNER_SYSTEMS: `[{"prefix":"${prefix}","partner":"x"}]` }),
    ).rejects.toThrow(new RegExp(`^HUB_PARTNER_SYSTEMS has the prefix ${prefix}, .*\\.$`));
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';

const hub = testHub();
let csc: Client;
let own: SeededPartner;
let knew: { partner: SeededPartner; client: Client };
let newcomer: { partner: SeededPartner; client: Client };
let stranger: Client;

beforeAll(async () => {
  ({ client: csc, partner: own } = await hub.town.caseworker());
  knew = await hub.town.caseworker();
  newcomer = await hub.town.caseworker();
  stranger = (await hub.town.caseworker()).client;
});

const merge = async (kept: string, duplicate: string): Promise<string> =>
  (await runCommand(csc, 'mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate))).id;
const agree = (person: string, to: SeededPartner) =>
  runCommand(csc, 'recordSharingAgreement', validInput.recordSharingAgreement(person, to));
const byId = async (client: Client, id: string): Promise<unknown[]> => {
  const query = `query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } beneficiary(id: $id) { id } }`;
  const { node, nodes, beneficiary } = await client.data(query, { id });
  return [node, nodes[0], beneficiary].map((it: Data | null) => it?.id ?? null);
};
const eventsAbout = async (client: Client, person: string): Promise<unknown[]> => {
  await hub.settled();
  const query = '{ beneficiaryEvents(first: 100) { nodes { kind beneficiary { id } replaced } } }';
  const { beneficiaryEvents } = await client.data(query);
  return beneficiaryEvents.nodes
    .filter((it: Data) => it.kind !== 'REGISTERED' && it.beneficiary?.id === person)
    .map((it: Data) => [it.kind, it.replaced]);
};

describe('the id of a merged duplicate', () => {
  it('returns the kept person to partners that see the kept person, also after several merges', async () => {
    const [first, second, last] = [
      await registerPerson(csc),
      await registerPerson(csc),
      await registerPerson(csc),
    ];
    await agree(first, knew.partner);
    await merge(second, first);
    await merge(last, second);
    for (const client of [csc, knew.client]) {
      for (const id of [first, second, last]) expect(await byId(client, id)).toEqual([last, last, last]);
    }
  });

  it('is absent for all other partners, like the kept person', async () => {
    const [kept, duplicate] = [await registerPerson(csc), await registerPerson(csc)];
    await merge(kept, duplicate);
    for (const id of [kept, duplicate]) expect(await byId(stranger, id)).toEqual([null, null, null]);
  });

  it('returns the duplicate again after the merge is undone', async () => {
    const [kept, duplicate] = [await registerPerson(csc), await registerPerson(csc)];
    const id = await merge(kept, duplicate);
    await runCommand(csc, 'undoMerge', { merge: id });
    expect(await byId(csc, duplicate)).toEqual([duplicate, duplicate, duplicate]);
  });

  it('cannot be erased', async () => {
    const officer = (await hub.town.signedInMember(own, 'DATA_PROTECTION_OFFICER')).client;
    const [kept, duplicate] = [await registerPerson(csc), await registerPerson(csc)];
    await merge(kept, duplicate);
    const erasure = { idempotencyKey: crypto.randomUUID(), beneficiary: duplicate, reason: 'MISTAKE' };
    expect(await refusalsOf(officer, 'eraseBeneficiary', erasure)).toEqual(['NOT_FOUND beneficiary']);
    expect(await byId(csc, kept)).toEqual([kept, kept, kept]);
  });
});

describe('the event of a merge', () => {
  it('contains the replaced id only for partners that knew it', async () => {
    const [kept, duplicate] = [await registerPerson(csc), await registerPerson(csc)];
    await agree(duplicate, knew.partner);
    await agree(kept, newcomer.partner);
    await merge(kept, duplicate);
    expect(await eventsAbout(csc, kept)).toEqual([['MERGED', duplicate]]);
    expect(await eventsAbout(knew.client, kept)).toEqual([['MERGED', duplicate]]);
    expect(await eventsAbout(newcomer.client, kept)).toEqual([['MERGED', null]]);
    expect(await eventsAbout(stranger, kept)).toEqual([]);
  });

  it('is followed by MERGE_UNDONE when the merge is undone', async () => {
    const [kept, duplicate] = [await registerPerson(csc), await registerPerson(csc)];
    await agree(duplicate, knew.partner);
    await agree(kept, newcomer.partner);
    await runCommand(csc, 'undoMerge', { merge: await merge(kept, duplicate) });
    expect(await eventsAbout(knew.client, duplicate)).toEqual([['MERGE_UNDONE', kept]]);
    expect(await eventsAbout(newcomer.client, kept)).toEqual([
      ['MERGED', null],
      ['MERGE_UNDONE', null],
    ]);
  });

  it('loses the replaced id when that file is erased', async () => {
    const officer = (await hub.town.signedInMember(own, 'DATA_PROTECTION_OFFICER')).client;
    const [kept, duplicate] = [await registerPerson(csc), await registerPerson(csc)];
    await runCommand(csc, 'undoMerge', { merge: await merge(kept, duplicate) });
    const erasure = { idempotencyKey: crypto.randomUUID(), beneficiary: duplicate, reason: 'MISTAKE' };
    await runCommand(officer, 'eraseBeneficiary', erasure, 'people');
    expect(await eventsAbout(csc, kept)).toEqual([
      ['MERGED', null],
      ['MERGE_UNDONE', null],
    ]);
  });
});

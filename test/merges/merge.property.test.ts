import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';
import { expectExactContacts } from '../retention/contacts.js';
import { everyRow, fill, keyIn, named } from './files.js';

describe('a merge of two random files', () => {
  const hub = testHub();
  const { random } = randomFrom('MERGE_SEED');
  let client: Client;
  let member: SeededMember;
  let others: SeededPartner[];
  let forums: string[];
  let lot: { id: string; company: string };

  beforeAll(async () => {
    ({ client, member } = await hub.town.caseworker());
    others = [await hub.town.partner(), await hub.town.partner()];
    const coordinator = await hub.town.signedInMember(
      await hub.town.partner(undefined, 'TOWN'),
      'COORDINATOR',
    );
    forums = [];
    for (let count = 0; count < 4; count++)
      forums.push(keyIn((await runCommand(coordinator.client, 'openForum', validInput.openForum())).id));
    const facilitator = (await hub.town.signedInMember(member.partner, 'CLAUSE_FACILITATOR')).client;
    const programme = await runCommand(facilitator, 'openClauseProgramme', validInput.openClauseProgramme());
    const procurement = await runCommand(
      facilitator,
      'addProcurement',
      validInput.addProcurement(programme.id),
    );
    const company = await runCommand(facilitator, 'addCompany', validInput.addCompany());
    const made = await runCommand(facilitator, 'addLot', validInput.addLot(procurement.id, company.id));
    lot = { id: keyIn(made.id), company: keyIn(company.id) };
  });

  const person = async (open: boolean) => {
    const id = await registerPerson(client);
    await fill(hub, id, { random, by: member, others, forums, lot, open });
    return id;
  };
  const merge = (kept: string, duplicate: string): Promise<{ id: string }> =>
    runCommand(client, 'mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate));

  it('leaves no reference to the duplicate, and its undo restores every table exactly', async () => {
    for (let round = 0; round < 4; round++) {
      const open = random.below(3);
      const kept = await person(open === 1);
      const duplicate = await person(open === 2);
      const before = await everyRow(hub);
      const { id } = await merge(kept, duplicate);
      expect(await named(hub, duplicate)).toEqual({});
      expect(await everyRow(hub)).not.toEqual(before);
      await expectExactContacts(hub);
      await runCommand(client, 'undoMerge', { merge: id });
      expect(await everyRow(hub)).toEqual(before);
      await expectExactContacts(hub);
    }
  });

  it('a chain of merges is undone exactly, last merge first', async () => {
    const people = [await person(false), await person(true), await person(false), await person(false)];
    const [a, b, c, d] = people as [string, string, string, string];
    const states = [await everyRow(hub)];
    const merges: string[] = [];
    // Two duplicates are merged into one file, and that file is then merged into another one.
    for (const [kept, duplicate] of [
      [a, b],
      [a, c],
      [d, a],
    ] as const) {
      merges.push((await merge(kept, duplicate)).id);
      states.push(await everyRow(hub));
      await expectExactContacts(hub);
    }
    expect(await named(hub, d)).toMatchObject({ 'public.beneficiary.merged_into_id': 3 });
    for (const before of states.slice(0, -1).reverse()) {
      await runCommand(client, 'undoMerge', { merge: merges.pop() as string });
      expect(await everyRow(hub)).toEqual(before);
    }
  });
});

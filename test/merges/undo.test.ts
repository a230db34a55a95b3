import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { actionCommand } from '../kit/referral-actions.js';
import { addStep, openPathway, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';
import { keyIn } from './files.js';

const hub = testHub();
let csc: Client;
let officer: Client;
let relais: { partner: SeededPartner; client: Client };

beforeAll(async () => {
  const own = await hub.town.caseworker();
  csc = own.client;
  officer = (await hub.town.signedInMember(own.partner, 'DATA_PROTECTION_OFFICER')).client;
  relais = await hub.town.caseworker();
});

const two = async () => ({ kept: await registerPerson(csc), duplicate: await registerPerson(csc) });
const merge = async (kept: string, duplicate: string): Promise<string> =>
  (await runCommand(csc, 'mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate))).id;
const undo = (id: string) => runCommand(csc, 'undoMerge', { merge: id });
const agree = (client: Client, person: string, to: SeededPartner, scope: string) =>
  runCommand(client, 'recordSharingAgreement', validInput.recordSharingAgreement(person, to, { scope }));
const sees = async (client: Client, person: string): Promise<boolean> =>
  (await client.data('query ($id: ID!) { beneficiary(id: $id) { id } }', { id: person })).beneficiary !==
  null;
const personOf = async (table: string, id: string): Promise<string> => {
  const [row] = await hub.owner(`select beneficiary_id as person from ${table} where id = $1`, [keyIn(id)]);
  return `beneficiary_${row?.['person']}`;
};
const erase = (person: string) =>
  runCommand(officer, 'eraseBeneficiary', {
    idempotencyKey: crypto.randomUUID(),
    beneficiary: person,
    reason: 'MISTAKE',
  });

describe('undoMerge gives back to the duplicate', () => {
  it('the access from a referral of the duplicate that was accepted while it was merged', async () => {
    const { kept, duplicate } = await two();
    const ofKept = await openPathway(csc, kept);
    const referral = await sendReferral(csc, duplicate, relais.partner, { scope: 'PATHWAY' });
    const id = await merge(kept, duplicate);
    await runCommand(relais.client, ...actionCommand('ACCEPT', referral, 1));
    await undo(id);
    expect(await sees(relais.client, duplicate)).toBe(true);
    expect(await sees(relais.client, kept)).toBe(false);
    const { node } = await relais.client.data('query ($id: ID!) { node(id: $id) { id } }', { id: ofKept });
    expect(node).toBeNull();
  });

  it('the extension of an agreement of the duplicate', async () => {
    const { kept, duplicate } = await two();
    const { id: sharing } = await agree(csc, duplicate, relais.partner, 'FOLLOW_UP');
    const id = await merge(kept, duplicate);
    const next = await runCommand(csc, 'extendSharing', validInput.extendSharing(sharing));
    await undo(id);
    expect(await personOf('sharing', next.id)).toBe(duplicate);
    expect([await sees(relais.client, duplicate), await sees(relais.client, kept)]).toEqual([true, false]);
  });

  it('the agreement from a link request about the duplicate', async () => {
    const names = { firstName: 'Amina', lastName: 'Durand Bellevue', birthDate: '1990-05-17' };
    const kept = await registerPerson(csc);
    const duplicate = await registerPerson(csc, names);
    const { id: linkRequest } = await runCommand(relais.client, 'requestLink', validInput.requestLink(names));
    const id = await merge(kept, duplicate);
    await runCommand(csc, 'answerLinkRequest', { linkRequest, answer: 'ACCEPT' });
    await undo(id);
    expect(await personOf('link_request', linkRequest)).toBe(duplicate);
    expect([await sees(relais.client, duplicate), await sees(relais.client, kept)]).toEqual([true, false]);
  });

  it('steps and objectives of its pathway, which are erased with the duplicate only', async () => {
    const { kept, duplicate } = await two();
    const pathway = await openPathway(csc, duplicate);
    await agree(csc, kept, relais.partner, 'FOLLOW_UP');
    const id = await merge(kept, duplicate);
    const step = await addStep(csc, pathway);
    const objective = (await runCommand(csc, 'setObjective', validInput.setObjective(pathway))).id;
    const note = (await runCommand(csc, 'writeNote', validInput.writeNote(kept, { visibility: 'SHARED' })))
      .id;
    await undo(id);
    expect([await personOf('step', step), await personOf('objective', objective)]).toEqual([
      duplicate,
      duplicate,
    ]);
    expect(await personOf('note', note)).toBe(kept);
    const { beneficiary } = await relais.client.data(
      'query ($id: ID!) { beneficiary(id: $id) { objectives { nodes { pathway { id } } } } }',
      { id: kept },
    );
    expect(beneficiary.objectives.nodes).toEqual([]);
    await erase(duplicate);
    expect(await personOf('note', note)).toBe(kept);
    expect(await hub.owner('select from objective where id = $1', [keyIn(objective)])).toEqual([]);
  });

  it('a contract on its pathway, which loses its reference to a referral of the kept person', async () => {
    const { kept, duplicate } = await two();
    const pathway = await openPathway(csc, duplicate);
    const referral = await sendReferral(csc, kept, relais.partner);
    const id = await merge(kept, duplicate);
    const contract = await clauseContract(kept, { pathway, referral });
    await undo(id);
    expect(await personOf('clause_contract', contract)).toBe(duplicate);
    const [row] = await hub.owner('select referral_id, pathway_id from clause_contract where id = $1', [
      keyIn(contract),
    ]);
    expect(row).toEqual({ referral_id: null, pathway_id: keyIn(pathway) });
  });
});

/** A contract under the insertion clause, on a lot of a new partner. */
async function clauseContract(person: string, from: Record<string, string>): Promise<string> {
  const { partner } = await hub.town.caseworker();
  const { client } = await hub.town.signedInMember(partner, 'CLAUSE_FACILITATOR');
  const programme = await runCommand(client, 'openClauseProgramme', validInput.openClauseProgramme());
  const procurement = await runCommand(client, 'addProcurement', validInput.addProcurement(programme.id));
  const company = await runCommand(client, 'addCompany', validInput.addCompany());
  const lot = await runCommand(client, 'addLot', validInput.addLot(procurement.id, company.id));
  return (
    await runCommand(
      csc,
      'openClauseContract',
      validInput.openClauseContract(person, lot.id, company.id, from),
    )
  ).id;
}

describe('a row that belongs to another row and also refers to the person', () => {
  /** The reverse case: once answered, a link request refers to the same person as its row of link_match. */
  const reversed = [['link_match', 'request_id']];

  const withoutForeignKey = async (): Promise<string[][]> => {
    const rows = await hub.owner<{ child: string; link: string }>(
      `select c.conrelid::regclass::text as child, a.attname as link from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and cardinality(c.conkey) = 1
         and exists (select from pg_attribute p where p.attrelid = c.conrelid and p.attname = 'beneficiary_id')
         and exists (select from pg_attribute p where p.attrelid = c.confrelid and p.attname = 'beneficiary_id')
         and not exists (select from pg_constraint t join pg_attribute p on p.attrelid = t.conrelid and p.attnum = t.conkey[2]
           where t.conrelid = c.conrelid and t.confrelid = c.confrelid and t.contype = 'f' and t.conkey[1] = c.conkey[1]
             and p.attname = 'beneficiary_id' and t.confupdtype = 'c' and t.condeferred)
       order by 1, 2`,
    );
    return rows.map(({ child, link }) => [child, link]);
  };

  it('has a foreign key on both columns, in every table', async () => {
    expect(await withoutForeignKey()).toEqual(reversed);
  });

  it('has a foreign key for every column that refers to another row', async () => {
    const rows = await hub.owner(
      `select a.attrelid::regclass::text, a.attname from pg_attribute a
       where a.atttypid = 'uuid'::regtype and a.attname like '%\\_id' and a.attnum > 0
         and exists (select from merges.places() p where p."table"::regclass = a.attrelid)
         and not exists (select from pg_constraint c
           where c.conrelid = a.attrelid and c.contype = 'f' and a.attnum = c.conkey[1])`,
    );
    expect(rows).toEqual([]);
  });

  it('gets the foreign key also in a table that is added later', async () => {
    await hub.owner(
      `create table later (id uuid primary key, beneficiary_id uuid not null references beneficiary (id),
        pathway_id uuid not null references pathway (id))`,
    );
    expect(await withoutForeignKey()).toEqual([['later', 'pathway_id'], ...reversed].sort());
    await hub.owner('select merges.cover()');
    expect(await withoutForeignKey()).toEqual(reversed);
    await hub.owner('drop table later');
  });

  it('cannot refer to another person', async () => {
    const { kept, duplicate } = await two();
    const step = await addStep(csc, await openPathway(csc, duplicate));
    const change = hub.owner('update step set beneficiary_id = $1 where id = $2', [keyIn(kept), keyIn(step)]);
    await expect(change).rejects.toMatchObject({ code: '23503' });
  });
});

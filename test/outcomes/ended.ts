import { v7 } from 'uuid';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import type { SharedHub } from '../kit/hub.js';
import { registerPerson, type SeededMember } from '../kit/town.js';

/** The database key in a global id. */
export const keyIn = (id: string): string => id.slice(id.indexOf('_') + 1);

/** Opens a pathway of a new person with a start date in the past; returns both ids. */
export async function longPathway(
  client: Client,
  startedOn = '2020-01-01',
): Promise<{ person: string; pathway: string }> {
  const person = await registerPerson(client);
  const { id } = await runCommand(client, 'openPathway', validInput.openPathway(person, { startedOn }));
  return { person, pathway: id };
}

/** Inserts a fixture: a contract of a person under the insertion clause. */
export async function clauseContract(hub: SharedHub, person: string, member: SeededMember): Promise<string> {
  const [programme, procurement, company, lot, contract] = Array.from({ length: 5 }, () => v7());
  const { key, partner } = member;
  const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
    hub.owner(
      `insert into ${table} (${Object.keys(row)}) select ${Object.keys(row)} from json_populate_record(null::${table}, $1)`,
      [JSON.stringify(row)],
    );
  await insert('clause_programme', {
    id: programme,
    name: 'P',
    partner_id: partner.key,
    since: '2020-01-01',
  });
  await insert('procurement', {
    id: procurement,
    programme_id: programme,
    reference: 'R',
    name: 'N',
    buyer: 'B',
    signed_on: '2020-01-01',
  });
  await insert('company', { id: company, name: 'C', sector: 'S' });
  await insert('lot', {
    id: lot,
    procurement_id: procurement,
    number: 1,
    name: 'L',
    company_id: company,
    hours_committed: 1000,
    starts_on: '2020-01-01',
    ends_on: '2099-12-31',
  });
  await insert('clause_contract', {
    id: contract,
    lot_id: lot,
    company_id: company,
    beneficiary_id: keyIn(person),
    partner_id: partner.key,
    modality: 'DIRECT_HIRE',
    starts_on: '2021-01-01',
    created_by_id: key,
    created_at: '2021-01-01T00:00:00Z',
  });
  return `clauseContract_${contract}`;
}

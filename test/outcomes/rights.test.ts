import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { DatabaseRole } from '../../src/database/database-role.js';
import type { Client } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { registerPerson, type SeededMember } from '../kit/town.js';
import { clauseContract, keyIn, longPathway } from './ended.js';

const hub = sharedHub();
let csc: Awaited<ReturnType<typeof hub.town.caseworker>>;
let relais: typeof csc;
let person: string;
let pathway: string;
let outcome: string;

beforeAll(async () => {
  csc = await hub.town.caseworker();
  relais = await hub.town.caseworker();
  ({ person, pathway } = await longPathway(csc.client));
  const input = validInput.recordOutcome(pathway, { occurredOn: '2023-01-15', keepOpen: true });
  outcome = (await runCommand(csc.client, 'recordOutcome', input)).id;
});

const followUp = () => ({ outcome, situation: 'CDI', followedUpOn: '2023-07-15' });
const sees = async (client: Client) =>
  (await client.data('query ($id: ID!) { node(id: $id) { id } }', { id: outcome })).node !== null;

/** Checks that every command answers NOT_FOUND, so that it does not reveal that the outcome exists. */
async function writesNothing(client: Client): Promise<void> {
  const input = validInput.recordOutcome(pathway);
  expect(await refusalsOf(client, 'recordOutcome', input)).toEqual(['NOT_FOUND pathway']);
  expect(await refusalsOf(client, 'verifyOutcome', { outcome })).toEqual(['NOT_FOUND outcome']);
  expect(await refusalsOf(client, 'recordFollowUp', followUp())).toEqual(['NOT_FOUND outcome']);
}

describe('outcomes', () => {
  it('can be read and written by caseworkers and administrators of the pathway’s partner', async () => {
    for (const role of ['CASEWORKER', 'PARTNER_ADMINISTRATOR']) {
      const { client } = await hub.town.signedInMember(csc.partner, role);
      expect([role, await sees(client)]).toEqual([role, true]);
      const input = validInput.recordOutcome(pathway, { keepOpen: true });
      const own = await runCommand(client, 'recordOutcome', input);
      await runCommand(csc.client, 'verifyOutcome', { outcome: own.id });
    }
  });

  it.each(['COORDINATOR', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER', 'DATA_PROTECTION_OFFICER'])(
    'cannot be read or written by a %s of the same partner',
    async (role) => {
      const { client } = await hub.town.signedInMember(csc.partner, role);
      expect(await sees(client)).toBe(false);
      await writesNothing(client);
    },
  );

  it('can be read by another partner only with scope PATHWAY, and never written', async () => {
    expect(await sees(relais.client)).toBe(false);
    await writesNothing(relais.client);
    const agree = (scope: string) =>
      runCommand(
        csc.client,
        'recordSharingAgreement',
        validInput.recordSharingAgreement(person, relais.partner, { scope }),
      );
    await agree('IDENTITY');
    expect(await sees(relais.client)).toBe(false);
    const sharing = await agree('PATHWAY');
    expect(await sees(relais.client)).toBe(true);
    await writesNothing(relais.client);
    await runCommand(csc.client, 'withdrawSharing', { sharing: sharing.id });
    expect(await sees(relais.client)).toBe(false);
  });
});

/* The row policies and grants: what any SQL could do as `hub_partner` if the checks in the code failed. */
describe('in SQL as hub_partner, outcomes', () => {
  let login: LoginConnection;
  const as = ({ key, partner }: SeededMember, role = 'CASEWORKER'): DatabaseRole => ({
    role: 'hub_partner',
    variables: { 'app.member_id': key, 'app.partner_id': partner.key, 'app.role': role },
  });
  const row = (changes: Readonly<Record<string, unknown>> = {}) => ({
    id: v7(),
    pathway_id: keyIn(pathway),
    beneficiary_id: keyIn(person),
    partner_id: csc.partner.key,
    occurred_on: '2024-01-01',
    situation: 'CDI',
    evidence: 'NONE',
    recorded_by_id: csc.member.key,
    recorded_at: '2024-01-02T00:00:00Z',
    ...changes,
  });
  const insert = (databaseRole: DatabaseRole, changes?: Readonly<Record<string, unknown>>) => {
    const it = row(changes);
    const names = Object.keys(it);
    const values = names.map((_, index) => `$${index + 1}`);
    return login.try(databaseRole, `insert into outcome (${names}) values (${values})`, Object.values(it));
  };
  const denied = { code: '42501' };

  beforeAll(async () => {
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  it('can be inserted only with the own member id, on a pathway of the own partner, unverified', async () => {
    const own = as(csc.member);
    expect(await insert(own)).toMatchObject({ count: 1 });
    const strange = await longPathway(relais.client);
    const otherPerson = await registerPerson(csc.client);
    const wrong: Record<string, unknown>[] = [
      { recorded_by_id: relais.member.key },
      { partner_id: relais.partner.key },
      { pathway_id: keyIn(strange.pathway) },
      { pathway_id: keyIn(strange.pathway), beneficiary_id: keyIn(strange.person) },
      { beneficiary_id: keyIn(otherPerson) },
      { verified_by_id: csc.member.key },
      { followed_up_on: '2024-07-01', situation_at_6_months: 'CDI' },
      { clause_contract_id: keyIn(await clauseContract(hub, otherPerson, csc.member)) },
    ];
    for (const changes of wrong)
      expect([changes, await insert(own, changes)]).toMatchObject([changes, denied]);
    for (const role of ['COORDINATOR', 'CLAUSE_FACILITATOR', ''])
      expect(await insert(as(csc.member, role))).toMatchObject(denied);
    const contract = await clauseContract(hub, person, csc.member);
    expect(await insert(own, { clause_contract_id: keyIn(contract) })).toMatchObject({ count: 1 });
  });

  it('can be updated only by their partner, only in verification and follow-up, and not verified by the member who recorded them', async () => {
    const update = (databaseRole: DatabaseRole, set: string) =>
      login.try(databaseRole, `update outcome set ${set} where id = $1`, [keyIn(outcome)]);
    const verified = `verified_at = now(), verified_by_id = '${csc.member.key}'`;
    expect(await update(as(csc.member), verified)).toMatchObject(denied);
    expect(await update(as(csc.member, 'PARTNER_ADMINISTRATOR'), verified)).toMatchObject({ count: 1 });
    expect(await update(as(relais.member), 'followed_up_on = now()')).toMatchObject({ count: 0 });
    expect(await update(as(csc.member, 'COORDINATOR'), 'followed_up_on = now()')).toMatchObject({ count: 0 });
    for (const column of ['situation', 'occurred_on', 'partner_id', 'recorded_by_id'])
      expect(await update(as(csc.member), `${column} = default`)).toMatchObject(denied);
    expect(await login.try(as(csc.member), 'delete from outcome')).toMatchObject(denied);
  });

  it('can close only pathways of the own partner; a closed pathway cannot be reopened', async () => {
    const update = (databaseRole: DatabaseRole, set: string) =>
      login.try(databaseRole, `update pathway set ${set} where id = $1`, [keyIn(pathway)]);
    const closed = `status = 'CLOSED', closed_on = '2024-01-01'`;
    expect(await update(as(csc.member), closed)).toMatchObject({ count: 1 });
    expect(await update(as(csc.member), `status = 'CLOSED'`)).toMatchObject(denied);
    expect(await update(as(csc.member), `status = 'SUSPENDED'`)).toMatchObject(denied);
    expect(await update(as(csc.member), `objective = ''`)).toMatchObject(denied);
    expect(await update(as(relais.member), closed)).toMatchObject({ count: 0 });
    expect(await update(as(csc.member, 'COORDINATOR'), closed)).toMatchObject({ count: 0 });
  });

  it('have exit frames that members can read and cannot write', async () => {
    expect((await login.try(as(relais.member), 'select from exit_frame_rule')).count).toBe(13);
    for (const statement of [
      'update exit_frame set durable_over_months = 1',
      'update exit_frame_rule set class = null',
      'delete from exit_frame_rule',
      "insert into exit_frame values (9, 'Mine', '2020-01-01', 1)",
    ]) {
      expect([statement, await login.try(as(csc.member), statement)]).toMatchObject([statement, denied]);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { DatabaseRole } from '../../src/database/database-role.js';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { ofCommand } from '../kit/database.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { openPathway, registerPerson, type SeededMember, sendReferral } from '../kit/town.js';
import { type Market, market, monthDay, worked } from './market.js';

interface Somebody {
  readonly member: SeededMember;
  readonly client: Client;
}

const hub = testHub();
let town: Market;
let elsewhere: Market;
let csc: Somebody;
let relais: Somebody;
let facilitator: Somebody;
let login: LoginConnection;
let person: string;
let pathway: string;
let referral: string;
let lot: string;
let contract: string;

const uuid = (id: string) => id.slice(id.indexOf('_') + 1);
const as = ({ member: { key, partner } }: Somebody, role: string): DatabaseRole => ({
  role: 'hub_partner',
  variables: { 'app.member_id': key, 'app.partner_id': partner.key, 'app.role': role },
});

beforeAll(async () => {
  town = await market(hub);
  elsewhere = await market(hub);
  csc = await hub.town.caseworker();
  relais = await hub.town.caseworker();
  facilitator = await hub.town.signedInMember(town.partner, 'CLAUSE_FACILITATOR');
  person = await registerPerson(csc.client, { firstName: 'Lina', lastName: 'Moreau' });
  pathway = await openPathway(csc.client, person);
  referral = await sendReferral(csc.client, person, relais.member.partner);
  await runCommand(relais.client, 'acceptReferral', { referral, expectedVersion: 1 });
  lot = await town.lot({ startsOn: monthDay(-3) });
  const right = validInput.openClauseContract(person, lot, town.company, {
    startsOn: monthDay(-2),
    pathway,
    referral,
  });
  contract = (await runCommand(csc.client, 'openClauseContract', right)).id;
  await worked(town.facilitator, contract, { [-2]: 30 });
  await runCommand(csc.client, 'addEligibilityEvidence', validInput.addEligibilityEvidence(contract));
  login = await LoginConnection.open(hub.ownerUrl);
});
afterAll(() => login.close());

const file = `query ($id: ID!) { node(id: $id) { ... on ClauseContract { holder beneficiary { lastName } pathway { id }
  referral { id } partner { id } hours { totalCount } evidence { totalCount } } } }`;
const read = async (client: Client): Promise<Data> => (await client.data(file, { id: contract })).node;

describe('a contract', () => {
  it('shows the facilitator the holder’s name, but nothing else of the person’s file', async () => {
    const seen = await read(town.facilitator);
    expect(seen).toEqual({
      holder: 'Lina Moreau',
      beneficiary: null,
      pathway: null,
      referral: null,
      partner: { id: csc.member.partner.id },
      hours: { totalCount: 1 },
      evidence: { totalCount: 1 },
    });
    const ids = await town.facilitator.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [person, pathway, referral],
    });
    expect(ids.nodes).toEqual([null, null, null]);
  });

  it('shows the person, pathway and referral to the partners that see the person’s pathways', async () => {
    for (const { client } of [csc, relais]) {
      expect(await read(client)).toMatchObject({
        holder: 'Lina Moreau',
        beneficiary: { lastName: 'Moreau' },
        pathway: { id: pathway },
        referral: { id: referral },
      });
      const chain = `query ($person: ID!, $pathway: ID!, $referral: ID!) {
        beneficiary(id: $person) { clauseContracts { nodes { id } } }
        pathway: node(id: $pathway) { ... on Pathway { clauseContracts { totalCount nodes { id lot { procurement { programme { id } } } } } } }
        referral(id: $referral) { clauseContracts { nodes { id hours { nodes { hours } } } } } }`;
      expect(await client.data(chain, { person, pathway, referral })).toEqual({
        beneficiary: { clauseContracts: { nodes: [{ id: contract }] } },
        pathway: {
          clauseContracts: {
            totalCount: 1,
            nodes: [{ id: contract, lot: { procurement: { programme: { id: town.programme } } } }],
          },
        },
        referral: { clauseContracts: { nodes: [{ id: contract, hours: { nodes: [{ hours: 30 }] } }] } },
      });
    }
  });

  it('is hidden from everyone else, by its id and in the lot', async () => {
    const others = [
      elsewhere.facilitator,
      (await hub.town.caseworker()).client,
      (await hub.town.signedInMember(town.partner)).client,
      ...(await Promise.all(
        ['COORDINATOR', 'COMMITTEE_MEMBER', 'DATA_PROTECTION_OFFICER'].map((role) =>
          hub.town.signedInMember(town.partner, role),
        ),
      ).then((them) => them.map(({ client }) => client))),
      (await hub.town.signedInMember(csc.member.partner, 'CLAUSE_FACILITATOR')).client,
    ];
    const query =
      'query ($id: ID!) { node(id: $id) { ... on Lot { hoursDone contracts { totalCount nodes { id } } } } }';
    for (const client of others) {
      expect(await read(client)).toBeNull();
      expect((await client.data(query, { id: lot })).node).toEqual({
        hoursDone: null,
        contracts: { totalCount: 0, nodes: [] },
      });
    }
  });

  it('is hidden from a partner after a withdrawal, and its commands are refused', async () => {
    const third = await hub.town.caseworker();
    const agreement = await runCommand(
      csc.client,
      'recordSharingAgreement',
      validInput.recordSharingAgreement(person, third.partner),
    );
    const lotOfThird = validInput.openClauseContract(person, lot, town.company, { startsOn: monthDay(-1) });
    const { id } = await runCommand(third.client, 'openClauseContract', lotOfThird);
    await runCommand(csc.client, 'withdrawSharing', { sharing: agreement.id });
    expect(await read(third.client)).toBeNull();
    const row = { contract: id, month: monthDay(-1), kind: 'WORK', hours: 1 };
    expect(await refusalsOf(third.client, 'declareHours', validInput.declareHours(row))).toEqual([
      'NOT_FOUND rows.0.contract',
    ]);
    expect(
      await refusalsOf(third.client, 'endClauseContract', { contract: id, endsOn: monthDay(0) }),
    ).toEqual(['NOT_FOUND contract']);
    // The facilitator keeps access.
    await runCommand(town.facilitator, 'endClauseContract', { contract: id, endsOn: monthDay(0) });
  });
});

describe('by row policy', () => {
  const insert = (table: string, row: Record<string, unknown>): [string, unknown[]] => [
    `insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map((_, index) => `$${index + 1}`)})`,
    Object.values(row),
  ];
  const inserting = (databaseRole: DatabaseRole, table: string, row: Record<string, unknown>) =>
    login.try(databaseRole, ...insert(table, row));
  const refusal = { code: '42501' };
  const other = () =>
    as(
      { ...facilitator, member: { ...facilitator.member, partner: elsewhere.partner } },
      'CLAUSE_FACILITATOR',
    );

  it('only viewers who see the contract get the holder’s name', async () => {
    const ask = async (databaseRole: DatabaseRole) =>
      (await login.try(databaseRole, 'select access.contract_holder($1) as holder', [uuid(contract)]))
        .rows[0]?.['holder'];
    expect(await ask(as(facilitator, 'CLAUSE_FACILITATOR'))).toBe('Lina Moreau');
    expect(await ask(as(csc, 'CASEWORKER'))).toBe('Lina Moreau');
    for (const databaseRole of [
      other(),
      as(facilitator, 'CASEWORKER'),
      as(facilitator, 'COORDINATOR'),
      as(csc, 'CLAUSE_FACILITATOR'),
      { role: 'hub_partner', variables: {} } as const,
    ]) {
      expect(await ask(databaseRole)).toBeNull();
    }
  });

  it('a facilitator writes only rows of the own programme, in the own name', async () => {
    const own = as(facilitator, 'CLAUSE_FACILITATOR');
    const entry = (changes: object = {}) => ({
      id: v7(),
      contract_id: uuid(contract),
      month: monthDay(-1),
      kind: 'WORK',
      hours: 1,
      status: 'DECLARED',
      declared_at: new Date(),
      declared_by_id: facilitator.member.key,
      ...changes,
    });
    expect(await inserting(own, 'hours_entry', entry())).toMatchObject({ count: 1 });
    expect(await inserting(own, 'hours_entry', entry({ status: 'VALIDATED' }))).toMatchObject(refusal);
    expect(await inserting(own, 'hours_entry', entry({ declared_by_id: csc.member.key }))).toMatchObject(
      refusal,
    );
    expect(await inserting(other(), 'hours_entry', entry())).toMatchObject(refusal);
    expect(
      await inserting(as(relais, 'CASEWORKER'), 'hours_entry', entry({ declared_by_id: relais.member.key })),
    ).toMatchObject(refusal);

    const decide = "update hours_entry set status = 'REJECTED', decided_by_id = $1";
    expect(await login.try(own, decide, [facilitator.member.key])).toMatchObject({ count: 1 });
    expect(await login.try(own, decide, [csc.member.key])).toMatchObject(refusal);
    expect(await login.try(other(), decide, [facilitator.member.key])).toMatchObject({ count: 0 });
    expect(await login.try(as(csc, 'CASEWORKER'), decide, [csc.member.key])).toMatchObject({ count: 0 });
    expect(await login.try(own, 'update hours_entry set hours = 1')).toMatchObject(refusal);

    const end = "update clause_contract set ends_on = '2030-01-01'";
    expect((await login.try(own, end)).count).toBeGreaterThan(0);
    expect(await login.try(other(), end)).toMatchObject({ count: 0 });
    expect(await login.try(as(relais, 'CASEWORKER'), end)).toMatchObject({ count: 0 });
    expect(await login.try(own, 'update clause_contract set beneficiary_id = beneficiary_id')).toMatchObject(
      refusal,
    );
  });

  it('a contract cannot be opened for a person out of sight, or with the pathway or referral of another person', async () => {
    const free = uuid(await registerPerson(csc.client));
    const row = (by: Somebody, changes: object = {}) => ({
      id: v7(),
      lot_id: uuid(lot),
      company_id: uuid(town.company),
      beneficiary_id: free,
      partner_id: by.member.partner.key,
      modality: 'STAFFING',
      starts_on: monthDay(-1),
      created_by_id: by.member.key,
      created_at: new Date(),
      ...changes,
    });
    const caseworker = as(csc, 'CASEWORKER');
    expect(await inserting(caseworker, 'clause_contract', row(csc))).toMatchObject({ count: 1 });
    expect(
      await inserting(caseworker, 'clause_contract', row(csc, { pathway_id: uuid(pathway) })),
    ).toMatchObject(refusal);
    expect(
      await inserting(caseworker, 'clause_contract', row(csc, { referral_id: uuid(referral) })),
    ).toMatchObject(refusal);
    expect(await inserting(caseworker, 'clause_contract', row(relais))).toMatchObject(refusal);
    expect(await inserting(as(relais, 'CASEWORKER'), 'clause_contract', row(relais))).toMatchObject(refusal);
    expect(await inserting(as(csc, 'CLAUSE_FACILITATOR'), 'clause_contract', row(csc))).toMatchObject(
      refusal,
    );
    expect(
      await inserting(as(facilitator, 'CLAUSE_FACILITATOR'), 'clause_contract', row(facilitator)),
    ).toMatchObject(refusal);
  });

  it('a facilitator sees and writes only CLAUSE events of the own partner', async () => {
    await sendReferral(csc.client, await registerPerson(csc.client), town.partner);
    await hub.settled();
    const own = as(facilitator, 'CLAUSE_FACILITATOR');
    const topics = async (databaseRole: DatabaseRole) =>
      (await login.try(databaseRole, `select distinct topic, partner_id from event where ${ofCommand}`)).rows;
    expect(await topics(own)).toEqual([{ topic: 'CLAUSE', partner_id: town.partner.key }]);
    expect(await topics(as(facilitator, 'CASEWORKER'))).toEqual([
      { topic: 'REFERRAL', partner_id: town.partner.key },
    ]);
    const event = (changes: object = {}) => ({
      id: v7(),
      partner_id: town.partner.key,
      topic: 'CLAUSE',
      kind: 'SHORTFALL',
      subject: uuid(lot),
      by_id: town.partner.key,
      member_id: facilitator.member.key,
      ...changes,
    });
    expect(await inserting(own, 'event', event())).toMatchObject({ count: 1 });
    for (const changes of [
      { topic: 'REFERRAL' },
      { partner_id: csc.member.partner.key },
      { member_id: csc.member.key },
      { by_id: null },
    ]) {
      expect(await inserting(own, 'event', event(changes))).toMatchObject(refusal);
    }
  });

  it('members cannot open or end a shortfall', async () => {
    const databaseRole = as(facilitator, 'CLAUSE_FACILITATOR');
    const row = { id: v7(), lot_id: uuid(lot), since: new Date(), hours_committed: 1, hours_forecast: 0 };
    expect(await inserting(databaseRole, 'lot_shortfall', row)).toMatchObject(refusal);
    expect(await login.try(databaseRole, 'update lot_shortfall set ended_at = now()')).toMatchObject(refusal);
    expect((await login.try(databaseRole, 'select id from lot_shortfall')).rows).toHaveLength(1);
    expect((await login.try(other(), 'select id from lot_shortfall')).rows).toEqual([]);
    expect((await login.try(as(csc, 'CASEWORKER'), 'select id from lot_shortfall')).rows).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { daysAgo, daysAhead, openPathway, registerPerson, type SeededMember } from '../kit/town.js';
import { clauseContract, keyIn, longPathway } from './ended.js';

const hub = sharedHub();
let csc: Client;
let caseworker: SeededMember;

beforeAll(async () => {
  ({ client: csc, member: caseworker } = await hub.town.caseworker());
});

const stateOf = async (pathway: string) =>
  (
    await csc.data('query ($id: ID!) { node(id: $id) { ... on Pathway { status closedOn } } }', {
      id: pathway,
    })
  ).node;

describe('an outcome', () => {
  it('is returned as recorded, and listed on its pathway, latest first', async () => {
    const { pathway } = await longPathway(csc);
    const shown =
      'id pathway { id } partner { id } occurredOn situation contractMonths evidence clauseContract { id } verifiedAt situationAt6Months followedUpOn';
    const earlier = validInput.recordOutcome(pathway, {
      occurredOn: '2023-05-01',
      situation: 'INTERIM',
      contractMonths: 2,
      evidence: 'PAYSLIP',
      keepOpen: true,
    });
    const first = await runCommand(csc, 'recordOutcome', earlier, shown);
    expect(first).toEqual({
      id: expect.stringMatching(/^outcome_/),
      pathway: { id: pathway },
      partner: { id: caseworker.partner.id },
      occurredOn: '2023-05-01',
      situation: 'INTERIM',
      contractMonths: 2,
      evidence: 'PAYSLIP',
      clauseContract: null,
      verifiedAt: null,
      situationAt6Months: null,
      followedUpOn: null,
    });
    const last = await runCommand(csc, 'recordOutcome', validInput.recordOutcome(pathway));
    const query = `query ($id: ID!) { node(id: $id) { ... on Pathway { outcomes { totalCount nodes { id } } } } }`;
    expect((await csc.data(query, { id: pathway })).node.outcomes).toEqual({
      totalCount: 2,
      nodes: [{ id: last.id }, { id: first.id }],
    });
  });

  it('closes the pathway on the day of the outcome, so that another can be opened', async () => {
    const { person, pathway } = await longPathway(csc);
    const before = await rowCounts(hub);
    const input = validInput.recordOutcome(pathway, { occurredOn: '2024-06-30' });
    const { id } = await runCommand(csc, 'recordOutcome', input);
    expect(await stateOf(pathway)).toEqual({ status: 'CLOSED', closedOn: '2024-06-30' });
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({
      outcome: 1,
      event: 2,
      idempotency_key: 1,
    });
    const events = await hub.owner(
      'select topic, kind, partner_id from event where subject = any($1) order by topic, kind',
      [[keyIn(id), keyIn(pathway)]],
    );
    const partner_id = caseworker.partner.key;
    expect(events).toEqual([
      { topic: 'OUTCOME', kind: 'RECORDED', partner_id },
      { topic: 'PATHWAY', kind: 'CLOSED', partner_id },
      { topic: 'PATHWAY', kind: 'OPENED', partner_id },
    ]);
    // A repeated call with the same idempotency key returns the first result.
    expect(await runCommand(csc, 'recordOutcome', input)).toEqual({ id });
    expect(await refusalsOf(csc, 'recordOutcome', validInput.recordOutcome(pathway))).toEqual([
      'INVALID pathway',
    ]);
    await openPathway(csc, person);
  });

  it('does not change the pathway with keepOpen', async () => {
    const { pathway } = await longPathway(csc);
    await hub.owner(`update pathway set status = 'SUSPENDED' where id = $1`, [keyIn(pathway)]);
    await runCommand(csc, 'recordOutcome', validInput.recordOutcome(pathway, { keepOpen: true }));
    expect(await stateOf(pathway)).toEqual({ status: 'SUSPENDED', closedOn: null });
    await runCommand(csc, 'recordOutcome', validInput.recordOutcome(pathway, { keepOpen: null }));
    expect((await stateOf(pathway)).status).toBe('CLOSED');
  });

  it('closes a pathway once, also with ten concurrent calls', async () => {
    const { pathway } = await longPathway(csc);
    const before = await rowCounts(hub);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        csc.run('recordOutcome', validInput.recordOutcome(pathway), 'outcome { id }'),
      ),
    );
    expect(answers.filter(({ outcome }) => outcome)).toHaveLength(1);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({
      outcome: 1,
      event: 2,
      idempotency_key: 1,
    });
  });

  it('is refused with a date in the future or before the start of the pathway', async () => {
    const person = await registerPerson(csc);
    const startedOn = daysAgo(30);
    const opened = await runCommand(csc, 'openPathway', validInput.openPathway(person, { startedOn }));
    const on = (occurredOn: string) => validInput.recordOutcome(opened.id, { occurredOn, keepOpen: true });
    expect(await refusalsOf(csc, 'recordOutcome', on(daysAhead(2)))).toEqual(['INVALID occurredOn']);
    expect(await refusalsOf(csc, 'recordOutcome', on(daysAgo(31)))).toEqual(['INVALID occurredOn']);
    await runCommand(csc, 'recordOutcome', on(startedOn));
  });

  it('requires contractMonths, 1 to 60, for CDD and INTERIM, and refuses it for other situations', async () => {
    const { pathway } = await longPathway(csc);
    const input = (situation: string, contractMonths?: number | null) =>
      validInput.recordOutcome(pathway, { situation, contractMonths, keepOpen: true });
    for (const situation of ['CDD', 'INTERIM']) {
      for (const months of [undefined, null, 0, -1, 61]) {
        const reasons = await refusalsOf(csc, 'recordOutcome', input(situation, months));
        expect([situation, months, reasons]).toEqual([situation, months, ['INVALID contractMonths']]);
      }
      for (const months of [1, 60]) await runCommand(csc, 'recordOutcome', input(situation, months));
    }
    for (const situation of ['CDI', 'CONTRAT_AIDE', 'LOST_CONTACT', 'OTHER']) {
      expect(await refusalsOf(csc, 'recordOutcome', input(situation, 6))).toEqual(['INVALID contractMonths']);
      await runCommand(csc, 'recordOutcome', input(situation, null));
    }
  });
});

describe('an outcome of a clause contract', () => {
  const shown = 'id clauseContract { id }';

  it('is linked to a contract of the same person, and listed on the contract', async () => {
    const { person, pathway } = await longPathway(csc);
    const contract = await clauseContract(hub, person, caseworker);
    const input = validInput.recordOutcome(pathway, { clauseContract: contract });
    const outcome = await runCommand(csc, 'recordOutcome', input, shown);
    expect(outcome.clauseContract).toEqual({ id: contract });
    const query =
      'query ($id: ID!) { node(id: $id) { ... on ClauseContract { outcomes { totalCount nodes { id } } } } }';
    expect((await csc.data(query, { id: contract })).node.outcomes).toEqual({
      totalCount: 1,
      nodes: [{ id: outcome.id }],
    });
  });

  it('is refused for a contract of another person or one that the viewer does not see', async () => {
    const { pathway } = await longPathway(csc);
    const of = (contract: string) => validInput.recordOutcome(pathway, { clauseContract: contract });
    const other = await clauseContract(hub, (await longPathway(csc)).person, caseworker);
    expect(await refusalsOf(csc, 'recordOutcome', of(other))).toEqual(['INVALID clauseContract']);
    const relais = await hub.town.caseworker();
    const hidden = await clauseContract(hub, await registerPerson(relais.client), relais.member);
    expect(await refusalsOf(csc, 'recordOutcome', of(hidden))).toEqual(['NOT_FOUND clauseContract']);
    expect(await refusalsOf(csc, 'recordOutcome', of(pathway))).toEqual(['NOT_FOUND clauseContract']);
    expect((await stateOf(pathway)).status).toBe('OPEN');
  });
});

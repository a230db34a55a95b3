import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';
import { type Market, market, monthDay, worked } from './market.js';

const hub = testHub();
let town: Market;
let csc: Client;
let relais: Client;
let relaisPartner: SeededPartner;

beforeAll(async () => {
  town = await market(hub);
  ({ client: csc } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
});

/** A contract that started five months ago, on a lot from six months ago to six months ahead. */
async function contract(changes: object = {}): Promise<string> {
  const person = await registerPerson(csc);
  const lot = await town.lot({ startsOn: monthDay(-6, 15), endsOn: monthDay(6, 15) });
  await runCommand(csc, 'recordSharingAgreement', validInput.recordSharingAgreement(person, relaisPartner));
  const input = validInput.openClauseContract(person, lot, town.company, {
    startsOn: monthDay(-5, 20),
    ...changes,
  });
  return (await runCommand(csc, 'openClauseContract', input)).id;
}
const row = (of: string, changes: object = {}) => ({
  contract: of,
  month: monthDay(-1, 28),
  kind: 'WORK',
  hours: 100,
  ...changes,
});
const declare = (client: Client, ...rows: Data[]) =>
  runCommand(
    client,
    'declareHours',
    validInput.declareHours(...rows),
    'id status month hours kind rejectReason',
  );
const refusalOf = (...rows: Data[]) => refusalsOf(csc, 'declareHours', validInput.declareHours(...rows));

describe('declared hours', () => {
  it('come only from the partner that recorded the contract or from a facilitator', async () => {
    const one = await contract();
    const stranger = (await hub.town.caseworker()).client;
    const { facilitator } = await market(hub);
    const coordinator = await hub.town.signedInMember(town.partner, 'COORDINATOR');
    // The second partner sees the contract, but may not declare hours.
    for (const client of [relais, stranger, facilitator, coordinator.client]) {
      expect(await refusalsOf(client, 'declareHours', validInput.declareHours(row(one)))).toEqual([
        'NOT_FOUND rows.0.contract',
      ]);
    }
    expect(await declare(csc, row(one), row(one, { kind: 'TRAINING', hours: 7.25 }))).toEqual([
      expect.objectContaining({ status: 'DECLARED', month: monthDay(-1), hours: 100, kind: 'WORK' }),
      expect.objectContaining({ status: 'DECLARED', month: monthDay(-1), hours: 7.25, kind: 'TRAINING' }),
    ]);
    await declare(town.facilitator, row(one, { month: monthDay(-2) }));
  });

  it('are refused with the path of every wrong row, and no row is stored', async () => {
    const one = await contract({ endsOn: monthDay(-1, 10) });
    const two = await contract();
    const before = await rowCounts(hub);
    const right = row(one);
    const wrong: [object, string][] = [
      [{ month: monthDay(-6, 28) }, 'month'],
      [{ month: monthDay(0) }, 'month'],
      [{ contract: two, month: monthDay(1) }, 'month'],
      [{ hours: 0 }, 'hours'],
      [{ hours: -7 }, 'hours'],
      [{ hours: 0.001 }, 'hours'],
      [{ hours: 7.123 }, 'hours'],
      [{ hours: 151.68 }, 'hours'],
      [{ hours: 1e300 }, 'hours'],
    ];
    for (const [changes, field] of wrong) {
      const at = [
        changes,
        await refusalOf(row(two), right, { ...row(one, { kind: 'TUTORING' }), ...changes }),
      ];
      expect(at).toEqual([changes, [`INVALID rows.2.${field}`]]);
    }
    const payload = await csc.run(
      'declareHours',
      validInput.declareHours(
        row(two),
        row(one, { month: monthDay(0) }),
        right,
        row(one, { kind: 'TRAINING', hours: -1 }),
      ),
      'entries { id }',
    );
    expect(payload).toMatchObject({
      entries: null,
      userErrors: [
        { code: 'INVALID', path: ['input', 'rows', '1', 'month'] },
        { code: 'INVALID', path: ['input', 'rows', '3', 'hours'] },
      ],
    });
    expect(await refusalOf(row('clauseContract_x'))).toEqual(['NOT_FOUND rows.0.contract']);
    expect(await refusalOf()).toEqual(['INVALID rows']);
    expect(await refusalOf(...Array.from({ length: 201 }, () => row(one)))).toEqual(['INVALID rows']);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
  });

  it('are unique for a contract, month and kind, within a call and across calls', async () => {
    const one = await contract();
    const small = row(one, { hours: 10 });
    expect(await refusalOf(small, { ...small, month: monthDay(-1, 3) })).toEqual(['INVALID rows.1']);
    const [entry] = await declare(csc, small);
    expect(await refusalOf(row(one, { month: monthDay(-2) }), small)).toEqual(['INVALID rows.1']);
    await runCommand(town.facilitator, 'rejectHours', { entry: entry.id, reason: 'No payslip' });
    await declare(csc, small);
    expect(await refusalOf(small)).toEqual(['INVALID rows.0']);
  });

  it('of all kinds together do not exceed 151.67 hours in a month of a contract', async () => {
    const one = await contract();
    const two = await contract();
    expect(await refusalOf(row(one, { hours: 140 }), row(one, { kind: 'TRAINING', hours: 11.68 }))).toEqual([
      'INVALID rows.1.hours',
    ]);
    const [work] = await declare(
      csc,
      row(one, { hours: 140 }),
      row(one, { kind: 'TRAINING', hours: 11.67 }),
      row(two, { hours: 151.67 }),
    );
    const tutoring = row(one, { kind: 'TUTORING', hours: 0.01 });
    expect(await refusalOf(tutoring)).toEqual(['INVALID rows.0.hours']);
    await runCommand(town.facilitator, 'rejectHours', { entry: work.id, reason: 'Too many' });
    await declare(csc, tutoring, row(one, { month: monthDay(-2), hours: 151.67 }));
  });

  it('do not exceed 151.67 hours when nine commands run concurrently', async () => {
    const one = await contract();
    const before = await rowCounts(hub);
    const kinds = ['WORK', 'TRAINING', 'TUTORING'];
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        csc.run(
          'declareHours',
          validInput.declareHours(row(one, { kind: kinds[index % 3], hours: 60 })),
          'entries { id }',
        ),
      ),
    );
    expect(answers.filter(({ entries }) => entries)).toHaveLength(2);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({ hours_entry: 2, idempotency_key: 2 });
  });

  it('are declared once per idempotency key; repeating the call returns the same entries', async () => {
    const one = await contract();
    const input = validInput.declareHours(row(one), row(one, { kind: 'TUTORING', hours: 2 }));
    const first = await runCommand(csc, 'declareHours', input);
    expect(first).toHaveLength(2);
    expect(await runCommand(csc, 'declareHours', input)).toEqual(first);
  });
});

describe('hours', () => {
  it('are validated and rejected only by the programme’s facilitators, all or none', async () => {
    const one = await contract();
    const declared = await declare(csc, row(one), row(one, { kind: 'TUTORING', hours: 3 }));
    const entries = declared.map(({ id }: Data) => id);
    const { facilitator } = await market(hub);
    for (const client of [csc, relais, facilitator]) {
      expect(await refusalsOf(client, 'validateHours', { entries })).toEqual(['NOT_FOUND entries.0']);
      expect(await refusalsOf(client, 'rejectHours', { entry: entries[0], reason: 'No' })).toEqual([
        'NOT_FOUND entry',
      ]);
    }
    const unknown = [...entries, 'hoursEntry_00000000-0000-7000-8000-000000000000'];
    expect(await refusalsOf(town.facilitator, 'validateHours', { entries: unknown })).toEqual([
      'NOT_FOUND entries.2',
    ]);
    expect(await refusalsOf(town.facilitator, 'validateHours', { entries: [] })).toEqual(['INVALID entries']);
    expect(
      await runCommand(town.facilitator, 'validateHours', { entries: [...entries, ...entries] }, 'id status'),
    ).toEqual(entries.map((id: string) => ({ id, status: 'VALIDATED' })));
    expect(await refusalsOf(town.facilitator, 'validateHours', { entries })).toEqual(['INVALID entries.0']);
  });

  it('that were validated by mistake are rejected with a reason, and can be declared again', async () => {
    const one = await contract();
    const [entry] = await worked(town.facilitator, one, { [-2]: 120 });
    const reject = { entry, reason: 'Counted twice' };
    const rejected = await runCommand(
      town.facilitator,
      'rejectHours',
      reject,
      'status rejectReason decidedAt',
    );
    expect(rejected).toEqual({
      status: 'REJECTED',
      rejectReason: 'Counted twice',
      decidedAt: expect.any(String),
    });
    expect(await refusalsOf(town.facilitator, 'rejectHours', reject)).toEqual(['INVALID entry']);
    await worked(town.facilitator, one, { [-2]: 60 });
    const { node } = await csc.data(
      'query ($id: ID!) { node(id: $id) { ... on ClauseContract { hours { nodes { month hours status } } } } }',
      { id: one },
    );
    expect(node.hours.nodes).toEqual([
      { month: monthDay(-2), hours: 120, status: 'REJECTED' },
      { month: monthDay(-2), hours: 60, status: 'VALIDATED' },
    ]);
  });
});

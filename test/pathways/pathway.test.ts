import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { daysAhead, openPathway, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

const hub = sharedHub();
let csc: Client;
let relais: Client;
let relaisPartner: SeededPartner;
let stranger: Client;

beforeAll(async () => {
  ({ client: csc } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
  ({ client: stranger } = await hub.town.caseworker());
});

const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });

describe('a pathway', () => {
  it('starts today by default', async () => {
    const person = await registerPerson(csc);
    const shown = 'status objective startedOn closedOn';
    const pathway = await runCommand(csc, 'openPathway', validInput.openPathway(person), shown);
    expect(pathway).toEqual({ status: 'OPEN', objective: 'Find work', startedOn: today(), closedOn: null });
    const other = validInput.openPathway(await registerPerson(csc), { startedOn: '2024-02-29' });
    expect(await runCommand(csc, 'openPathway', other, 'startedOn')).toEqual({ startedOn: '2024-02-29' });
  });

  it('can be open only once per person and partner, also with ten concurrent calls', async () => {
    const person = await registerPerson(csc);
    const before = await rowCounts(hub);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        csc.run('openPathway', validInput.openPathway(person), 'pathway { id }'),
      ),
    );
    const refusals = answers.filter(({ pathway }) => !pathway).map(({ userErrors }) => userErrors);
    expect(refusals).toHaveLength(9);
    for (const reasons of refusals)
      expect(reasons).toMatchObject([{ code: 'INVALID', path: ['input', 'beneficiary'] }]);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({
      pathway: 1,
      event: 1,
      idempotency_key: 1,
    });
  });

  it('requires scope PATHWAY; NOT_FOUND for a person whom the viewer does not see', async () => {
    const person = await registerPerson(csc);
    const input = validInput.openPathway(person);
    expect(await refusalsOf(relais, 'openPathway', input)).toEqual(['NOT_FOUND beneficiary']);
    const referral = await sendReferral(csc, person, relaisPartner);
    expect(await refusalsOf(relais, 'openPathway', input)).toEqual(['AGREEMENT_REQUIRED beneficiary']);
    await runCommand(relais, 'acceptReferral', { referral, expectedVersion: 1 });
    await runCommand(relais, 'openPathway', input);
  });
});

describe('a step', () => {
  it('can be added by every partner that sees the pathway, as its own', async () => {
    const person = await registerPerson(csc);
    const pathway = await openPathway(csc, person);
    const input = validInput.addStep(pathway, { visibility: 'SHARED' });
    expect(await refusalsOf(relais, 'addStep', input)).toEqual(['NOT_FOUND pathway']);
    const referral = await sendReferral(csc, person, relaisPartner);
    expect(await refusalsOf(relais, 'addStep', input)).toEqual(['NOT_FOUND pathway']);
    await runCommand(relais, 'acceptReferral', { referral, expectedVersion: 1 });
    const step = await runCommand(relais, 'addStep', input, 'partner { id } pathway { id }');
    expect(step).toEqual({ partner: { id: relaisPartner.id }, pathway: { id: pathway } });
    expect(await refusalsOf(stranger, 'addStep', input)).toEqual(['NOT_FOUND pathway']);
  });

  it('has visibility PARTNER by default', async () => {
    const pathway = await openPathway(csc, await registerPerson(csc));
    const shown = 'visibility kind title';
    const plain = { visibility: 'PARTNER', kind: 'INTERVIEW', title: 'First talk' };
    expect(await runCommand(csc, 'addStep', validInput.addStep(pathway), shown)).toEqual(plain);
    const asNull = validInput.addStep(pathway, { visibility: null });
    expect(await runCommand(csc, 'addStep', asNull, shown)).toEqual(plain);
  });

  it('is refused on a closed pathway and with a date in the future', async () => {
    const pathway = await openPathway(csc, await registerPerson(csc));
    const future = validInput.addStep(pathway, { occurredOn: daysAhead(2) });
    expect(await refusalsOf(csc, 'addStep', future)).toEqual(['INVALID occurredOn']);
    await hub.owner(`update pathway set status = 'CLOSED' where id = $1`, [pathway.replace(/^\w+_/, '')]);
    expect(await refusalsOf(csc, 'addStep', validInput.addStep(pathway))).toEqual(['INVALID pathway']);
    expect(await refusalsOf(stranger, 'addStep', validInput.addStep(pathway))).toEqual(['NOT_FOUND pathway']);
  });
});

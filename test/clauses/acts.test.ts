import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import {
  daysAgo,
  daysAhead,
  openPathway,
  registerPerson,
  type SeededPartner,
  sendReferral,
} from '../kit/town.js';
import { type Market, market } from './market.js';

const hub = testHub();
let town: Market;
let elsewhere: Market;
let csc: Client;
let relais: Client;
let relaisPartner: SeededPartner;

beforeAll(async () => {
  town = await market(hub);
  elsewhere = await market(hub);
  ({ client: csc } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
});

describe('a programme with its procurements, lots and companies', () => {
  it('is written only by facilitators of its partner', async () => {
    const before = await rowCounts(hub);
    for (const client of [csc, elsewhere.facilitator]) {
      const procurement = validInput.addProcurement(town.programme);
      expect(await refusalsOf(client, 'addProcurement', procurement)).toEqual(['NOT_FOUND programme']);
      const lot = validInput.addLot(town.procurement, town.company, { number: 99 });
      expect(await refusalsOf(client, 'addLot', lot)).toEqual(['NOT_FOUND procurement']);
    }
    expect(await refusalsOf(csc, 'openClauseProgramme', validInput.openClauseProgramme())).toEqual([
      'NOT_FOUND',
    ]);
    expect(await refusalsOf(csc, 'addCompany', validInput.addCompany())).toEqual(['NOT_FOUND']);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
  });

  it('is read by every member, from the programme down and in lists', async () => {
    const lot = await town.lot({ name: 'Roofs', hoursCommitted: 2400 });
    const query = `query ($procurement: ID!) {
      clauseProgrammes(first: 100) { nodes { id partner { id } procurements { nodes { id lots { nodes { id } } } } } }
      lots(filter: { procurement: $procurement }) { nodes { id name hoursCommitted company { name siret sector } } }
      companies(first: 100) { nodes { id } } }`;
    for (const client of [csc, town.facilitator, elsewhere.facilitator]) {
      const data = await client.data(query, { procurement: town.procurement });
      const own = data.clauseProgrammes.nodes.find(({ id }: { id: string }) => id === town.programme);
      expect(own).toMatchObject({ partner: { id: town.partner.id } });
      expect(own.procurements.nodes).toEqual([
        { id: town.procurement, lots: { nodes: expect.arrayContaining([{ id: lot }]) } },
      ]);
      expect(data.lots.nodes).toContainEqual({
        id: lot,
        name: 'Roofs',
        hoursCommitted: 2400,
        company: { name: 'Walls & Co', siret: null, sector: 'Construction' },
      });
      expect(data.companies.nodes).toEqual(expect.arrayContaining([{ id: town.company }]));
    }
  });

  it('has unique, valid SIRETs, unique lot numbers and days in order', async () => {
    const siret = '00000012300455';
    await runCommand(town.facilitator, 'addCompany', validInput.addCompany({ siret }));
    expect(await refusalsOf(elsewhere.facilitator, 'addCompany', validInput.addCompany({ siret }))).toEqual([
      'INVALID siret',
    ]);
    for (const right of ['356 000 000 49837', '73282932000074']) {
      const input = validInput.addCompany({ siret: right });
      expect(await runCommand(town.facilitator, 'addCompany', input, 'siret')).toEqual({
        siret: right.replaceAll(' ', ''),
      });
    }
    for (const wrong of ['123', '000000123004567', '0000001230045x', '', '73282932000075', '356000000498']) {
      const input = validInput.addCompany({ siret: wrong });
      expect(await refusalsOf(town.facilitator, 'addCompany', input)).toEqual(['INVALID siret']);
    }
    await town.lot({ number: 50 });
    const wrong: [object, string][] = [
      [{ number: 50 }, 'number'],
      [{ number: 0 }, 'number'],
      [{ number: 51, hoursCommitted: 0 }, 'hoursCommitted'],
      [{ number: 51, hoursCommitted: 10_000_001 }, 'hoursCommitted'],
      [{ number: 51, startsOn: daysAgo(1), endsOn: daysAgo(2) }, 'endsOn'],
    ];
    for (const [changes, field] of wrong) {
      const input = validInput.addLot(town.procurement, town.company, { ...changes });
      expect(await refusalsOf(town.facilitator, 'addLot', input)).toEqual([`INVALID ${field}`]);
    }
    const programme = validInput.openClauseProgramme({ since: '2024-01-02', until: '2024-01-01' });
    expect(await refusalsOf(town.facilitator, 'openClauseProgramme', programme)).toEqual(['INVALID until']);
  });
});

describe('a contract', () => {
  it('is opened by a caseworker who sees the person with scope PATHWAY', async () => {
    const person = await registerPerson(csc);
    const lot = await town.lot();
    const input = validInput.openClauseContract(person, lot, town.company);
    expect(await refusalsOf(relais, 'openClauseContract', input)).toEqual(['NOT_FOUND beneficiary']);
    expect(await refusalsOf(town.facilitator, 'openClauseContract', input)).toEqual([
      'NOT_FOUND beneficiary',
    ]);
    const referral = await sendReferral(csc, person, relaisPartner);
    expect(await refusalsOf(relais, 'openClauseContract', input)).toEqual(['AGREEMENT_REQUIRED beneficiary']);
    await runCommand(relais, 'acceptReferral', { referral, expectedVersion: 1 });
    const contract = await runCommand(
      relais,
      'openClauseContract',
      validInput.openClauseContract(person, lot, town.company, { referral }),
      'partner { id } referral { id } lot { id } company { id } modality startsOn endsOn',
    );
    expect(contract).toEqual({
      partner: { id: relaisPartner.id },
      referral: { id: referral },
      lot: { id: lot },
      company: { id: town.company },
      modality: 'DIRECT_HIRE',
      startsOn: daysAgo(100),
      endsOn: null,
    });
  });

  it('starts during the lot, ends after its start, and refers to the person’s own pathway and referral', async () => {
    const person = await registerPerson(csc);
    const other = await registerPerson(csc);
    const lot = await town.lot();
    const { id: agency } = await runCommand(
      town.facilitator,
      'addCompany',
      validInput.addCompany({ sector: 'Staff' }),
    );
    const pathway = await openPathway(csc, other);
    const referral = await sendReferral(csc, other, relaisPartner);
    const wrong: [object, string][] = [
      [{ startsOn: daysAgo(201) }, 'startsOn'],
      [{ startsOn: daysAhead(201) }, 'startsOn'],
      [{ endsOn: daysAgo(101) }, 'endsOn'],
      [{ pathway }, 'pathway'],
      [{ referral }, 'referral'],
      [{ company: agency }, 'company'],
      [{ modality: 'STAFFING' }, 'company'],
    ];
    const right = (changes: object) =>
      validInput.openClauseContract(person, lot, town.company, { ...changes });
    for (const [changes, field] of wrong) {
      expect([changes, await refusalsOf(csc, 'openClauseContract', right(changes))]).toEqual([
        changes,
        [`INVALID ${field}`],
      ]);
    }
    const lent = right({ company: agency, modality: 'STAFFING', endsOn: daysAgo(100) });
    await runCommand(csc, 'openClauseContract', lent);
  });

  it('is ended by the partner that recorded it or by a facilitator, and not before a month with hours', async () => {
    const person = await registerPerson(csc);
    const lot = await town.lot();
    const { id: contract } = await runCommand(
      csc,
      'openClauseContract',
      validInput.openClauseContract(person, lot, town.company),
    );
    await runCommand(csc, 'recordSharingAgreement', validInput.recordSharingAgreement(person, relaisPartner));
    const hours = { contract, month: daysAgo(40), kind: 'WORK', hours: 10 };
    await runCommand(csc, 'declareHours', validInput.declareHours(hours));
    const end = { contract, endsOn: daysAgo(1) };
    // The other partner sees the contract, but may not end it.
    for (const client of [relais, elsewhere.facilitator]) {
      expect(await refusalsOf(client, 'endClauseContract', end)).toEqual(['NOT_FOUND contract']);
      const evidence = validInput.addEligibilityEvidence(contract);
      expect(await refusalsOf(client, 'addEligibilityEvidence', evidence)).toEqual(['NOT_FOUND contract']);
    }
    for (const endsOn of [daysAgo(101), daysAgo(80)]) {
      expect(await refusalsOf(csc, 'endClauseContract', { contract, endsOn })).toEqual(['INVALID endsOn']);
    }
    expect(await runCommand(csc, 'endClauseContract', end, 'endsOn')).toEqual({ endsOn: daysAgo(1) });
    const corrected = { contract, endsOn: daysAhead(3) };
    expect(await runCommand(town.facilitator, 'endClauseContract', corrected, 'endsOn')).toEqual({
      endsOn: daysAhead(3),
    });
  });

  it('has evidence that its holder is eligible', async () => {
    const person = await registerPerson(csc);
    const contract = await runCommand(
      csc,
      'openClauseContract',
      validInput.openClauseContract(person, await town.lot(), town.company),
    );
    const right = validInput.addEligibilityEvidence(contract.id, { validUntil: daysAhead(300) });
    expect(await refusalsOf(csc, 'addEligibilityEvidence', { ...right, checkedOn: daysAhead(2) })).toEqual([
      'INVALID checkedOn',
    ]);
    expect(await refusalsOf(csc, 'addEligibilityEvidence', { ...right, validUntil: daysAgo(2) })).toEqual([
      'INVALID validUntil',
    ]);
    await runCommand(csc, 'addEligibilityEvidence', right);
    await runCommand(
      town.facilitator,
      'addEligibilityEvidence',
      validInput.addEligibilityEvidence(contract.id, { criterion: 'SENIOR' }),
    );
    const { node } = await csc.data(
      'query ($id: ID!) { node(id: $id) { ... on ClauseContract { evidence { totalCount nodes { criterion document checkedOn validUntil } } } } }',
      contract,
    );
    expect(node.evidence.totalCount).toBe(2);
    expect(node.evidence.nodes).toContainEqual({
      criterion: 'LONG_TERM_UNEMPLOYED',
      document: 'A certificate',
      checkedOn: daysAgo(1),
      validUntil: daysAhead(300),
    });
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/database/database.js';
import { entities } from '../../src/features/index.js';
import { ruleRetention } from '../../src/features/retention/index.js';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { addFileRecords } from '../kit/file-records.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { addStep, daysAgo, openPathway, registerPerson, type SeededPartner } from '../kit/town.js';
import { age, ageNotices, keyOf, runRetention } from './old.js';

/** More than 24 months. */
const long = 740;

describe('retention of a file', () => {
  const hub = testHub({ HUB_RETENTION: 'on' });
  let csc: { partner: SeededPartner; client: Client };
  let relais: { partner: SeededPartner; client: Client };
  let officer: Client;
  let person: string;

  beforeEach(async () => {
    csc = await hub.town.caseworker();
    relais = await hub.town.caseworker();
    officer = (await hub.town.signedInMember(csc.partner, 'DATA_PROTECTION_OFFICER')).client;
    person = await registerPerson(csc.client);
  });

  const share = async () => {
    const agreed = validInput.recordSharingAgreement(person, relais.partner, { scope: 'FOLLOW_UP' });
    return runCommand(csc.client, 'recordSharingAgreement', agreed);
  };
  const listed = async (client: Client) =>
    (
      await client.data(
        '{ retention(first: 100) { totalCount nodes { beneficiary partner { id } lastContactOn dueOn toldAt rows erasesPerson keptByLaw } } }',
      )
    ).retention.nodes;
  const runs = async (client: Client) =>
    (await client.data('{ retentionRuns { nodes { partner { id } personsErased rowsRemoved } } }'))
      .retentionRuns.nodes;
  const count = async (table: string, partner: SeededPartner) =>
    (
      await hub.owner<Data>(`select from ${table} where beneficiary_id = $1 and partner_id = $2`, [
        keyOf(person),
        partner.key,
      ])
    ).length;
  const passRetentionPeriod = async (...partners: SeededPartner[]) => {
    for (const partner of partners) await age(hub, person, partner, long);
    await runRetention(hub);
    await ageNotices(hub, 31);
  };
  const exists = async () =>
    (await hub.owner('select from beneficiary where id = $1', [keyOf(person)])).length;

  it('the query shows the due day to officers and administrators only, and changes nothing', async () => {
    const pathway = await openPathway(csc.client, person);
    await addStep(csc.client, pathway, { occurredOn: daysAgo(3) });
    await age(hub, person, csc.partner, 100);
    const due = {
      beneficiary: person,
      partner: { id: csc.partner.id },
      lastContactOn: daysAgo(100),
      toldAt: null,
      rows: 2,
      erasesPerson: true,
      keptByLaw: null,
    };
    const [found] = await listed(officer);
    expect(found).toMatchObject(due);
    expect(Date.parse(found.dueOn)).toBeGreaterThan(Date.now() + 620 * 86_400_000);
    const administrator = await hub.town.signedInMember(csc.partner, 'PARTNER_ADMINISTRATOR');
    expect(await listed(administrator.client)).toEqual([found]);
    const elsewhere = await hub.town.signedInMember(relais.partner, 'DATA_PROTECTION_OFFICER');
    expect([await listed(csc.client), await listed(elsewhere.client)]).toEqual([[], []]);
    expect(await listed(officer)).toEqual([found]);
  });

  it('officers and administrators are notified once, 30 days before the removal', async () => {
    await age(hub, person, csc.partner, 710);
    const selection = 'kind due { beneficiary dueOn toldAt }';
    const events = await officer.subscribe(selection, undefined, 'retentionEvents');
    await runRetention(hub, 3);
    expect(await events.until('DUE')).toMatchObject({
      due: { beneficiary: person, toldAt: expect.any(String) },
    });
    await events.stop();
    await runRetention(hub, 2);
    await hub.settled();
    const eventsOf = async (client: Client) =>
      (await client.data('{ retentionEvents { nodes { kind due { beneficiary } } } }')).retentionEvents.nodes;
    expect(await eventsOf(officer)).toEqual([{ kind: 'DUE', due: { beneficiary: person } }]);
    expect(await eventsOf(csc.client)).toEqual([]);
    expect(await exists()).toBe(1);
    // A new contact starts the retention period and the notice again.
    await openPathway(csc.client, person);
    await runRetention(hub);
    expect(await listed(officer)).toMatchObject([{ toldAt: null, lastContactOn: daysAgo(0) }]);
    await age(hub, person, csc.partner, 720);
    await runRetention(hub);
    await hub.settled();
    expect(await eventsOf(officer)).toHaveLength(2);
  });

  it('nothing is removed earlier than 30 days after the notice, however old the file is', async () => {
    await age(hub, person, csc.partner, 2000);
    await runRetention(hub);
    await ageNotices(hub, 29);
    await runRetention(hub);
    expect(await exists()).toBe(1);
    await ageNotices(hub, 2);
    await runRetention(hub);
    expect(await exists()).toBe(0);
  });

  it('removes the file of a partner without recent contact, and keeps the files of other partners', async () => {
    await share();
    const pathway = await openPathway(csc.client, person);
    await addStep(csc.client, pathway);
    await addFileRecords(relais.client, person, await openPathway(relais.client, person), 'Heron');
    await passRetentionPeriod(relais.partner);
    const elsewhere = await hub.town.signedInMember(relais.partner, 'DATA_PROTECTION_OFFICER');
    expect(await listed(elsewhere.client)).toMatchObject([{ rows: 9, erasesPerson: false }]);
    await runRetention(hub, 2);
    for (const table of ['pathway', 'contact', 'criterion', 'barrier', 'objective', 'appointment', 'note']) {
      expect([table, await count(table, relais.partner)]).toEqual([table, 0]);
    }
    expect([await count('pathway', csc.partner), await count('step', csc.partner)]).toEqual([1, 1]);
    const seen = 'query ($id: ID!) { beneficiary(id: $id) { id } }';
    expect((await relais.client.data(seen, { id: person })).beneficiary).toBeNull();
    expect((await csc.client.data(seen, { id: person })).beneficiary).toEqual({ id: person });
    expect(await runs(elsewhere.client)).toEqual([
      { partner: { id: relais.partner.id }, personsErased: 0, rowsRemoved: 9 },
    ]);
    expect(await listed(elsewhere.client)).toEqual([]);
    expect([await runs(officer), await runs(relais.client)]).toEqual([[], []]);
  });

  it('removes the rows of the referent but not the person while another partner is in contact', async () => {
    await share();
    // The row with the last contact is removed too.
    await age(hub, person, csc.partner, 40);
    await addStep(csc.client, await openPathway(csc.client, person), { occurredOn: daysAgo(0) });
    await openPathway(relais.client, person);
    await passRetentionPeriod(csc.partner);
    await runRetention(hub);
    expect([await exists(), await count('pathway', csc.partner), await listed(officer)]).toEqual([1, 0, []]);
    await runRetention(hub);
    await hub.settled();
    const { retentionEvents } = await officer.data('{ retentionEvents { nodes { kind } } }');
    expect(retentionEvents.nodes).toHaveLength(1);
    expect(await count('pathway', relais.partner)).toBe(1);
    expect((await runs(officer))[0]).toMatchObject({ personsErased: 0, rowsRemoved: 2 });
    // When the retention period of the other partner has ended too, the person is erased.
    await passRetentionPeriod(relais.partner);
    await runRetention(hub);
    expect(await exists()).toBe(0);
  });

  it('erases the person when the period of the last partner ends, once with several processes', async () => {
    await share();
    await addFileRecords(csc.client, person, await openPathway(csc.client, person), 'Heron');
    await openPathway(relais.client, person);
    await passRetentionPeriod(csc.partner, relais.partner);
    await runRetention(hub, 4);
    expect(await exists()).toBe(0);
    const erased = await hub.owner('select reason, people from erased_count where partner_id = $1', [
      csc.partner.key,
    ]);
    expect(erased).toEqual([{ reason: 'RETENTION', people: 1 }]);
    expect(await runs(officer)).toEqual([
      { partner: { id: csc.partner.id }, personsErased: 1, rowsRemoved: expect.any(Number) },
    ]);
    for (const table of [
      'event where subject',
      'audit.subject where beneficiary_id',
      'rights.retained where beneficiary_id',
    ]) {
      expect([table, await hub.owner(`select from ${table} = $1`, [keyOf(person)])]).toEqual([table, []]);
    }
  });

  it('a file that law requires to be kept stays, with keptByLaw, until the legal reason ends', async () => {
    const town = await hub.town.signedInMember(csc.partner, 'CLAUSE_FACILITATOR');
    const programme = await runCommand(town.client, 'openClauseProgramme', validInput.openClauseProgramme());
    const market = await runCommand(town.client, 'addProcurement', validInput.addProcurement(programme.id));
    const company = await runCommand(town.client, 'addCompany', validInput.addCompany());
    const lot = await runCommand(town.client, 'addLot', validInput.addLot(market.id, company.id));
    await openPathway(csc.client, person);
    await runCommand(
      csc.client,
      'openClauseContract',
      validInput.openClauseContract(person, lot.id, company.id),
    );
    await passRetentionPeriod(csc.partner);
    await runRetention(hub);
    expect([await exists(), await count('pathway', csc.partner)]).toEqual([1, 1]);
    expect(await listed(officer)).toMatchObject([{ keptByLaw: 'CONTRACT', rows: 2 }]);
    await hub.owner('update clause_contract set ends_on = current_date - 2 where beneficiary_id = $1', [
      keyOf(person),
    ]);
    expect(await listed(officer)).toMatchObject([{ keptByLaw: null }]);
    await runRetention(hub);
    expect(await exists()).toBe(0);
  });

  it('a partner that was only sent a referral has no file, but its referral delays the erasure', async () => {
    const input = {
      referral: (
        await runCommand(csc.client, 'sendReferral', validInput.sendReferral(person, relais.partner))
      ).id,
    };
    await runCommand(relais.client, 'declineReferral', {
      ...input,
      expectedVersion: 1,
      side: 'PROVIDER',
      reason: 'NO_CAPACITY',
    });
    const elsewhere = await hub.town.signedInMember(relais.partner, 'DATA_PROTECTION_OFFICER');
    expect(await listed(elsewhere.client)).toEqual([]);
    await passRetentionPeriod(csc.partner);
    expect(await listed(officer)).toMatchObject([{ erasesPerson: false }]);
    await age(hub, person, relais.partner, long);
    expect(await listed(officer)).toMatchObject([{ erasesPerson: true }]);
    await runRetention(hub);
    expect(await exists()).toBe(0);
  });

  it('the last contact follows every table with a partner’s own rows about persons', async () => {
    const followed = await hub.owner<Data>(
      "select tgrelid::regclass::text as place from pg_trigger where tgname = 'contact_followed'",
    );
    const [{ text }] = (await hub.owner(
      "select pg_get_functiondef('rights.contact_in_rows'::regproc) as text",
    )) as [Data];
    const places = await hub.owner<Data>('select place::text from rights.own_places() place');
    expect(places.length).toBeGreaterThan(8);
    expect(followed).toEqual(expect.arrayContaining(places));
    for (const { place } of places)
      expect([place, text]).toEqual([place, expect.stringMatching(`FROM \\(*${place}\\b`)]);
  });

  it('a contact after the notice keeps the file', async () => {
    await passRetentionPeriod(csc.partner);
    await runCommand(csc.client, 'planAppointment', validInput.planAppointment(person));
    expect(await listed(officer)).toMatchObject([{ lastContactOn: daysAgo(long) }]);
    await hub.owner("update appointment set status = 'HONOURED' where beneficiary_id = $1", [keyOf(person)]);
    expect(await listed(officer)).toMatchObject([{ lastContactOn: daysAgo(2), toldAt: null }]);
    await runRetention(hub);
    expect(await exists()).toBe(1);
  });

  it('with retention off, notices are given and due files are shown, but nothing is removed', async () => {
    const database = await Database.connect(await loginUrlOf(hub.ownerUrl), entities, 1);
    try {
      await ruleRetention(database, { months: 24, inForce: false });
      await passRetentionPeriod(csc.partner);
      await runRetention(hub);
      expect(await exists()).toBe(1);
      expect(await listed(officer)).toMatchObject([{ beneficiary: person, toldAt: expect.any(String) }]);
      await ruleRetention(database, { months: 48, inForce: true });
      await runRetention(hub);
      expect(await exists()).toBe(1);
      await expect(ruleRetention(database, { months: 5, inForce: true })).rejects.toThrow(/check/);
      await ruleRetention(database, { months: 24, inForce: true });
    } finally {
      await database.close();
    }
    await runRetention(hub);
    expect(await exists()).toBe(0);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { actionCommand } from '../kit/referral-actions.js';
import { addStep, daysAgo, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';
import { expectExactContacts } from './contacts.js';
import { keyOf } from './old.js';

const hub = testHub();
let csc: { partner: SeededPartner; client: Client };
let relais: { partner: SeededPartner; client: Client };
let person: string;

beforeEach(async () => {
  csc = await hub.town.caseworker();
  relais = await hub.town.caseworker();
  person = await registerPerson(csc.client);
  await shareSince(200, `beneficiary_id = '${keyOf(person)}'`);
});

/** Moves the beginning of sharings to noon of a day: at midnight, the summer time of that day would be another day. */
const shareSince = (days: number, where: string) =>
  hub.owner(
    `update sharing set since = ($1::date + time '12:00') at time zone 'Europe/Paris' where ${where}`,
    [daysAgo(days)],
  );

const shown = async (client: Client, id = person): Promise<string | null> =>
  (await client.data('query ($id: ID!) { beneficiary(id: $id) { lastContactOn } }', { id })).beneficiary
    ?.lastContactOn;
const openPathway = async (startedOn = daysAgo(0)): Promise<string> =>
  (await runCommand(csc.client, 'openPathway', validInput.openPathway(person, { startedOn }))).id;
const share = () =>
  runCommand(
    csc.client,
    'recordSharingAgreement',
    validInput.recordSharingAgreement(person, relais.partner, { scope: 'FOLLOW_UP' }),
  );

describe('the last contact of a partner with a person', () => {
  it('is the latest step, beginning of a pathway, honoured appointment or beginning of the sharing', async () => {
    expect(await shown(csc.client)).toBe(daysAgo(200));
    const pathway = await openPathway(daysAgo(100));
    expect(await shown(csc.client)).toBe(daysAgo(100));
    const step = await addStep(csc.client, pathway, { occurredOn: daysAgo(30) });
    await addStep(csc.client, pathway, { occurredOn: daysAgo(50) });
    expect(await shown(csc.client)).toBe(daysAgo(30));
    await hub.owner('delete from step where id = $1', [keyOf(step)]);
    expect(await shown(csc.client)).toBe(daysAgo(50));
    await runCommand(csc.client, 'planAppointment', validInput.planAppointment(person));
    expect(await shown(csc.client)).toBe(daysAgo(50));
    await hub.owner("update appointment set status = 'HONOURED' where beneficiary_id = $1", [keyOf(person)]);
    expect(await shown(csc.client)).toBe(daysAgo(2));
    await hub.owner("update appointment set status = 'MISSED' where beneficiary_id = $1", [keyOf(person)]);
    expect(await shown(csc.client)).toBe(daysAgo(50));
  });

  it('is that of the viewer’s own partner, and hidden with the person', async () => {
    expect(await shown(relais.client)).toBeUndefined();
    await share();
    await openPathway(daysAgo(100));
    expect([await shown(csc.client), await shown(relais.client)]).toEqual([daysAgo(100), daysAgo(0)]);
    await hub.owner('update sharing set ended_at = now() where partner_id = $1', [relais.partner.key]);
    expect(await shown(relais.client)).toBeUndefined();
    await expectExactContacts(hub);
  });

  it('is read in the database for the persons shared with the partner, and for all its files by those who protect data', async () => {
    await share();
    await hub.owner('update sharing set ended_at = now() where partner_id = $1', [relais.partner.key]);
    const login = await LoginConnection.open(hub.ownerUrl);
    try {
      const read = async (partner: SeededPartner, role: string) => {
        const { rows, error } = await login.try(
          { role: 'hub_partner', variables: { 'app.partner_id': partner.key, 'app.role': role } },
          'select beneficiary_id from last_contact',
        );
        return error ?? rows.length;
      };
      const roles = ['CASEWORKER', 'DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR'];
      const found = async (partner: SeededPartner) => {
        const counts = [];
        for (const role of roles) counts.push(await read(partner, role));
        return counts;
      };
      expect(await found(csc.partner)).toEqual([1, 1, 1]);
      expect(await found(relais.partner)).toEqual([0, 1, 1]);
      expect(await found(await hub.town.partner())).toEqual([0, 0, 0]);
    } finally {
      await login.close();
    }
  });

  it('of the receiver of a referral is the first contact', async () => {
    const referral = await sendReferral(csc.client, person, relais.partner);
    await runCommand(relais.client, ...actionCommand('ACCEPT', referral, 1));
    await runCommand(relais.client, ...actionCommand('START', referral, 2, { firstContactOn: daysAgo(0) }));
    await shareSince(300, `partner_id = '${relais.partner.key}'`);
    expect(await shown(relais.client)).toBe(daysAgo(0));
  });

  it('follows the rows when persons are merged, and back when the merge is undone', async () => {
    const duplicate = await registerPerson(csc.client);
    await share();
    await openPathway(daysAgo(60));
    await shareSince(150, `beneficiary_id = '${keyOf(duplicate)}'`);
    await runCommand(csc.client, 'planAppointment', validInput.planAppointment(duplicate));
    await hub.owner("update appointment set status = 'HONOURED' where beneficiary_id = $1", [
      keyOf(duplicate),
    ]);
    const { id } = await runCommand(
      csc.client,
      'mergeBeneficiaries',
      validInput.mergeBeneficiaries(person, duplicate),
    );
    expect(await shown(csc.client)).toBe(daysAgo(2));
    await expectExactContacts(hub);
    await runCommand(csc.client, 'undoMerge', { merge: id });
    expect([await shown(csc.client), await shown(csc.client, duplicate)]).toEqual([daysAgo(60), daysAgo(2)]);
    await expectExactContacts(hub);
  });

  it('is erased with the person', async () => {
    await addStep(csc.client, await openPathway());
    const officer = await hub.town.signedInMember(csc.partner, 'DATA_PROTECTION_OFFICER');
    await runCommand(officer.client, 'eraseBeneficiary', {
      idempotencyKey: crypto.randomUUID(),
      beneficiary: person,
      reason: 'MISTAKE',
    });
    expect(await hub.owner('select from last_contact where beneficiary_id = $1', [keyOf(person)])).toEqual(
      [],
    );
  });

  it('counts a step that another transaction writes while the latest step is deleted', async () => {
    const pathway = await openPathway(daysAgo(100));
    const latest = await addStep(csc.client, pathway, { occurredOn: daysAgo(10) });
    const writer = new pg.Client(hub.ownerUrl);
    await writer.connect();
    try {
      await writer.query('begin');
      await writer.query(
        `insert into step (id, pathway_id, beneficiary_id, partner_id, author_id, kind, title, occurred_on, visibility)
         select gen_random_uuid(), pathway_id, beneficiary_id, partner_id, author_id, kind, title, $2, visibility
         from step where id = $1`,
        [keyOf(latest), daysAgo(20)],
      );
      const deleted = hub.owner('delete from step where id = $1', [keyOf(latest)]);
      await until(async () => {
        const waiting =
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        return (await hub.owner(waiting)).length > 0 || undefined;
      });
      await writer.query('commit');
      await deleted;
    } finally {
      await writer.end();
    }
    expect(await shown(csc.client)).toBe(daysAgo(20));
  });
});

describe('a list of persons', () => {
  it('with `mine` has those whose referent is the viewer’s partner, or is not', async () => {
    await share();
    const own = await registerPerson(relais.client);
    const listed = async (mine: boolean | null) =>
      (
        await relais.client.data(
          'query ($mine: Boolean) { beneficiaries(filter: { mine: $mine }) { totalCount nodes { id } } }',
          { mine },
        )
      ).beneficiaries;
    expect(await listed(true)).toEqual({ totalCount: 1, nodes: [{ id: own }] });
    expect(await listed(false)).toEqual({ totalCount: 1, nodes: [{ id: person }] });
    expect(await listed(null)).toMatchObject({ totalCount: 2 });
  });

  it('with `openPathway` has those of whom the viewer sees a pathway that is not closed, or none', async () => {
    const other = await registerPerson(csc.client);
    await openPathway();
    const listed = async (client: Client, openPathway: boolean) =>
      (
        await client.data(
          'query ($openPathway: Boolean) { beneficiaries(filter: { openPathway: $openPathway }) { totalCount nodes { id } } }',
          { openPathway },
        )
      ).beneficiaries;
    expect(await listed(csc.client, true)).toEqual({ totalCount: 1, nodes: [{ id: person }] });
    expect(await listed(csc.client, false)).toEqual({ totalCount: 1, nodes: [{ id: other }] });
    await runCommand(
      csc.client,
      'recordSharingAgreement',
      validInput.recordSharingAgreement(person, relais.partner, { scope: 'IDENTITY' }),
    );
    expect(await listed(relais.client, true)).toEqual({ totalCount: 0, nodes: [] });
    await hub.owner("update pathway set status = 'CLOSED' where beneficiary_id = $1", [keyOf(person)]);
    expect(await listed(csc.client, true)).toEqual({ totalCount: 0, nodes: [] });
  });
});

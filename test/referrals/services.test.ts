import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import {
  type CommandName,
  refusalsOf,
  rowCountChanges,
  rowCounts,
  runCommand,
  validInput,
} from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { performActions } from '../kit/referral-actions.js';
import { daysAgo, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

describe('referrals to a service', () => {
  const hub = sharedHub();
  let sender: Client;
  let receiver: Client;
  let administrator: Client;
  let receiving: SeededPartner;
  let person: string;

  beforeAll(async () => {
    ({ client: sender } = await hub.town.caseworker());
    ({ client: receiver, partner: receiving } = await hub.town.caseworker());
    administrator = (await hub.town.signedInMember(receiving, 'PARTNER_ADMINISTRATOR')).client;
  });
  beforeEach(async () => {
    person = await registerPerson(sender);
  });

  const offer = async (changes: Data = {}): Promise<string> =>
    (await runCommand(administrator, 'addService', validInput.addService(changes))).id;
  const shownService = async (client: Client, id: string): Promise<Data> => {
    const query = `query ($id: ID!, $person: ID!) { node(id: $id) { ... on Service {
      capacity capacityIsCurrent capacityUpdatedAt referralObstacle
      declinedReferrals(beneficiary: $person) { totalCount nodes { id decline { reason } } } } } }`;
    return (await client.data(query, { id, person })).node;
  };
  const agreed = { agreedOn: daysAgo(0), method: 'ORAL', confirmAlreadyReferred: true };

  it('name a service of the receiver, which both sides see; `service` is optional', async () => {
    const service = await offer({ name: 'Sewing' });
    const input = validInput.sendReferral(person, receiving, { service });
    const shown = 'id service { name partner { id } }';
    const { id, ...sent } = await runCommand(sender, 'sendReferral', input, shown);
    expect(sent).toEqual({ service: { name: 'Sewing', partner: { id: receiving.id } } });
    const query = 'query ($id: ID!) { referral(id: $id) { service { name } } }';
    expect((await receiver.data(query, { id })).referral).toEqual({ service: { name: 'Sewing' } });
    const plain = await runCommand(sender, 'sendReferral', validInput.sendReferral(person, receiving), shown);
    expect(plain.service).toBeNull();
  });

  it('are refused for a service of another partner and for an unknown service', async () => {
    const elsewhere = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    const { id: foreign } = await runCommand(elsewhere.client, 'addService', validInput.addService());
    const before = await rowCounts(hub);
    for (const [service, reason] of [
      [foreign, 'INVALID service'],
      ['service_00000000-0000-7000-8000-000000000000', 'NOT_FOUND service'],
      [person, 'NOT_FOUND service'],
      ['sewing', 'INVALID service'],
    ]) {
      const input = validInput.sendReferral(person, receiving, { service });
      expect(await refusalsOf(sender, 'sendReferral', input)).toEqual([reason]);
    }
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
  });

  describe('a service that is closed or without a contact', () => {
    /** The two obstacles, and how a service gets each of them. */
    const obstacles: [string, Data, (service: string) => Promise<unknown>][] = [
      ['CLOSED', {}, (service) => runCommand(administrator, 'closeService', { service })],
      ['NO_CONTACT', { contact: null }, async () => {}],
    ];

    it.each(obstacles)(
      '%s: shows the obstacle before sending, and sending is refused',
      async (obstacle, changes, makeUnavailable) => {
        const service = await offer(changes);
        await makeUnavailable(service);
        expect(await shownService(sender, service)).toMatchObject({ referralObstacle: obstacle });
        const input = validInput.sendReferral(person, receiving, { service });
        const payload = await sender.run('sendReferral', input, 'referral { id }');
        expect(payload).toMatchObject({
          referral: null,
          userErrors: [{ code: 'INVALID', path: ['input', 'service'] }],
        });
      },
    );

    it('refuses to send an earlier draft until the draft names another service', async () => {
      const [closing, other] = [await offer(), await offer()];
      const draft = validInput.draftReferral(person, receiving, { service: closing });
      const { id: referral } = await runCommand(sender, 'draftReferral', draft);
      await runCommand(administrator, 'closeService', { service: closing });
      const send = (expectedVersion: number) => ({ referral, expectedVersion, ...agreed });
      expect(await refusalsOf(sender, 'sendReferralDraft', send(1))).toEqual(['INVALID service']);
      const change = { referral, expectedVersion: 1, service: other };
      await runCommand(sender, 'changeReferralDraft', change, 'service { id }');
      const sent = await runCommand(sender, 'sendReferralDraft', send(2), 'status service { id }');
      expect(sent).toEqual({ status: 'REQUESTED', service: { id: other } });
    });

    it('refuses referAgain unless it names another service or the partner as a whole', async () => {
      const [closing, other] = [await offer(), await offer()];
      const referral = await sendReferral(sender, person, receiving, { service: closing });
      const expectedVersion = await performActions(referral, 1, [sender, 'CANCEL']);
      await runCommand(administrator, 'closeService', { service: closing });
      const again = (changes: Data, key: string) => ({
        ...{ referral, expectedVersion, idempotencyKey: `${referral} ${key}` },
        ...{ ...agreed, ...changes },
      });
      expect(await refusalsOf(sender, 'referAgain', again({}, 'same'))).toEqual(['INVALID service']);
      const elsewhere = again({ service: other }, 'other');
      expect(await runCommand(sender, 'referAgain', elsewhere, 'service { id }')).toEqual({
        service: { id: other },
      });
      const whole = again({ to: receiving.id }, 'whole');
      expect(await runCommand(sender, 'referAgain', whole, 'service { id }')).toEqual({ service: null });
    });

    it('accepts referrals once it has a contact', async () => {
      const service = await offer({ contact: null });
      await runCommand(administrator, 'changeService', { service, contact: '01 99 00 10 01' });
      expect(await shownService(sender, service)).toMatchObject({ referralObstacle: null });
      await sendReferral(sender, person, receiving, { service });
    });
  });

  it('a draft that changes its receiver loses the service of the former receiver', async () => {
    const service = await offer();
    const { partner: third } = await hub.town.caseworker();
    const draft = validInput.draftReferral(person, receiving, { service });
    const { id: referral } = await runCommand(sender, 'draftReferral', draft);
    const toThird = { referral, expectedVersion: 1, to: third.id };
    const wrong = { ...toThird, service };
    expect(await refusalsOf(sender, 'changeReferralDraft', wrong)).toEqual(['INVALID service']);
    const shown = await runCommand(sender, 'changeReferralDraft', toThird, 'to { id } service { id }');
    expect(shown).toEqual({ to: { id: third.id }, service: null });
  });

  it('a partner without a member who may answer shows the obstacle NOBODY and refuses a referral without a service', async () => {
    const empty = await hub.town.partner();
    const obstacle = async () =>
      (
        await sender.data('query ($slug: String!) { partner(slug: $slug) { referralObstacle } }', {
          slug: empty.slug,
        })
      ).partner.referralObstacle;
    expect(await obstacle()).toBe('NOBODY');
    const input = validInput.sendReferral(person, empty);
    const { userErrors } = await sender.run('sendReferral', input, 'referral { id }');
    expect(userErrors).toEqual([
      {
        code: 'INVALID',
        path: ['input', 'to'],
        message: expect.stringMatching(/Personne chez ce partenaire|No member of this partner/),
      },
    ]);
    await hub.town.member(empty, 'DATA_PROTECTION_OFFICER');
    expect(await obstacle()).toBe('NOBODY');
    await hub.town.member(empty);
    expect(await obstacle()).toBeNull();
    await runCommand(sender, 'sendReferral', input);
  });

  it('a service shows its capacity before sending, and whether the capacity is current', async () => {
    const service = await offer({ capacity: 3 });
    expect(await shownService(sender, service)).toMatchObject({
      capacity: 3,
      capacityIsCurrent: true,
      capacityUpdatedAt: expect.any(String),
    });
    await hub.owner(`update service set capacity_updated_at = now() - interval '31 days' where id = $1`, [
      service.replace('service_', ''),
    ]);
    expect(await shownService(sender, service)).toMatchObject({ capacity: 3, capacityIsCurrent: false });
    const unset = await offer({ capacity: null });
    expect(await shownService(sender, unset)).toMatchObject({ capacity: null, capacityIsCurrent: false });
    const referral = await sendReferral(sender, person, receiving, { service });
    await performActions(referral, 1, [receiver, 'ACCEPT']);
    expect(await shownService(sender, service)).toMatchObject({ capacity: 3 });
  });

  describe('when the same service declined the same person before', () => {
    const decline = async (service: string, reason: string, confirm = {}) => {
      const referral = await sendReferral(sender, person, receiving, { service, ...confirm });
      const no = { referral, expectedVersion: 1, side: 'PROVIDER', reason };
      await runCommand(receiver, 'declineReferral', no);
      return referral;
    };
    const confirmed = { confirmDeclinedBefore: true };

    it('sendReferral is refused as DECLINED_BEFORE with reasons, counts and dates, unless confirmed', async () => {
      const service = await offer({ name: 'Sewing' });
      await decline(service, 'NO_CAPACITY');
      await decline(service, 'NO_CAPACITY', confirmed);
      await decline(service, 'NOT_ELIGIBLE', confirmed);
      const before = await rowCounts(hub);
      const input = validInput.sendReferral(person, receiving, { service });
      const { referral, userErrors } = await sender.run('sendReferral', input, 'referral { id }');
      expect(referral).toBeNull();
      const today = new Date().toLocaleDateString('en-GB', { timeZone: 'Europe/Paris' });
      expect(userErrors).toEqual([
        {
          code: 'DECLINED_BEFORE',
          path: ['input', 'service'],
          message: `“Sewing” declined this person before: not eligible (on ${today}); no capacity (2 times, the last on ${today}). Choose another service, or confirm.`,
        },
      ]);
      expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
      await runCommand(sender, 'sendReferral', { ...input, ...confirmed });
    });

    it('sendReferralDraft and referAgain are refused as DECLINED_BEFORE too', async () => {
      const service = await offer();
      const declined = await decline(service, 'WRONG_SERVICE');
      const draft = validInput.draftReferral(person, receiving, { service });
      const { id } = await runCommand(sender, 'draftReferral', draft);
      const ways: [CommandName, Data][] = [
        ['sendReferralDraft', { referral: id, expectedVersion: 1, ...agreed }],
        ['referAgain', { idempotencyKey: id, referral: declined, expectedVersion: 2, ...agreed }],
      ];
      for (const [command, input] of ways) {
        expect(await refusalsOf(sender, command, input)).toEqual(['DECLINED_BEFORE service']);
        await runCommand(sender, command, { ...input, ...confirmed });
      }
    });

    it('declinedReferrals lists the declined referrals of this person to this service', async () => {
      const [service, another] = [await offer(), await offer()];
      const referral = await decline(service, 'NO_CAPACITY');
      await decline(another, 'NO_CAPACITY');
      expect((await shownService(sender, service)).declinedReferrals).toEqual({
        totalCount: 1,
        nodes: [{ id: referral, decline: { reason: 'NO_CAPACITY' } }],
      });
      person = await registerPerson(sender);
      expect((await shownService(sender, service)).declinedReferrals.totalCount).toBe(0);
      await sendReferral(sender, person, receiving, { service });
    });

    it('another partner that sees the person does not see the declined referrals', async () => {
      const service = await offer();
      await decline(service, 'NO_CAPACITY');
      const third = await hub.town.caseworker();
      await runCommand(
        sender,
        'recordSharingAgreement',
        validInput.recordSharingAgreement(person, third.partner),
      );
      expect((await shownService(third.client, service)).declinedReferrals.totalCount).toBe(0);
      await sendReferral(third.client, person, receiving, { service });
    });

    it('declinedReferrals is empty for a viewer that no longer sees the person', async () => {
      const service = await offer();
      await decline(service, 'NO_CAPACITY');
      const own = 'update sharing set ended_at = now() where beneficiary_id = $1';
      await hub.owner(own, [person.replace('beneficiary_', '')]);
      for (const client of [sender, receiver]) {
        expect((await shownService(client, service)).declinedReferrals.totalCount).toBe(0);
      }
    });
  });

  describe('declining with NO_CAPACITY', () => {
    const proposal = async (client: Client, id: string) =>
      (await client.data('query ($id: ID!) { referral(id: $id) { proposedAct } }', { id })).referral
        .proposedAct;
    const decline = async (service: string | null, reason = 'NO_CAPACITY') => {
      const referral = await sendReferral(sender, person, receiving, { service });
      const no = { referral, expectedVersion: 1, side: 'PROVIDER', reason };
      const { proposedAct } = await runCommand(receiver, 'declineReferral', no, 'proposedAct');
      return { referral, proposedAct };
    };

    it('proposes UPDATE_CAPACITY to the receiver until an administrator updates the capacity', async () => {
      const service = await offer({ capacity: 8 });
      const { referral, proposedAct } = await decline(service);
      expect(proposedAct).toBe('UPDATE_CAPACITY');
      expect(await proposal(administrator, referral)).toBe('UPDATE_CAPACITY');
      expect(await proposal(sender, referral)).toBeNull();
      const change = { service, capacity: 0 };
      expect(await refusalsOf(receiver, 'changeService', change)).toEqual(['NOT_FOUND service']);
      await runCommand(administrator, 'changeService', change);
      expect(await proposal(receiver, referral)).toBeNull();
    });

    it('proposes nothing if the capacity is already 0, the service is closed or no service was named', async () => {
      expect(await decline(await offer({ capacity: 0 }))).toMatchObject({ proposedAct: null });
      expect(await decline(null)).toMatchObject({ proposedAct: null });
      const closing = await offer({ capacity: 2 });
      const { referral } = await decline(closing);
      await runCommand(administrator, 'closeService', { service: closing });
      expect(await proposal(receiver, referral)).toBeNull();
    });

    it('proposes UPDATE_CAPACITY if the capacity is not set or out of date; another decline reason proposes nothing', async () => {
      expect(await decline(await offer({ capacity: null }))).toMatchObject({
        proposedAct: 'UPDATE_CAPACITY',
      });
      const stale = await offer({ capacity: 0 });
      await hub.owner(`update service set capacity_updated_at = now() - interval '31 days' where id = $1`, [
        stale.replace('service_', ''),
      ]);
      expect(await decline(stale)).toMatchObject({ proposedAct: 'UPDATE_CAPACITY' });
      expect(await decline(await offer(), 'OUT_OF_AREA')).toMatchObject({ proposedAct: null });
    });
  });
});

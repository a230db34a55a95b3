import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../src/config/index.js';
import {
  delays,
  stepsOf,
  type Waiting,
  waitingStatuses,
  whatIsDue,
} from '../../src/features/referrals/delays.js';
import { lifecycle } from '../../src/features/referrals/lifecycle.js';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, runCommand } from '../kit/commands.js';
import { asOwner } from '../kit/database.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';
import { daysPass, hoursPass, keyOf, queue, quiet } from './waiting.js';

const { delays: config } = loadConfig({ HUB_REFERRAL_EXPIRY: 'on' });

describe('the delayed actions of a referral', () => {
  const sent = (at: string, changes: Partial<Waiting> = {}) => {
    const sentAt = new Date(at);
    const waiting: Waiting = {
      status: 'REQUESTED',
      priority: 'ROUTINE',
      sentAt,
      stateSince: sentAt,
      ...changes,
    };
    return stepsOf(waiting, config).map(({ does, at }) => `${does} ${at.toISOString().slice(0, 16)}`);
  };

  it('count days in the town’s time zone, across weekends, holidays and clock changes', () => {
    expect(sent('2026-03-20T15:00Z')).toEqual([
      'REMIND 2026-03-25T15:00',
      'REMIND 2026-03-30T14:00',
      'ESCALATE 2026-04-10T14:00',
      'EXPIRE 2026-04-19T14:00',
    ]);
    expect(sent('2026-04-30T08:00Z')).toEqual([
      'REMIND 2026-05-06T08:00',
      'REMIND 2026-05-10T08:00',
      'ESCALATE 2026-05-21T08:00',
      'EXPIRE 2026-05-30T08:00',
    ]);
  });

  it('count hours for priority URGENT, also on weekends', () => {
    expect(sent('2026-10-24T12:00Z', { priority: 'URGENT' })).toEqual([
      'REMIND 2026-10-25T12:00',
      'ESCALATE 2026-10-26T12:00',
      'EXPIRE 2026-11-23T13:00',
    ]);
  });

  it('count reminders and escalation from the sending, but expiry from the start of the state', () => {
    const stateSince = new Date('2026-06-15T08:00Z');
    const early = ['REMIND 2026-06-04T08:00', 'REMIND 2026-06-11T08:00', 'ESCALATE 2026-06-22T08:00'];
    const at = (status: Waiting['status']) => sent('2026-06-01T08:00Z', { status, stateSince });
    expect(at('INFO_REQUESTED')).toEqual([...early, 'EXPIRE 2026-07-15T08:00']);
    expect(at('IN_REVIEW')).toEqual([...early, 'EXPIRE 2026-08-14T08:00']);
    for (const status of ['DRAFT', 'WAITLISTED', 'ACCEPTED', 'DECLINED', 'EXPIRED'] as const)
      expect(at(status)).toEqual([]);
  });

  it('expire exactly the states that the lifecycle allows, and only if expiry is in force', () => {
    const expiring = delays.filter(({ does }) => does === 'EXPIRE').flatMap((it) => it.in);
    const legal = lifecycle.find(({ action }) => action === 'EXPIRE')?.from ?? [];
    expect(expiring.toSorted()).toEqual(legal.toSorted());
    expect(expiring.toSorted()).toEqual(waitingStatuses.toSorted());
    const now = new Date();
    const waiting = { status: 'REQUESTED', priority: 'ROUTINE', sentAt: now, stateSince: now } as const;
    const off = stepsOf(waiting, { ...config, expiry: { ...config.expiry, inForce: false } });
    expect(off.map(({ does }) => does)).toEqual(['REMIND', 'REMIND', 'ESCALATE']);
  });

  it('are due once each; after a stop only the latest is due', () => {
    const sentAt = new Date('2026-06-01T08:00Z');
    const steps = stepsOf({ status: 'REQUESTED', priority: 'ROUTINE', sentAt, stateSince: sentAt }, config);
    const due = (now: string, last?: string) =>
      whatIsDue(steps, new Date(now), last ? new Date(last) : undefined);
    const at = (index: number) => steps[index]?.at;
    expect(due('2026-06-04T07:59Z')).toEqual({ now: undefined, next: at(0) });
    expect(due('2026-06-04T08:00Z')).toEqual({ now: 'REMIND', next: at(1) });
    expect(due('2026-06-04T08:01Z', '2026-06-04T08:00Z')).toEqual({ now: undefined, next: at(1) });
    expect(due('2026-06-12T08:00Z', '2026-06-04T08:00Z')).toEqual({ now: 'REMIND', next: at(2) });
    expect(due('2026-06-23T08:00Z')).toEqual({ now: 'ESCALATE', next: at(3) });
    expect(due('2026-06-23T08:00Z', '2026-06-22T08:00Z')).toEqual({ now: undefined, next: at(3) });
    expect(due('2026-08-01T08:00Z', '2026-06-04T08:00Z')).toEqual({ now: 'EXPIRE', next: undefined });
  });
});

describe('an unanswered referral', () => {
  const hub = testHub({ HUB_REFERRAL_EXPIRY: 'on' });
  let sender: { client: Client; partner: SeededPartner };
  let receiver: { client: Client; partner: SeededPartner };
  let town: { client: Client; partner: SeededPartner };
  let person: string;

  beforeAll(async () => {
    sender = await hub.town.caseworker();
    receiver = await hub.town.caseworker();
    town = await hub.town.signedInMember(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
    person = await registerPerson(sender.client);
  });

  const send = (changes: Data = {}) => sendReferral(sender.client, person, receiver.partner, changes);
  const later = async (days: number) => {
    await quiet(hub.ownerUrl);
    await asOwner(hub.ownerUrl, (owner) => daysPass(owner, days));
    await quiet(hub.ownerUrl);
  };
  /** The events that the hub itself emitted about a referral, in order. */
  const hubEvents = async (referral: string) => {
    const rows = await hub.owner<{ partner_id: string; topic: string; kind: string }>(
      'select partner_id, topic, kind from event where subject = $1 and by_id is null order by xid, id',
      [keyOf(referral)],
    );
    const names = new Map([
      [sender.partner.key, 'sender'],
      [receiver.partner.key, 'receiver'],
      [town.partner.key, 'town'],
    ]);
    return rows.map((row) => `${row.topic} ${row.kind} to ${names.get(row.partner_id)}`);
  };
  const shown = async (client: Client, referral: string) =>
    (
      await client.data(
        `query ($id: ID!) { referral(id: $id) { status version remindedAt escalatedAt closedAt beneficiary { id }
          transitions { from to by { id } reason } } }`,
        { id: referral },
      )
    ).referral;
  const waiting = async (client: Client, referral: string) => {
    const query = '{ unansweredReferrals(first: 100) { nodes { referral status escalatedAt } } }';
    const { nodes } = (await client.data(query)).unansweredReferrals;
    return nodes.find((it: Data) => it.referral === referral);
  };

  it('gets two reminders, is escalated, then expires, which ends the receiver’s access', async () => {
    const referral = await send();
    const live = await receiver.client.subscribe('kind by { id } referral { id }');
    await later(0);
    expect(await hubEvents(referral)).toEqual([]);
    // Nine days contain at least three working days, regardless of holidays.
    await later(9);
    const reminded = ['REFERRAL REMINDED to receiver'];
    expect(await hubEvents(referral)).toEqual(reminded);
    expect(await live.until('REMINDED')).toEqual({ kind: 'REMINDED', by: null, referral: { id: referral } });
    await live.stop();
    const once = (await shown(receiver.client, referral)).remindedAt;
    expect(once).not.toBeNull();
    await later(2);
    const again = [...reminded, ...reminded];
    expect(await hubEvents(referral)).toEqual(again);
    const { version, remindedAt, escalatedAt } = await shown(sender.client, referral);
    expect({ version, escalatedAt, later: remindedAt > once }).toEqual({
      ...{ version: 1, escalatedAt: null, later: true },
    });
    expect(await waiting(town.client, referral)).toEqual({
      referral,
      status: 'REQUESTED',
      escalatedAt: null,
    });

    await later(11);
    const escalated = [
      ...again,
      'REFERRAL ESCALATED to receiver',
      'REFERRAL ESCALATED to sender',
      'UNANSWERED ESCALATED to town',
    ];
    expect(await hubEvents(referral)).toEqual(escalated);
    const since = (await shown(receiver.client, referral)).escalatedAt;
    expect(await waiting(town.client, referral)).toEqual({
      ...{ referral, status: 'REQUESTED', escalatedAt: since },
    });

    expect((await shown(receiver.client, referral)).beneficiary).toEqual({ id: person });
    await later(9);
    expect(await hubEvents(referral)).toEqual([
      ...escalated,
      'REFERRAL EXPIRED to sender',
      'REFERRAL EXPIRED to receiver',
    ]);
    const transitions = [
      { from: null, to: 'REQUESTED', by: { id: sender.partner.id }, reason: null },
      { from: 'REQUESTED', to: 'EXPIRED', by: null, reason: null },
    ];
    const expired = { status: 'EXPIRED', version: 2, closedAt: expect.any(String), transitions };
    expect(await shown(receiver.client, referral)).toMatchObject({ ...expired, beneficiary: null });
    expect(await shown(sender.client, referral)).toMatchObject({ ...expired, beneficiary: { id: person } });
    expect(
      await hub.owner('select end_reason, ended_by_id from sharing where referral_id = $1', [
        keyOf(referral),
      ]),
    ).toEqual([{ end_reason: 'expired', ended_by_id: null }]);
    const late = { referral, expectedVersion: 2 };
    expect(await refusalsOf(receiver.client, 'acceptReferral', late)).toEqual([
      'TRANSITION_NOT_ALLOWED referral',
    ]);
    expect(await waiting(town.client, referral)).toBeUndefined();
    await later(100);
    expect(await hubEvents(referral)).toHaveLength(escalated.length + 2);
  });

  it('with priority URGENT gets a reminder after one day and is escalated after two', async () => {
    const referral = await send({ priority: 'URGENT' });
    const hours = async (count: number) => {
      await quiet(hub.ownerUrl);
      await asOwner(hub.ownerUrl, (owner) => hoursPass(owner, count));
      await quiet(hub.ownerUrl);
      return hubEvents(referral);
    };
    expect(await hours(23)).toEqual([]);
    expect(await hours(2)).toEqual(['REFERRAL REMINDED to receiver']);
    expect(await hours(22)).toEqual(['REFERRAL REMINDED to receiver']);
    expect((await hours(2)).at(-1)).toBe('UNANSWERED ESCALATED to town');
    expect(await hours(20 * 24)).toHaveLength(4);
  });

  it('gets no further reminders once it is answered', async () => {
    const accepted = await send();
    const declined = await send();
    await later(9);
    await runCommand(receiver.client, 'acceptReferral', { referral: accepted, expectedVersion: 1 });
    const decline = { referral: declined, expectedVersion: 1, side: 'PROVIDER', reason: 'NO_CAPACITY' };
    await runCommand(receiver.client, 'declineReferral', decline);
    await later(100);
    for (const referral of [accepted, declined])
      expect(await hubEvents(referral)).toEqual(['REFERRAL REMINDED to receiver']);
  });

  it('reminds the sender in INFO_REQUESTED; the reply restarts the delay of expiry', async () => {
    const referral = await send();
    const message = 'Which days suit the person?';
    await runCommand(receiver.client, 'requestReferralInfo', { referral, expectedVersion: 1, message });
    await later(9);
    const asked = ['REFERRAL REMINDED to sender'];
    expect(await hubEvents(referral)).toEqual(asked);
    await runCommand(sender.client, 'replyToReferral', { referral, expectedVersion: 2, reply: 'Mornings' });
    await later(2);
    const replied = [...asked, 'REFERRAL REMINDED to receiver'];
    expect(await hubEvents(referral)).toEqual(replied);
    await later(57);
    expect(await hubEvents(referral)).toEqual([
      ...replied,
      'REFERRAL ESCALATED to receiver',
      'REFERRAL ESCALATED to sender',
      'UNANSWERED ESCALATED to town',
    ]);
    expect((await shown(sender.client, referral)).status).toBe('IN_REVIEW');
    await later(2);
    expect((await shown(sender.client, referral)).status).toBe('EXPIRED');
  });

  it('on the waiting list gets no reminders and does not expire, but counts as unanswered', async () => {
    const referral = await send();
    await runCommand(receiver.client, 'waitlistReferral', { referral, expectedVersion: 1 });
    await later(100);
    expect(await hubEvents(referral)).toEqual([]);
    expect(await waiting(town.client, referral)).toMatchObject({ status: 'WAITLISTED', escalatedAt: null });
  });

  it('is handled even if another referral in the same job fails; the failed one is retried', async () => {
    const [failing, fine] = [await send(), await send()];
    await quiet(hub.ownerUrl);
    await hub.owner('delete from jobs.job where name = $1', [queue]);
    await asOwner(hub.ownerUrl, (owner) => daysPass(owner, 9, [failing, fine]));
    await hub.owner(`create function fail() returns trigger language plpgsql as $$ begin raise 'not now'; end $$;
      create trigger fail before update on referral for each row
        when (old.id = '${keyOf(failing)}') execute function fail()`);
    // A start puts both into one job, the failing one first.
    const other = await hub.startAnother();
    while ((await hubEvents(fine)).length === 0) await new Promise((next) => setTimeout(next, 20));
    expect(await hubEvents(failing)).toEqual([]);
    await hub.owner('drop trigger fail on referral');
    const again = `update jobs.job set start_after = now() where name = $1 and state = 'retry' returning id`;
    while ((await hub.owner(again, [queue])).length === 0) await new Promise((next) => setTimeout(next, 20));
    await quiet(hub.ownerUrl);
    expect(await Promise.all([failing, fine].map(hubEvents))).toEqual([
      ['REFERRAL REMINDED to receiver'],
      ['REFERRAL REMINDED to receiver'],
    ]);
    await other.stop();
  });
});

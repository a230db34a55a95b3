import { beforeAll, describe, expect, it } from '@jest/globals';
import { ReferralAction } from '../../src/features/referrals/lifecycle.js';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { actionCommand } from '../kit/referral-actions.js';
import { daysAgo, daysAhead, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

const hub = testHub();
let csc: Client;
let cscPartner: SeededPartner;
let relais: Client;
let colleague: Client;
let relaisPartner: SeededPartner;
let person: string;

beforeAll(async () => {
  ({ client: csc, partner: cscPartner } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
  colleague = await hub.as(await hub.town.member(relaisPartner));
  person = await registerPerson(csc);
});

const keyOf = (id: string) => id.replace(/^\w+_/, '');
const send = (changes: Data = {}) => sendReferral(csc, person, relaisPartner, changes);
const unknownKey = '00000000-0000-7000-8000-000000000000';
const year = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' }).slice(0, 4);

const actions = Object.keys(ReferralAction) as ReferralAction[];

describe('sendReferral', () => {
  it('defaults to priority ROUTINE and scope PATHWAY', async () => {
    const shown = 'priority purpose from { id } to { id } version decline { reason } outcome';
    const plain = await runCommand(
      csc,
      'sendReferral',
      validInput.sendReferral(person, relaisPartner),
      shown,
    );
    expect(plain).toEqual({
      priority: 'ROUTINE',
      purpose: 'Help with a first job',
      from: { id: cscPartner.id },
      to: { id: relaisPartner.id },
      version: 1,
      decline: null,
      outcome: null,
    });
    const nulls = validInput.sendReferral(person, relaisPartner, { priority: null, scope: null });
    const referral = await runCommand(csc, 'sendReferral', nulls, 'id priority');
    expect(referral.priority).toBe('ROUTINE');
    await runCommand(relais, 'acceptReferral', { referral: referral.id, expectedVersion: 1 });
    const query = 'query ($id: ID!) { beneficiary(id: $id) { access { scope } } }';
    expect((await relais.data(query, { id: person })).beneficiary.access.scope).toBe('PATHWAY');
  });

  it.each([
    ['to the sender’s own partner', () => ({ to: cscPartner.id }), 'INVALID to'],
    ['to an unknown partner', () => ({ to: `partner_${unknownKey}` }), 'NOT_FOUND to'],
    ['to a person in place of a partner', () => ({ to: person }), 'NOT_FOUND to'],
    ['to a malformed partner id', () => ({ to: 'club-relais' }), 'INVALID to'],
    ['of an unknown person', () => ({ beneficiary: `beneficiary_${unknownKey}` }), 'NOT_FOUND beneficiary'],
    ['of a partner in place of a person', () => ({ beneficiary: relaisPartner.id }), 'NOT_FOUND beneficiary'],
    ['of a malformed person id', () => ({ beneficiary: unknownKey }), 'INVALID beneficiary'],
    ['with an agreement of 13 months ago', () => ({ agreedOn: daysAgo(400) }), 'INVALID agreedOn'],
    [
      'with an agreement dated the day after tomorrow',
      () => ({ agreedOn: daysAhead(2) }),
      'INVALID agreedOn',
    ],
  ])('%s is refused and writes no row', async (_, changes, reason) => {
    const before = await rowCounts(hub);
    const input = validInput.sendReferral(person, relaisPartner, changes());
    expect(await refusalsOf(csc, 'sendReferral', input)).toEqual([reason]);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
  });

  it('requires that the sender’s own access covers the scope', async () => {
    const other = await registerPerson(csc);
    const { partner: third } = await hub.town.caseworker();
    const input = validInput.sendReferral(other, third, { scope: 'FOLLOW_UP' });
    expect(await refusalsOf(relais, 'sendReferral', input)).toEqual(['NOT_FOUND beneficiary']);
    await runCommand(csc, 'recordSharingAgreement', validInput.recordSharingAgreement(other, relaisPartner));
    expect(await refusalsOf(relais, 'sendReferral', input)).toEqual(['AGREEMENT_REQUIRED scope']);
    await runCommand(relais, 'sendReferral', { ...input, scope: 'PATHWAY' });
  });

  it('gives each referral a unique reference, also fifty concurrent ones', async () => {
    const sent = await Promise.all(
      Array.from({ length: 50 }, () =>
        runCommand(csc, 'sendReferral', validInput.sendReferral(person, relaisPartner), 'reference'),
      ),
    );
    const references = sent.map(({ reference }) => reference);
    expect(new Set(references).size).toBe(50);
    for (const reference of references) expect(reference).toMatch(new RegExp(`^${year()}-\\d{6}$`));
  });
});

describe('an action on a referral', () => {
  it.each(actions)(
    '%s: NOT_FOUND for an id that is unknown, of another type or not visible; INVALID for a malformed id',
    async (action) => {
      const stranger = (await hub.town.caseworker()).client;
      const referral = await send();
      const tries: [Client, string, string][] = [
        [relais, `referral_${unknownKey}`, 'NOT_FOUND referral'],
        [relais, person, 'NOT_FOUND referral'],
        [relais, `partner_${keyOf(referral)}`, 'NOT_FOUND referral'],
        [stranger, referral, 'NOT_FOUND referral'],
        [relais, '', 'INVALID referral'],
        [relais, keyOf(referral), 'INVALID referral'],
        [relais, referral.toUpperCase(), 'INVALID referral'],
        [relais, ` ${referral}`, 'INVALID referral'],
        [relais, `${referral}'; drop table referral --`, 'INVALID referral'],
      ];
      for (const [client, id, reason] of tries) {
        for (const expectedVersion of [1, 7]) {
          const [mutation, input] = actionCommand(action, id, expectedVersion);
          expect([id, await refusalsOf(client, mutation, input)]).toEqual([id, [reason]]);
        }
      }
    },
  );

  it.each([-1, 0, 2, 2_147_483_647])(
    'with expectedVersion %i at version 1 is STALE_VERSION',
    async (expectedVersion) => {
      const input = { referral: await send(), expectedVersion };
      expect(await refusalsOf(relais, 'acceptReferral', input)).toEqual(['STALE_VERSION expectedVersion']);
    },
  );

  it('DECLINE for OTHER requires a comment, which both sides read', async () => {
    const referral = await send();
    const input = { referral, expectedVersion: 1, side: 'PERSON', reason: 'OTHER' };
    expect(await refusalsOf(relais, 'declineReferral', input)).toEqual(['INVALID comment']);
    expect(await refusalsOf(relais, 'declineReferral', { ...input, comment: ' ' })).toEqual([
      'INVALID comment',
    ]);
    expect(await refusalsOf(relais, 'declineReferral', { ...input, comment: null })).toEqual([
      'INVALID comment',
    ]);
    await runCommand(relais, 'declineReferral', { ...input, comment: ' Has moved away ' });
    const query = `query ($id: ID!) { referral(id: $id) {
      decline { side reason comment } transitions { reason } } }`;
    for (const client of [csc, relais]) {
      expect((await client.data(query, { id: referral })).referral).toEqual({
        decline: { side: 'PERSON', reason: 'OTHER', comment: 'Has moved away' },
        transitions: [{ reason: null }, { reason: 'Has moved away' }],
      });
    }
  });

  it('START refuses a first contact in the future', async () => {
    const referral = await send();
    await runCommand(relais, 'acceptReferral', { referral, expectedVersion: 1 });
    const input = { referral, expectedVersion: 2, firstContactOn: daysAhead(2) };
    expect(await refusalsOf(relais, 'startReferral', input)).toEqual(['INVALID firstContactOn']);
    await runCommand(relais, 'startReferral', { ...input, firstContactOn: daysAgo(0) });
  });

  it.each([
    ['SERVICE_RECEIVED', 'COMPLETED'],
    ['NO_HELP_AVAILABLE', 'NOT_COMPLETED'],
    ['UNREACHABLE', 'NOT_COMPLETED'],
    ['DROPPED_OUT', 'NOT_COMPLETED'],
    ['REFERRED_ELSEWHERE', 'NOT_COMPLETED'],
  ])('COMPLETE with outcome %s leads to state %s', async (outcome, status) => {
    const referral = await send();
    await runCommand(relais, 'acceptReferral', { referral, expectedVersion: 1 });
    const input = { referral, expectedVersion: 2, outcome };
    expect(await runCommand(relais, 'completeReferral', input, 'status outcome')).toEqual({
      status,
      outcome,
    });
  });

  it('sets sentAt, answeredAt and closedAt from the database clock, in order', async () => {
    const shown = 'sentAt seenAt answeredAt closedAt';
    const clock = async () =>
      (await hub.owner<{ at: Date }>('select clock_timestamp() as at'))[0]?.at as Date;
    const before = await clock();
    const { id: referral, ...sent } = await runCommand(
      csc,
      'sendReferral',
      validInput.sendReferral(person, relaisPartner),
      `id ${shown}`,
    );
    expect(sent).toEqual({ sentAt: expect.any(String), seenAt: null, answeredAt: null, closedAt: null });
    const accepted = await runCommand(relais, 'acceptReferral', { referral, expectedVersion: 1 }, shown);
    expect(accepted).toMatchObject({ ...sent, seenAt: accepted.answeredAt, answeredAt: expect.any(String) });
    const input = { referral, expectedVersion: 2, outcome: 'DROPPED_OUT' };
    const ended = await runCommand(colleague, 'completeReferral', input, shown);
    expect(ended).toEqual({ ...accepted, closedAt: expect.any(String) });
    const times = [before, sent.sentAt, ended.answeredAt, ended.closedAt, await clock()];
    const moments = times.map((it) => new Date(it).getTime());
    expect(moments.toSorted((a, b) => a - b)).toEqual(moments);
  });

  it('by two colleagues at the same time succeeds for one; the other gets STALE_VERSION', async () => {
    const wins = { accepted: 0, declined: 0 };
    for (let race = 0; race < 20; race++) {
      const referral = await send();
      const before = await rowCounts(hub);
      const input = { referral, expectedVersion: 1 };
      const [one, two] = await Promise.all([
        relais.run('acceptReferral', input, 'referral { status }'),
        colleague.run(...actionCommand('DECLINE', referral, 1), 'referral { status }'),
      ]);
      const [won, lost] = one.referral ? [one, two] : [two, one];
      wins[one.referral ? 'accepted' : 'declined']++;
      expect(won.referral.status).toBe(one.referral ? 'ACCEPTED' : 'DECLINED');
      expect(lost).toMatchObject({ referral: null, userErrors: [{ code: 'STALE_VERSION' }] });
      const grown = rowCountChanges(before, await rowCounts(hub));
      expect(grown).toMatchObject({ event: 2, referral_transition: 1 });
    }
    console.log('results of twenty races:', wins);
  });

  it('ACCEPT after the end of the person’s agreement is AGREEMENT_REQUIRED', async () => {
    const other = await registerPerson(csc);
    const referral = await sendReferral(csc, other, relaisPartner);
    await hub.owner(`update sharing set until = now() - interval '1 s' where referral_id = $1`, [
      keyOf(referral),
    ]);
    const input = { referral, expectedVersion: 1 };
    expect(await refusalsOf(relais, 'acceptReferral', input)).toEqual(['AGREEMENT_REQUIRED referral']);
  });

  it('ACCEPT keeps the end of the agreement', async () => {
    const other = await registerPerson(csc);
    const referral = await sendReferral(csc, other, relaisPartner, { agreedOn: daysAgo(100) });
    const until = async () => {
      const query = 'query ($id: ID!) { beneficiary(id: $id) { access { until } } }';
      return (await relais.data(query, { id: other })).beneficiary.access.until;
    };
    const untilWhenSent = await until();
    await runCommand(relais, 'acceptReferral', { referral, expectedVersion: 1 });
    expect(await until()).toBe(untilWhenSent);
    expect(new Date(untilWhenSent).getTime()).toBeLessThan(Date.now() + 267 * 86_400_000);
  });
});

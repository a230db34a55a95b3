import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadConfig } from '../../src/config/index.js';
import { type DelayUnit, endOf, stepsOf, type Waiting } from '../../src/features/referrals/delays.js';
import { ReferralStatus } from '../../src/features/referrals/lifecycle.js';
import { ReferralPriority } from '../../src/features/referrals/referral.js';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { performActions } from '../kit/referral-actions.js';
import { registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';
import { keyOf, letAnswerBeLate } from './waiting.js';

const settings = { HUB_REFERRAL_EXPIRY: 'on' };
const { delays: config } = loadConfig(settings);
const times = 'status answerDueAt expiresAt waitingSince';

describe('when the answer to a referral is due', () => {
  const hub = testHub(settings);
  let sender: Client;
  let receiver: Client;
  let receiving: SeededPartner;
  let person: string;

  beforeAll(async () => {
    ({ client: sender } = await hub.town.caseworker());
    ({ client: receiver, partner: receiving } = await hub.town.caseworker());
  });
  beforeEach(async () => {
    person = await registerPerson(sender);
  });

  const send = (changes: Data = {}) => sendReferral(sender, person, receiving, changes);
  const shown = async (client: Client, id: string, fields = times): Promise<Data> =>
    (await client.data(`query ($id: ID!) { referral(id: $id) { ${fields} } }`, { id })).referral;
  /** Sets when a referral was sent and when it entered its state: in the future, so that the hub does nothing to it. */
  const setTimes = async (id: string, sentAt: string, stateSince = sentAt) => {
    await hub.owner('update referral set sent_at = $2, created_at = $2 where id = $1', [keyOf(id), sentAt]);
    await hub.owner('update referral_transition set at = $2 where referral_id = $1', [keyOf(id), stateSince]);
  };

  it('is computed by the database as by the hub, for any moment and delay', async () => {
    const moment = fc.date({
      ...{ min: new Date('2019-01-01'), max: new Date('2036-12-01'), noInvalidDate: true },
    });
    // Around the changes of clocks of 2026, in the night.
    const nights = ['2026-03-29T00:00Z', '2026-10-25T00:00Z'].map((it) => Date.parse(it));
    const night = fc
      .tuple(fc.constantFrom(...nights), fc.integer({ min: -4e6, max: 8e6 }), fc.integer({ min: 0, max: 10 }))
      .map(([at, shift, days]) => new Date(at + shift - days * 86_400_000));
    const unit = fc.constantFrom<DelayUnit[]>('hours', 'days', 'working days');
    const cases = fc.sample(
      fc.tuple(fc.oneof(moment, night), fc.integer({ min: 1, max: 60 }), unit),
      Number(process.env['DUE_RUNS'] ?? 3000),
    );
    const rows = await hub.owner<{ at: Date }>(
      `select access.delay_end(since, count, unit) as at
       from unnest($1::timestamptz[], $2::int[], $3::text[]) with ordinality c(since, count, unit, place) order by place`,
      [
        cases.map(([since]) => since.toISOString()),
        cases.map(([, count]) => count),
        cases.map((it) => it[2]),
      ],
    );
    const wrong = cases.flatMap(([since, count, unit], place) => {
      const expected = endOf({ after: () => [count, unit] }, since, config).toISOString();
      const found = rows[place]?.at.toISOString();
      return found === expected ? [] : [{ since, count, unit, expected, found }];
    });
    expect(wrong).toEqual([]);
  });

  it('is the first reminder, and a referral expires, by the delays of its priority and state', async () => {
    const [sentAt, stateSince] = ['2031-05-06T15:30:00.120Z', '2031-05-20T09:00:00Z'];
    for (const priority of Object.keys(ReferralPriority) as ReferralPriority[]) {
      const id = await send({ priority, confirmAlreadyReferred: true });
      await setTimes(id, sentAt, stateSince);
      for (const status of Object.keys(ReferralStatus) as ReferralStatus[]) {
        if (status === 'DRAFT') continue;
        await hub.owner('update referral set status = $2::referral_status where id = $1', [
          keyOf(id),
          status,
        ]);
        const waiting: Waiting = {
          status,
          priority,
          sentAt: new Date(sentAt),
          stateSince: new Date(stateSince),
        };
        const steps = stepsOf(waiting, config);
        const at = (does: string) => steps.find((it) => it.does === does)?.at.getTime() ?? null;
        for (const client of [sender, receiver]) {
          const { answerDueAt, expiresAt } = await shown(client, id);
          expect([
            status,
            answerDueAt && Date.parse(answerDueAt),
            expiresAt && Date.parse(expiresAt),
          ]).toEqual([...[status, at('REMIND'), at('EXPIRE')]]);
        }
      }
    }
  });

  it('and referrals are found by it, by their service and by their reference', async () => {
    const [late, early, answered] = [
      await send(),
      await send({ confirmAlreadyReferred: true }),
      await send({ confirmAlreadyReferred: true }),
    ];
    await setTimes(early, '2031-05-06T15:30:00Z');
    const administrator = await hub.town.signedInMember(receiving, 'PARTNER_ADMINISTRATOR');
    const service = await runCommand(administrator.client, 'addService', validInput.addService());
    const aimed = await send({ confirmAlreadyReferred: true, service: service.id });
    await performActions(answered, 1, [receiver, 'ACCEPT']);
    for (const id of [late, answered]) await letAnswerBeLate(hub, id);
    const ids = [late, early, answered, aimed];
    const found = async (client: Client, box: string, filter: Data): Promise<string[]> => {
      const query =
        'query ($box: ReferralBox!, $filter: ReferralFilter) { referrals(box: $box, filter: $filter) { totalCount nodes { id } } }';
      const { totalCount, nodes } = (await client.data(query, { box, filter })).referrals;
      expect(totalCount).toBe(nodes.length);
      return ids.filter((id) => nodes.some((it: Data) => it.id === id));
    };
    for (const [client, box] of [
      [sender, 'OUTBOX'],
      [receiver, 'INBOX'],
    ] as const) {
      expect(await found(client, box, { overdue: true })).toEqual([late]);
      expect(await found(client, box, { overdue: false })).toEqual([early, answered, aimed]);
      expect(await found(client, box, { service: service.id })).toEqual([aimed]);
      const { reference } = await shown(client, early, 'reference');
      expect(await found(client, box, { reference })).toEqual([early]);
      expect(await found(client, box, { reference: 'none' })).toEqual([]);
    }
  });

  it('follows the settings of the last start; without expiry, no referral expires', async () => {
    const id = await send();
    // The Friday before Whit Monday.
    await setTimes(id, '2031-05-30T08:00:00Z');
    const other = await hub.startAnother({
      HUB_REFERRAL_EXPIRY: 'off',
      HUB_REFERRAL_REMINDER_WORKING_DAYS: '1',
    });
    expect(await shown(sender, id)).toMatchObject({
      ...{ answerDueAt: '2031-06-03T08:00:00+00:00', expiresAt: null },
    });
    await other.stop();
    await (await hub.startAnother()).stop();
    expect(await shown(sender, id)).toMatchObject({
      ...{ answerDueAt: '2031-06-05T08:00:00+00:00', expiresAt: '2031-06-29T08:00:00+00:00' },
    });
  });

  it('waits since it entered its state; a draft since it was created; a closed one no more', async () => {
    const { id: draft } = await runCommand(
      sender,
      'draftReferral',
      validInput.draftReferral(person, receiving),
    );
    await hub.owner(`update referral set created_at = '2026-01-05T08:00Z' where id = $1`, [keyOf(draft)]);
    await runCommand(sender, 'changeReferralDraft', {
      referral: draft,
      expectedVersion: 1,
      priority: 'URGENT',
    });
    expect(await shown(sender, draft)).toEqual({
      ...{ status: 'DRAFT', answerDueAt: null, expiresAt: null, waitingSince: '2026-01-05T08:00:00+00:00' },
    });
    const id = await send();
    await setTimes(id, '2031-06-02T08:00:00Z');
    const since = async () => (await shown(receiver, id)).waitingSince;
    expect(await since()).toBe('2031-06-02T08:00:00+00:00');
    await performActions(id, 1, [receiver, 'REVIEW'], [receiver, 'ACCEPT']);
    const { transitions } = await shown(receiver, id, 'transitions { at }');
    expect(await since()).toBe(transitions.at(-1).at);
    expect(await since()).not.toBe(transitions[0].at);
    await performActions(id, 3, [receiver, 'COMPLETE']);
    expect(await since()).toBeNull();
  });
});

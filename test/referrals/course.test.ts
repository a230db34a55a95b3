import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemCommand } from '../../src/commands/system-command.js';
import { Database } from '../../src/database/database.js';
import { systemRole } from '../../src/database/database-role.js';
import { entities } from '../../src/features/index.js';
import { advanceByHub } from '../../src/features/referrals/advance.js';
import type { ReferralAction } from '../../src/features/referrals/lifecycle.js';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { actionCommand, performActions } from '../kit/referral-actions.js';
import { daysAgo, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

const hub = testHub();
let csc: Client;
let relais: Client;
let relaisPartner: SeededPartner;

let database: Database;

beforeAll(async () => {
  database = await Database.connect(await loginUrlOf(hub.ownerUrl), entities, 1);
  ({ client: csc } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
});

afterAll(() => database.close());

/** Makes a referral expire, as the hub does. */
const expire = (id: string) =>
  database.write(systemRole, (em) =>
    advanceByHub(new SystemCommand(em), id.split('_')[1] as string, 'EXPIRE'),
  );

/** A new referral of a new person, after these actions of its receiver. */
async function sent(...actions: ReferralAction[]): Promise<{ id: string; version: number; person: string }> {
  const person = await registerPerson(csc);
  const id = await sendReferral(csc, person, relaisPartner);
  const version = await performActions(id, 1, ...actions.map((action) => [relais, action] as const));
  return { id, version, person };
}

const scopeOf = async (client: Client, id: string): Promise<string | undefined> =>
  (await client.data('query ($id: ID!) { beneficiary(id: $id) { access { scope } } }', { id })).beneficiary
    ?.access.scope;

describe('the course of a referral', () => {
  it('names the member who made a change only to members of the same partner', async () => {
    const { id } = await sent('REVIEW', 'ACCEPT');
    const query = 'query ($id: ID!) { referral(id: $id) { transitions { to member { id name } } } }';
    const [sender, receiver] = await Promise.all(
      [csc, relais].map(async (it) => (await it.data('{ viewer { member { id name } } }')).viewer.member),
    );
    const course = (bySender: Data | null, byReceiver: Data | null) => [
      { to: 'REQUESTED', member: bySender },
      { to: 'IN_REVIEW', member: byReceiver },
      { to: 'ACCEPTED', member: byReceiver },
    ];
    expect((await csc.data(query, { id })).referral.transitions).toEqual(course(sender, null));
    expect((await relais.data(query, { id })).referral.transitions).toEqual(course(null, receiver));
    const colleague = (await hub.town.signedInMember(relaisPartner, 'PARTNER_ADMINISTRATOR')).client;
    expect((await colleague.data(query, { id })).referral.transitions).toEqual(course(null, receiver));
  });

  it('keeps questions and replies; a reply returns it to IN_REVIEW', async () => {
    const { id } = await sent('REVIEW');
    await runCommand(relais, ...actionCommand('REQUEST_INFO', id, 2, { message: ' Since when? ' }));
    for (const action of ['ACCEPT', 'DECLINE', 'WAITLIST', 'REVIEW'] as const) {
      expect(await refusalsOf(relais, ...actionCommand(action, id, 3))).toEqual([
        'TRANSITION_NOT_ALLOWED referral',
      ]);
    }
    expect(await refusalsOf(relais, ...actionCommand('REPLY', id, 3))).toEqual([
      'TRANSITION_NOT_ALLOWED referral',
    ]);
    await runCommand(csc, ...actionCommand('REPLY', id, 3, { reply: 'Since May' }));
    const query = 'query ($id: ID!) { referral(id: $id) { status seenAt transitions { to reason } } }';
    for (const client of [csc, relais]) {
      expect((await client.data(query, { id })).referral).toMatchObject({
        status: 'IN_REVIEW',
        transitions: [
          { to: 'REQUESTED', reason: null },
          { to: 'IN_REVIEW', reason: null },
          { to: 'INFO_REQUESTED', reason: 'Since when?' },
          { to: 'IN_REVIEW', reason: 'Since May' },
        ],
      });
    }
  });

  it.each(['message', 'reply', 'reason'])('requires a %s that is not blank', async (field) => {
    const action = ({ message: 'REQUEST_INFO', reply: 'REPLY', reason: 'HOLD' } as const)[
      field
    ] as ReferralAction;
    const { id } = await sent();
    for (const empty of ['', '  ', '\u200b']) {
      expect(await refusalsOf(relais, ...actionCommand(action, id, 1, { [field]: empty }))).toEqual([
        `INVALID ${field}`,
      ]);
    }
  });

  it('keeps the receiver’s access to the person in WAITLISTED and ON_HOLD', async () => {
    const { id, version, person } = await sent('REVIEW', 'WAITLIST');
    expect(await scopeOf(relais, person)).toBe('IDENTITY');
    const begun = await performActions(id, version, [relais, 'ACCEPT'], [relais, 'START']);
    await runCommand(relais, ...actionCommand('HOLD', id, begun, { reason: 'On holiday' }));
    expect(await scopeOf(relais, person)).toBe('PATHWAY');
    const resumed = await runCommand(relais, ...actionCommand('RESUME', id, begun + 1), 'status closedAt');
    expect(resumed).toEqual({ status: 'IN_PROGRESS', closedAt: null });
  });

  it('can be entered in error after it was completed: closedAt is kept and the receiver loses access to the person', async () => {
    const { id, version, person } = await sent('ACCEPT', 'COMPLETE');
    expect(await scopeOf(relais, person)).toBe('PATHWAY');
    const query = 'query ($id: ID!) { referral(id: $id) { closedAt } }';
    const { closedAt } = (await csc.data(query, { id })).referral;
    expect(await refusalsOf(relais, ...actionCommand('ENTER_IN_ERROR', id, version))).toEqual([
      'TRANSITION_NOT_ALLOWED referral',
    ]);
    const shown = 'status closedAt outcome';
    expect(await runCommand(csc, ...actionCommand('ENTER_IN_ERROR', id, version), shown)).toEqual({
      status: 'ENTERED_IN_ERROR',
      closedAt,
      outcome: 'SERVICE_RECEIVED',
    });
    expect(await scopeOf(relais, person)).toBeUndefined();
    const ends = await hub.owner('select end_reason from sharing where referral_id = $1 order by since, id', [
      id.split('_')[1],
    ]);
    expect(ends).toEqual([{ end_reason: 'accepted' }, { end_reason: 'entered_in_error' }]);
  });
});

it('the committee’s figures count a referral once it is sent, as accepted, expired or neither; not if it was entered in error', async () => {
  const person = await registerPerson(csc);
  const counted = async () => {
    const rows = await hub.owner<{ key: string; counts: string }>(
      `select key, num::int || '/' || den::int as counts from facts.contribution(current_date - 7, current_date + 7)
       where person = $1 and key in ('REFERRALS_SENT', 'REFERRAL_ACCEPTANCE_RATE')`,
      [person.split('_')[1]],
    );
    return Object.fromEntries(rows.map(({ key, counts }) => [key, counts]));
  };
  const sentAs = (rate: string) => ({ REFERRALS_SENT: '1/1', REFERRAL_ACCEPTANCE_RATE: rate });
  const { id } = await runCommand(csc, 'draftReferral', validInput.draftReferral(person, relaisPartner));
  expect(await counted()).toEqual({});
  let version = await performActions(id, 1, [csc, 'SEND'], [relais, 'REQUEST_INFO']);
  expect(await counted()).toEqual(sentAs('0/0'));
  version = await performActions(
    id,
    version,
    [csc, 'REPLY'],
    [relais, 'ACCEPT'],
    [relais, 'START'],
    [relais, 'HOLD'],
  );
  expect(await counted()).toEqual(sentAs('1/1'));
  version = await performActions(id, version, [relais, 'CANCEL']);
  expect(await counted()).toEqual(sentAs('1/1'));
  await performActions(id, version, [csc, 'ENTER_IN_ERROR']);
  expect(await counted()).toEqual({});
  const other = await sendReferral(csc, person, relaisPartner);
  await expire(other);
  expect(await counted()).toEqual(sentAs('0/1'));
  const draft = await runCommand(csc, 'draftReferral', validInput.draftReferral(person, relaisPartner));
  await performActions(draft.id, 1, [csc, 'CANCEL']);
  expect(await counted()).toEqual(sentAs('0/1'));
});

describe('referAgain', () => {
  it('copies the content unless the input changes it, requires a new agreement, and links the two referrals', async () => {
    const { id, version, person } = await sent('DECLINE');
    const input = validInput.referAgain(id, version);
    const before = await rowCounts(hub);
    const shown = `id status version purpose priority to { id } sentAt closedAt
      formerReferral { id status } transitions { from to }`;
    const again = await runCommand(csc, 'referAgain', input, shown);
    expect(again).toMatchObject({
      status: 'REQUESTED',
      version: 1,
      purpose: 'Help with a first job',
      priority: 'ROUTINE',
      to: { id: relaisPartner.id },
      closedAt: null,
      formerReferral: { id, status: 'DECLINED' },
      transitions: [{ from: null, to: 'REQUESTED' }],
    });
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({
      event: 2,
      idempotency_key: 1,
      referral: 1,
      referral_transition: 1,
      referral_text: 1,
      sharing: 1,
    });
    expect((await runCommand(csc, 'referAgain', input, shown)).id).toBe(again.id);
    expect(await scopeOf(relais, person)).toBe('IDENTITY');
    const query = `query ($id: ID!) { referral(id: $id) { version
      laterReferrals { totalCount nodes { id } } } }`;
    for (const client of [csc, relais]) {
      expect((await client.data(query, { id })).referral).toEqual({
        version,
        laterReferrals: { totalCount: 1, nodes: [{ id: again.id }] },
      });
    }
    const { client: other, partner } = await hub.town.caseworker();
    const anew = { to: partner.id, purpose: 'Another job', priority: 'URGENT', scope: 'IDENTITY' };
    const elsewhere = await runCommand(csc, 'referAgain', validInput.referAgain(id, version, anew), shown);
    expect(elsewhere).toMatchObject({ to: { id: partner.id }, purpose: 'Another job', priority: 'URGENT' });
    // The former referral went to another receiver, so this receiver does not see it.
    const seen = 'query ($id: ID!) { referral(id: $id) { formerReferral { id } } }';
    expect((await other.data(seen, { id: elsewhere.id })).referral).toEqual({ formerReferral: null });
    expect((await relais.data(query, { id })).referral.laterReferrals.totalCount).toBe(1);
  });

  it('is only for the sender of a closed referral that still sees the person', async () => {
    const { id, version, person } = await sent();
    const again = (client: Client, at: number, changes: Data = {}) =>
      refusalsOf(client, 'referAgain', validInput.referAgain(id, at, changes));
    expect(await again(csc, version)).toEqual(['TRANSITION_NOT_ALLOWED referral']);
    await runCommand(relais, ...actionCommand('DECLINE', id, version));
    expect(await again(relais, version + 1)).toEqual(['TRANSITION_NOT_ALLOWED referral']);
    expect(await again(csc, version)).toEqual(['STALE_VERSION expectedVersion']);
    expect(await again(csc, version + 1, { agreedOn: daysAgo(400) })).toEqual(['INVALID agreedOn']);
    const { partner } = (await csc.data('{ viewer { partner { id } } }')).viewer;
    expect(await again(csc, version + 1, { to: partner.id })).toEqual(['INVALID to']);
    await hub.owner('update sharing set ended_at = now() where beneficiary_id = $1', [person.split('_')[1]]);
    expect(await again(csc, version + 1)).toEqual(['AGREEMENT_REQUIRED scope']);
  });
});

describe('expiry by the hub', () => {
  it('expires a waiting referral once and ends the receiver’s access', async () => {
    for (const actions of [[], ['REVIEW'], ['REQUEST_INFO']] satisfies ReferralAction[][]) {
      const { id, version, person } = await sent(...actions);
      expect(await expire(id)).toBe(true);
      expect(await expire(id)).toBe(false);
      const query = `query ($id: ID!) { referral(id: $id) {
        status version closedAt answeredAt viewerCan beneficiary { id } transitions { to by { id } member { id } } } }`;
      const { referral } = await relais.data(query, { id });
      expect(referral).toMatchObject({
        status: 'EXPIRED',
        version: version + 1,
        answeredAt: null,
        viewerCan: [],
      });
      expect(referral.closedAt).not.toBeNull();
      expect(referral.beneficiary).toBeNull();
      expect(referral.transitions.at(-1)).toEqual({ to: 'EXPIRED', by: null, member: null });
      expect(await scopeOf(relais, person)).toBeUndefined();
    }
    const { id, person } = await sent('WAITLIST');
    expect(await expire(id)).toBe(false);
    expect(await scopeOf(relais, person)).toBe('IDENTITY');
  });
});

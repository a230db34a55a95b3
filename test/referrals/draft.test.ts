import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { actionCommand } from '../kit/referral-actions.js';
import { daysAgo, registerPerson, type SeededPartner } from '../kit/town.js';

const hub = sharedHub();
let csc: Client;
let relais: Client;
let relaisPartner: SeededPartner;
let person: string;

beforeAll(async () => {
  ({ client: csc } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
  person = await registerPerson(csc);
});

const draft = async (changes: Data = {}): Promise<string> =>
  (await runCommand(csc, 'draftReferral', validInput.draftReferral(person, relaisPartner, changes))).id;

describe('a draft', () => {
  it('that is sent equals a referral that is sent in one step', async () => {
    const shown = `purpose priority status version sentAt seenAt answeredAt closedAt viewerCan
      from { id } to { id } beneficiary { id } formerReferral { id } laterReferrals { totalCount }`;
    const content = { priority: 'URGENT', scope: 'FOLLOW_UP' };
    const direct = await runCommand(
      csc,
      'sendReferral',
      validInput.sendReferral(person, relaisPartner, content),
      shown,
    );
    const id = await draft(content);
    const before = await rowCounts(hub);
    const sent = await runCommand(csc, ...actionCommand('SEND', id, 1), shown);
    expect(sent).toEqual({ ...direct, version: 2, sentAt: expect.any(String) });
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({
      event: 2,
      referral_transition: 1,
      sharing: 1,
    });
    expect(
      (await runCommand(relais, ...actionCommand('ACCEPT', id, 2), 'beneficiary { access { scope } }'))
        .beneficiary,
    ).toEqual({
      access: { scope: 'FOLLOW_UP' },
    });
  });

  it('has its scope, which the receiver sees once it is sent', async () => {
    const id = await draft({ scope: 'IDENTITY' });
    const query = 'query ($id: ID!) { referral(id: $id) { scope } }';
    expect(await csc.data(query, { id })).toEqual({ referral: { scope: 'IDENTITY' } });
    expect(await relais.data(query, { id })).toEqual({ referral: null });
    await runCommand(csc, ...actionCommand('SEND', id, 1, { confirmAlreadyReferred: true }));
    expect(await relais.data(query, { id })).toEqual({ referral: { scope: 'IDENTITY' } });
  });

  it('can be changed, including its receiver, only until it is sent', async () => {
    const id = await draft();
    const { partner: other, client } = await hub.town.caseworker();
    const changes = { to: other.id, purpose: ' Another job ', priority: 'URGENT', scope: 'IDENTITY' };
    const shown = 'to { id } purpose priority version status';
    expect(await runCommand(csc, ...actionCommand('CHANGE_DRAFT', id, 1, changes), shown)).toEqual({
      to: { id: other.id },
      purpose: 'Another job',
      priority: 'URGENT',
      version: 2,
      status: 'DRAFT',
    });
    expect(
      await runCommand(csc, ...actionCommand('CHANGE_DRAFT', id, 2, { purpose: null }), shown),
    ).toMatchObject({
      purpose: 'Another job',
    });
    await runCommand(csc, ...actionCommand('SEND', id, 2));
    for (const by of [csc, client]) {
      expect(await refusalsOf(by, ...actionCommand('CHANGE_DRAFT', id, 3))).toEqual([
        'TRANSITION_NOT_ALLOWED referral',
      ]);
      expect(await refusalsOf(by, ...actionCommand('SEND', id, 3))).toEqual([
        'TRANSITION_NOT_ALLOWED referral',
      ]);
    }
  });

  it.each([
    ['drafted', 'draftReferral'],
    ['sent in one step', 'sendReferral'],
  ] as const)(
    'is checked when it is %s: own partner, unknown receiver, unknown person, scope too wide',
    async (_, command) => {
      const { client, partner } = await hub.town.caseworker();
      const agreement = validInput.recordSharingAgreement(person, partner, { scope: 'IDENTITY' });
      await runCommand(csc, 'recordSharingAgreement', agreement);
      const tries: [Data, string][] = [
        [{ to: partner.id }, 'INVALID to'],
        [{ to: person }, 'NOT_FOUND to'],
        [{ beneficiary: relaisPartner.id }, 'NOT_FOUND beneficiary'],
        [{}, 'AGREEMENT_REQUIRED scope'],
      ];
      for (const [changes, reason] of tries) {
        const input = validInput[command](person, relaisPartner, changes);
        expect([changes, await refusalsOf(client, command, input)]).toEqual([changes, [reason]]);
      }
    },
  );

  it('is checked again, against the current access, when it is changed and when it is sent', async () => {
    const id = await draft({ scope: 'FOLLOW_UP' });
    const { partner } = await hub.town.caseworker();
    const toOwnPartner = actionCommand('CHANGE_DRAFT', id, 1, {
      to: (await csc.data('{ viewer { partner { id } } }')).viewer.partner.id,
    });
    expect(await refusalsOf(csc, ...toOwnPartner)).toEqual(['INVALID to']);
    const old = actionCommand('SEND', id, 1, { agreedOn: daysAgo(400) });
    expect(await refusalsOf(csc, ...old)).toEqual(['INVALID agreedOn']);
    const sharing = 'update sharing set scope = $2 where beneficiary_id = $1 and basis = $3';
    const key = person.split('_')[1];
    await hub.owner(sharing, [key, 'PATHWAY', 'REFERENT']);
    expect(await refusalsOf(csc, ...actionCommand('SEND', id, 1))).toEqual(['AGREEMENT_REQUIRED scope']);
    const toThird = actionCommand('CHANGE_DRAFT', id, 1, { to: partner.id });
    expect(await refusalsOf(csc, ...toThird)).toEqual(['AGREEMENT_REQUIRED scope']);
    await runCommand(csc, ...actionCommand('CHANGE_DRAFT', id, 1, { scope: 'PATHWAY' }));
    await runCommand(csc, ...actionCommand('SEND', id, 2));
    await hub.owner(sharing, [key, 'FOLLOW_UP', 'REFERENT']);
  });

  it.each(['CANCEL', 'ENTER_IN_ERROR'] as const)(
    'that ends by %s is never visible to the receiver, which is not notified either',
    async (action) => {
      const id = await draft();
      await runCommand(csc, ...actionCommand('CHANGE_DRAFT', id, 1));
      await runCommand(csc, ...actionCommand(action, id, 2));
      const query = `query ($id: ID!) { referral(id: $id) { id } node(id: $id) { id }
        inbox: referrals(first: 100) { nodes { id } }
        referralEvents(first: 100) { nodes { kind referral { id } } } }`;
      await hub.settled();
      const seen = await relais.data(query, { id });
      expect([seen.referral, seen.node]).toEqual([null, null]);
      expect(JSON.stringify(seen)).not.toContain(id);
      const own = (await csc.data(query, { id })).referralEvents.nodes;
      expect(own.filter((it: Data) => it.referral.id === id).map((it: Data) => it.kind)).toEqual([
        'DRAFTED',
        'DRAFT_CHANGED',
        action === 'CANCEL' ? 'CANCELLED' : 'ENTERED_IN_ERROR',
      ]);
      for (const tried of ['CHANGE_DRAFT', 'SEND', 'CANCEL', 'REVIEW'] as const) {
        expect(await refusalsOf(relais, ...actionCommand(tried, id, 3))).toEqual(['NOT_FOUND referral']);
      }
    },
  );

  it('is created once per idempotency key', async () => {
    const input = validInput.draftReferral(person, relaisPartner);
    const [first, ...others] = await Promise.all(
      Array.from({ length: 5 }, () => runCommand(csc, 'draftReferral', input)),
    );
    for (const other of others) expect(other).toEqual(first);
  });
});

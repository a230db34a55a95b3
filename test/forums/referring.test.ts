import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { ofCommand } from '../kit/database.js';
import { sharedHub } from '../kit/hub.js';
import { daysAgo, daysAhead, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';
import { type Organiser, organiserOf } from './fair.js';

const hub = sharedHub();
let town: Organiser;
let csc: Client;
let cscPartner: SeededPartner;
let relais: Client;
let relaisPartner: SeededPartner;
let forum: string;
let exhibitor: string;

beforeAll(async () => {
  town = await organiserOf(hub);
  ({ client: csc, partner: cscPartner } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
  forum = await town.forum();
  exhibitor = await town.exhibitor(forum);
});

/** Registers a person with an attendance; returns both ids. */
async function visitor(): Promise<{ person: string; attendance: string }> {
  const person = await registerPerson(csc);
  const { id } = await runCommand(
    csc,
    'recordAttendance',
    validInput.recordAttendance(forum, person, { exhibitor }),
  );
  return { person, attendance: id };
}
const refer = (attendance: string, changes = {}) =>
  validInput.referAttendance(attendance, relaisPartner, changes);
const lastTwoEvents = async () =>
  (
    await hub.owner<{ topic: string; kind: string; partner: string; by: string }>(
      `select topic, kind, partner_id as partner, by_id as by from event
       where ${ofCommand} order by id desc limit 2`,
    )
  )
    .map((it) => JSON.stringify(it))
    .sort();

describe('a contact at a forum', () => {
  it('becomes a referral that the receiver gets live, and that links to the attendance once it is accepted', async () => {
    const { person, attendance } = await visitor();
    const live = await relais.subscribe(
      'kind by { id } referral { id purpose beneficiary { id } attendance { id } }',
    );
    const { referral } = await runCommand(
      csc,
      'referAttendance',
      refer(attendance),
      'referral { id status }',
    );
    expect(referral.status).toBe('REQUESTED');
    expect(await live.until('SENT')).toEqual({
      kind: 'SENT',
      by: { id: cscPartner.id },
      // Before acceptance, the receiver sees the person, but not the attendance.
      referral: {
        id: referral.id,
        purpose: 'A place at the bakery',
        beneficiary: { id: person },
        attendance: null,
      },
    });
    await runCommand(relais, 'acceptReferral', { referral: referral.id, expectedVersion: 1 });
    expect(await live.until('ACCEPTED')).toMatchObject({
      referral: { id: referral.id, attendance: { id: attendance } },
    });
    await live.stop();

    const chain = `query ($id: ID!) { node(id: $id) { ... on Attendance {
      exhibitor { id } referral { id status attendance { id referral { id } forum { id attendances { totalCount } } } } } } }`;
    for (const client of [csc, relais]) {
      expect((await client.data(chain, { id: attendance })).node).toEqual({
        exhibitor: { id: exhibitor },
        referral: {
          id: referral.id,
          status: 'ACCEPTED',
          attendance: {
            id: attendance,
            referral: { id: referral.id },
            forum: { id: forum, attendances: { totalCount: expect.any(Number) } },
          },
        },
      });
    }
    const stranger = await hub.town.caseworker();
    expect((await stranger.client.data(chain, { id: attendance })).node).toBeNull();
  });

  it('writes the same rows and events as `sendReferral`', async () => {
    const { person, attendance } = await visitor();
    let before = await rowCounts(hub);
    await sendReferral(csc, person, relaisPartner);
    const sent = rowCountChanges(before, await rowCounts(hub));
    const events = await lastTwoEvents();
    before = await rowCounts(hub);
    const input = refer(attendance);
    const first = await runCommand(csc, 'referAttendance', input, 'referral { id }');
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual(sent);
    expect(await lastTwoEvents()).toEqual(events);
    // Repeating the call with the same idempotency key returns the same referral.
    expect(await runCommand(csc, 'referAttendance', input, 'referral { id }')).toEqual(first);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual(sent);
  });

  it.each([
    ['to the own partner', () => ({ to: cscPartner.id }), 'INVALID to'],
    ['to an id that is not a partner', () => ({ to: forum }), 'NOT_FOUND to'],
    ['under an agreement of 13 months ago', () => ({ agreedOn: daysAgo(400) }), 'INVALID agreedOn'],
    ['under an agreement in the future', () => ({ agreedOn: daysAhead(2) }), 'INVALID agreedOn'],
    ['without a purpose', () => ({ purpose: ' ' }), 'INVALID purpose'],
    ['with an id that is not an attendance', () => ({ attendance: forum }), 'NOT_FOUND attendance'],
  ])('referred %s is refused and writes no rows', async (_, changes, reason) => {
    const { attendance } = await visitor();
    const before = await rowCounts(hub);
    expect(await refusalsOf(csc, 'referAttendance', refer(attendance, changes()))).toEqual([reason]);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
    const query = 'query ($id: ID!) { node(id: $id) { ... on Attendance { referral { id } } } }';
    expect((await csc.data(query, { id: attendance })).node).toEqual({ referral: null });
  });

  it('becomes only one referral when five commands run concurrently', async () => {
    const { attendance } = await visitor();
    const before = await rowCounts(hub);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => csc.run('referAttendance', refer(attendance), 'attendance { id }')),
    );
    const reasons = answers.flatMap(({ userErrors }) => userErrors);
    expect(reasons).toHaveLength(4);
    for (const reason of reasons) {
      expect(reason).toMatchObject({ code: 'INVALID', path: ['input', 'attendance'] });
    }
    expect(rowCountChanges(before, await rowCounts(hub))).toMatchObject({ referral: 1, event: 2 });
  });

  it('is referred only by the partner that recorded it; a count cannot be referred', async () => {
    const { person, attendance } = await visitor();
    const third = await hub.town.partner();
    const input = validInput.referAttendance(attendance, third);
    expect(await refusalsOf(relais, 'referAttendance', input)).toEqual(['NOT_FOUND attendance']);
    await runCommand(csc, 'recordSharingAgreement', validInput.recordSharingAgreement(person, relaisPartner));
    expect(await refusalsOf(relais, 'referAttendance', input)).toEqual(['NOT_FOUND attendance']);
    const count = await runCommand(csc, 'recordHeadcount', validInput.recordHeadcount(forum));
    expect(await refusalsOf(csc, 'referAttendance', refer(count.id))).toEqual(['INVALID attendance']);
  });

  it('cannot be referred with a wider scope than the partner’s own access', async () => {
    const person = await registerPerson(csc);
    await runCommand(csc, 'recordSharingAgreement', validInput.recordSharingAgreement(person, relaisPartner));
    const came = await runCommand(relais, 'recordAttendance', validInput.recordAttendance(forum, person));
    const { partner: third } = await hub.town.caseworker();
    const input = validInput.referAttendance(came.id, third, { scope: 'FOLLOW_UP' });
    expect(await refusalsOf(relais, 'referAttendance', input)).toEqual(['AGREEMENT_REQUIRED scope']);
    await runCommand(relais, 'referAttendance', { ...input, scope: null, priority: null });
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { daysAgo, daysAhead, registerPerson, type SeededPartner } from '../kit/town.js';
import { type Organiser, organiserOf } from './fair.js';

const hub = sharedHub();
let town: Organiser;
let csc: Client;
let cscPartner: SeededPartner;
let relais: Client;
let relaisPartner: SeededPartner;
let forum: string;

beforeAll(async () => {
  town = await organiserOf(hub);
  ({ client: csc, partner: cscPartner } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
  forum = await town.forum();
});

const keyOf = (id: string) => id.replace(/^\w+_/, '');
const share = (beneficiary: string, scope: string) =>
  runCommand(
    csc,
    'recordSharingAgreement',
    validInput.recordSharingAgreement(beneficiary, relaisPartner, { scope }),
  );
const read = (client: Client, person: string, at = forum) =>
  client.data(
    `query ($person: ID!, $forum: ID!) {
      beneficiary(id: $person) { attendances { totalCount nodes { forum { id } partner { id } } } }
      forum: node(id: $forum) { ... on Forum { headcount attendances { nodes { beneficiary { id } } } } } }`,
    { person, forum: at },
  );

describe('the attendance of a person', () => {
  it('is refused for a forum before the person’s birth', async () => {
    const birthDate = daysAgo(3);
    const person = await registerPerson(csc, { birthDate, informedOn: birthDate });
    const earlier = validInput.recordAttendance(await town.forum({ heldOn: daysAgo(4) }), person, {
      agreedOn: birthDate,
    });
    expect(await refusalsOf(csc, 'recordAttendance', earlier)).toEqual(['INVALID forum']);
  });

  it('is recorded once for each forum, with the exhibitor met', async () => {
    const person = await registerPerson(csc);
    const exhibitor = await town.exhibitor(forum);
    const before = await rowCounts(hub);
    const input = validInput.recordAttendance(forum, person, { exhibitor });
    const selection =
      'people firstTimePeople partner { id } beneficiary { id } exhibitor { id } forum { id } referral { id }';
    expect(await runCommand(csc, 'recordAttendance', input, selection)).toEqual({
      people: 1,
      firstTimePeople: 1,
      partner: { id: cscPartner.id },
      beneficiary: { id: person },
      exhibitor: { id: exhibitor },
      forum: { id: forum },
      referral: null,
    });
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({
      attendance: 1,
      event: 1,
      idempotency_key: 1,
    });
    expect((await runCommand(csc, 'recordAttendance', input, 'people')).people).toBe(1);

    const again = { ...validInput.recordAttendance(forum, person), method: 'WRITTEN' };
    const messages = { fr: 'La venue de cette personne', en: 'already recorded' };
    for (const [language, message] of Object.entries(messages)) {
      const client = Object.assign(Object.create(csc), { language }) as Client;
      const { attendance, userErrors } = await client.run('recordAttendance', again, 'attendance { id }');
      expect([attendance, userErrors]).toEqual([
        null,
        [{ code: 'INVALID', path: ['input', 'beneficiary'], message: expect.stringContaining(message) }],
      ]);
    }
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({
      attendance: 1,
      event: 1,
      idempotency_key: 1,
    });
    await runCommand(csc, 'recordAttendance', validInput.recordAttendance(await town.forum(), person));
    expect((await read(csc, person)).beneficiary.attendances.totalCount).toBe(2);
  });

  it('is refused under an agreement from before the day on which the person was informed', async () => {
    const person = await registerPerson(csc, { informedOn: daysAgo(3) });
    const input = validInput.recordAttendance(forum, person, { agreedOn: daysAgo(4) });
    expect(await refusalsOf(csc, 'recordAttendance', input)).toEqual(['INVALID agreedOn']);
  });

  it('is recorded once when ten commands of two partners that share the person run concurrently', async () => {
    const person = await registerPerson(csc);
    await share(person, 'PATHWAY');
    const before = await rowCounts(hub);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? csc : relais).run(
          'recordAttendance',
          validInput.recordAttendance(forum, person),
          'attendance { id }',
        ),
      ),
    );
    const reasons = answers.flatMap(({ userErrors }) => userErrors);
    expect(reasons).toHaveLength(9);
    for (const reason of reasons) {
      expect(reason).toMatchObject({ code: 'INVALID', path: ['input', 'beneficiary'] });
    }
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({
      attendance: 1,
      event: 1,
      idempotency_key: 1,
    });
  });

  it.each([
    ['2024-06-15', '2024-06-14T21:59:59.999Z', 0],
    ['2024-06-15', '2024-06-14T22:00:00.000Z', 1],
    ['2024-12-05', '2024-12-04T22:59:59.999Z', 0],
    ['2024-12-05', '2024-12-04T23:00:00.000Z', 1],
  ])(
    'at the forum of %s, for a person registered at %s, counts %i as met for the first time',
    async (heldOn, at, first) => {
      const person = await registerPerson(csc);
      await hub.owner('update beneficiary set created_at = $1 where id = $2', [at, keyOf(person)]);
      const input = validInput.recordAttendance(await town.forum({ heldOn }), person);
      expect(await runCommand(csc, 'recordAttendance', input, 'firstTimePeople')).toEqual({
        firstTimePeople: first,
      });
    },
  );

  it.each([
    ['under an agreement of 13 months ago', async () => ({ agreedOn: daysAgo(400) }), 'INVALID agreedOn'],
    ['under an agreement in the future', async () => ({ agreedOn: daysAhead(2) }), 'INVALID agreedOn'],
    [
      'at a forum in the future',
      async () => ({ forum: await town.forum({ heldOn: daysAhead(2) }) }),
      'INVALID forum',
    ],
    [
      'at an unknown forum',
      async () => ({ forum: 'forum_00000000-0000-7000-8000-000000000000' }),
      'NOT_FOUND forum',
    ],
    [
      'with the exhibitor of another forum',
      async () => ({ exhibitor: await town.exhibitor(await town.forum()) }),
      'INVALID exhibitor',
    ],
    ['with the id of a forum as exhibitor', async () => ({ exhibitor: forum }), 'NOT_FOUND exhibitor'],
  ])('%s is refused and writes no rows', async (_, changes, reason) => {
    const input = validInput.recordAttendance(forum, await registerPerson(csc), await changes());
    const before = await rowCounts(hub);
    expect(await refusalsOf(csc, 'recordAttendance', input)).toEqual([reason]);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
  });

  it('can be recorded on the day of the forum in the town’s time zone', async () => {
    const heldOn = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
    const input = validInput.recordAttendance(await town.forum({ heldOn }), await registerPerson(csc), {
      agreedOn: heldOn,
    });
    expect(await runCommand(csc, 'recordAttendance', input, 'firstTimePeople')).toEqual({
      firstTimePeople: 1,
    });
  });

  it('needs scope PATHWAY to be recorded and seen, and is hidden after the sharing is withdrawn', async () => {
    const person = await registerPerson(csc);
    const at = await town.forum();
    const input = validInput.recordAttendance(at, person);
    await runCommand(
      csc,
      'recordHeadcount',
      validInput.recordHeadcount(at, { people: 3, firstTimePeople: 0 }),
    );
    expect(await refusalsOf(relais, 'recordAttendance', input)).toEqual(['NOT_FOUND beneficiary']);
    await share(person, 'IDENTITY');
    expect(await refusalsOf(relais, 'recordAttendance', input)).toEqual(['AGREEMENT_REQUIRED beneficiary']);
    await runCommand(csc, 'recordAttendance', input);
    const below = {
      beneficiary: { attendances: { totalCount: 0, nodes: [] } },
      forum: { headcount: null, attendances: { nodes: [{ beneficiary: null }] } },
    };
    expect(await read(relais, person, at)).toEqual(below);
    const sharing = await share(person, 'PATHWAY');
    expect(await read(relais, person, at)).toEqual({
      beneficiary: {
        attendances: { totalCount: 1, nodes: [{ forum: { id: at }, partner: { id: cscPartner.id } }] },
      },
      forum: {
        headcount: 4,
        attendances: { nodes: [{ beneficiary: { id: person } }, { beneficiary: null }] },
      },
    });
    await runCommand(csc, 'withdrawSharing', { sharing: sharing.id });
    expect(await read(relais, person, at)).toEqual(below);
    expect((await read(town.client, person, at)).forum).toEqual({ ...below.forum, headcount: 4 });
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { daysAhead, type SeededPartner } from '../kit/town.js';
import { type Organiser, organiserOf } from './fair.js';

const hub = sharedHub();
let town: Organiser;
let csc: Client;
let cscPartner: SeededPartner;

beforeAll(async () => {
  town = await organiserOf(hub);
  ({ client: csc, partner: cscPartner } = await hub.town.caseworker());
});

const roles = [
  'CASEWORKER',
  'PARTNER_ADMINISTRATOR',
  'CLAUSE_FACILITATOR',
  'COMMITTEE_MEMBER',
  'DATA_PROTECTION_OFFICER',
];
const shown = `id name heldOn area place partner { id } headcount attendances { totalCount }
  exhibitors { nodes { name kind partner { id } forum { id } } }`;

describe('a forum', () => {
  it('is opened by the organiser’s coordinator and seen by every member, with exhibitors in the order of their addition', async () => {
    const before = await rowCounts(hub);
    const heldOn = daysAhead(40);
    const input = validInput.openForum({ name: ' Déclic Emploi ', place: ' Espace Léo Ferré', heldOn });
    const { id } = await runCommand(town.client, 'openForum', input);
    await town.exhibitor(id, { name: 'Zinc & Co' });
    await town.exhibitor(id, { name: 'CSC', kind: 'ASSOCIATION', partner: cscPartner.id });
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({
      forum: 1,
      exhibitor: 2,
      idempotency_key: 3,
    });
    const forum = {
      id,
      name: 'Déclic Emploi',
      heldOn,
      area: 'NORTH',
      place: 'Espace Léo Ferré',
      partner: { id: town.partner.id },
      headcount: 0,
      attendances: { totalCount: 0 },
      exhibitors: {
        nodes: [
          { name: 'Zinc & Co', kind: 'EMPLOYER', partner: null, forum: { id } },
          { name: 'CSC', kind: 'ASSOCIATION', partner: { id: cscPartner.id }, forum: { id } },
        ],
      },
    };
    for (const role of ['COORDINATOR', ...roles]) {
      const { client } = await hub.town.signedInMember(cscPartner, role);
      const { forums, node } = await client.data(
        `query ($id: ID!) { forums { nodes { ${shown} } } node(id: $id) { ... on Forum { ${shown} } } }`,
        { id },
      );
      expect([role, forums.nodes[0], node]).toEqual([role, forum, forum]);
    }
  });

  it('is listed with the latest first, page by page', async () => {
    for (const heldOn of ['2024-04-04', '2024-10-03', '2023-10-05', '2024-10-03'])
      await town.forum({ heldOn });
    const days: string[] = [];
    for (let after: string | null = null; ; ) {
      const { forums } = await csc.data(
        'query ($after: String) { forums(first: 2, after: $after) { totalCount nodes { heldOn } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      days.push(...forums.nodes.map((it: { heldOn: string }) => it.heldOn));
      if (!forums.pageInfo.hasNextPage) {
        expect(days).toHaveLength(forums.totalCount);
        break;
      }
      after = forums.pageInfo.endCursor;
    }
    expect(days).toEqual(days.toSorted().reverse());
  });

  it('opening it or adding exhibitors is NOT_FOUND for other roles and for another organiser', async () => {
    const forum = await town.forum();
    const other = await organiserOf(hub);
    const before = await rowCounts(hub);
    for (const role of roles) {
      const { client } = await hub.town.signedInMember(town.partner, role);
      expect([role, await refusalsOf(client, 'openForum', validInput.openForum())]).toEqual([
        role,
        ['NOT_FOUND'],
      ]);
      expect([role, await refusalsOf(client, 'addExhibitor', validInput.addExhibitor(forum))]).toEqual([
        role,
        ['NOT_FOUND forum'],
      ]);
    }
    const stand = validInput.addExhibitor(forum);
    expect(await refusalsOf(other.client, 'addExhibitor', stand)).toEqual(['NOT_FOUND forum']);
    const unknownPartner = { ...stand, partner: 'partner_00000000-0000-7000-8000-000000000000' };
    expect(await refusalsOf(town.client, 'addExhibitor', unknownPartner)).toEqual(['NOT_FOUND partner']);
    expect(await refusalsOf(town.client, 'addExhibitor', { ...stand, name: ' ', partner: 'csc' })).toEqual([
      'INVALID name',
      'INVALID partner',
    ]);
    const texts = { name: '1 85 12 75 108 123 45', place: 'a\nb' };
    expect(await refusalsOf(town.client, 'openForum', validInput.openForum(texts))).toEqual([
      'INVALID name',
      'INVALID place',
    ]);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
  });
});

describe('a count without names', () => {
  it('is recorded by members who work with persons, added to the headcount and seen by every member', async () => {
    const forum = await town.forum();
    const { client: relais, partner } = await hub.town.caseworker();
    const selection =
      'people firstTimePeople partner { id } beneficiary { id } exhibitor { id } referral { id }';
    const before = await rowCounts(hub);
    expect(await runCommand(csc, 'recordHeadcount', validInput.recordHeadcount(forum), selection)).toEqual({
      people: 12,
      firstTimePeople: 5,
      partner: { id: cscPartner.id },
      beneficiary: null,
      exhibitor: null,
      referral: null,
    });
    await runCommand(
      relais,
      'recordHeadcount',
      validInput.recordHeadcount(forum, { people: 30, firstTimePeople: 0 }),
    );
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({
      attendance: 2,
      event: 2,
      idempotency_key: 2,
    });
    const [{ partners }] = (await hub.owner(
      `select array_agg(partner_id::text order by id) as partners from event where topic = 'ATTENDANCE'`,
    )) as [{ partners: string[] }];
    expect(partners.slice(-2)).toEqual([cscPartner.key, partner.key]);
    for (const role of ['COORDINATOR', ...roles]) {
      const { client } = await hub.town.signedInMember(town.partner, role);
      const { node } = await client.data(
        'query ($id: ID!) { node(id: $id) { ... on Forum { headcount attendances { totalCount nodes { people } } } } }',
        { id: forum },
      );
      expect([role, node]).toEqual([
        role,
        { headcount: 42, attendances: { totalCount: 2, nodes: [{ people: 30 }, { people: 12 }] } },
      ]);
    }
    const { client: coordinator } = await hub.town.signedInMember(town.partner, 'COORDINATOR');
    await runCommand(coordinator, 'recordHeadcount', validInput.recordHeadcount(forum));
    const elsewhere = await hub.town.signedInMember(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
    const theirs = validInput.recordHeadcount(forum);
    expect(await refusalsOf(elsewhere.client, 'recordHeadcount', theirs)).toEqual(['NOT_FOUND forum']);
    for (const role of ['CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER', 'DATA_PROTECTION_OFFICER']) {
      const { client } = await hub.town.signedInMember(town.partner, role);
      expect(await refusalsOf(client, 'recordHeadcount', validInput.recordHeadcount(forum))).toEqual([
        'NOT_FOUND forum',
      ]);
    }
  });

  it.each([
    [{ people: 0, firstTimePeople: 0 }, 'INVALID people'],
    [{ people: -1 }, 'INVALID people'],
    [{ people: 10_001 }, 'INVALID people'],
    [{ people: 2_147_483_647 }, 'INVALID people'],
    [{ firstTimePeople: -1 }, 'INVALID firstTimePeople'],
    [{ people: 4, firstTimePeople: 5 }, 'INVALID firstTimePeople'],
    [{ forum: 'forum_00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND forum'],
    [{ forum: 'the one in spring' }, 'INVALID forum'],
  ])('with %j is refused with %s and writes no rows', async (changes, reason) => {
    const input = validInput.recordHeadcount(await town.forum(), changes);
    const before = await rowCounts(hub);
    expect(await refusalsOf(csc, 'recordHeadcount', input)).toEqual([reason]);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
  });

  it('is refused before the forum’s day', async () => {
    const input = validInput.recordHeadcount(await town.forum({ heldOn: daysAhead(2) }));
    expect(await refusalsOf(csc, 'recordHeadcount', input)).toEqual(['INVALID forum']);
  });
});

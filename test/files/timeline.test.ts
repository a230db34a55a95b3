import { beforeAll, describe, expect, it } from '@jest/globals';
import { type BulkFixture, bulkFixture } from '../kit/bulk-fixture/index.js';
import type { Client, Data } from '../kit/client.js';
import { runCommand } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { addStep } from '../kit/town.js';
import { agreed, filedPerson } from './file.js';
import { timeline } from './timeline-query.js';

/** An entry as a list shows it: its kind, the id of its object, and its time. */
interface Entry {
  readonly kind: string;
  readonly item: string;
  readonly time: string;
}

const singleLists = `query ($id: ID!) { beneficiary(id: $id) {
  appointments(first: 100) { nodes { id at } } attendances(first: 100) { nodes { id recordedAt } }
  barriers(first: 100) { nodes { id createdAt resolvedAt } } clauseContracts(first: 100) { nodes { id startsOn } }
  notes(first: 100) { nodes { id createdAt } } objectives(first: 100) { nodes { id createdAt closedAt } }
  pathways(first: 100) { nodes { id startedOn closedOn
    outcomes(first: 100) { nodes { id occurredOn } } steps(first: 100) { nodes { id occurredOn } } } }
  referrals(first: 100) { nodes { id sentAt answeredAt } }
  sharingHistory(first: 100) { nodes { id since endedAt } } } }`;

/** The entries of the single lists of a person; undefined when the viewer does not see the person. */
async function entriesOfLists(client: Client, id: string): Promise<Entry[] | undefined> {
  const { beneficiary: person } = await client.data(singleLists, { id });
  if (!person) return undefined;
  const of = (kind: string, list: { nodes: Data[] }, by: string) =>
    list.nodes.flatMap((node) => (node[by] ? [{ kind, item: node.id, time: node[by] }] : []));
  const ofPathways = (kind: string, list: string, by: string) =>
    person.pathways.nodes.flatMap((pathway: Data) => of(kind, pathway[list], by));
  return [
    ...of('APPOINTMENT', person.appointments, 'at'),
    ...of('ATTENDANCE', person.attendances, 'recordedAt'),
    ...of('BARRIER_FOUND', person.barriers, 'createdAt'),
    ...of('BARRIER_LIFTED', person.barriers, 'resolvedAt'),
    ...of('CLAUSE_CONTRACT', person.clauseContracts, 'startsOn'),
    ...of('NOTE', person.notes, 'createdAt'),
    ...of('OBJECTIVE_CLOSED', person.objectives, 'closedAt'),
    ...of('OBJECTIVE_SET', person.objectives, 'createdAt'),
    ...ofPathways('OUTCOME', 'outcomes', 'occurredOn'),
    ...of('PATHWAY_CLOSED', person.pathways, 'closedOn'),
    ...of('PATHWAY_OPENED', person.pathways, 'startedOn'),
    ...of('REFERRAL_ANSWERED', person.referrals, 'answeredAt'),
    ...of('REFERRAL_SENT', person.referrals, 'sentAt'),
    ...of('SHARING_ENDED', person.sharingHistory, 'endedAt'),
    ...of('SHARING_GRANTED', person.sharingHistory, 'since'),
    ...ofPathways('STEP', 'steps', 'occurredOn'),
  ];
}

const townDay = (moment: string) =>
  new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });

const entryOf = ({ node }: Data): Entry => ({
  kind: node.kind,
  item: node.item.id,
  time: node.dayOnly ? townDay(node.at) : node.at,
});

const sorted = (entries: readonly Entry[]) => entries.map((it) => JSON.stringify(it)).sort();

describe('the timeline of a person', () => {
  const hub = testHub({ HUB_BUDGET: '10000000' });
  let fixture: BulkFixture;
  let persons: string[];

  beforeAll(async () => {
    fixture = await bulkFixture(hub);
    await hub.consumed();
    const rows = await hub.owner<{ id: string }>('select id from beneficiary order by id limit 12');
    persons = [fixture.multiPage.person, ...rows.map(({ id }) => `beneficiary_${id}`)];
  });
  const read = async (client: Client, variables: object) =>
    (await client.data(timeline, { ...variables })).beneficiary?.timeline;

  it('has exactly the entries of the single lists, for each viewer', async () => {
    const kinds = new Set<string>();
    for (const viewer of fixture.viewers) {
      const client = await hub.as(viewer);
      for (const id of persons) {
        const expected = await entriesOfLists(client, id);
        const found: Entry[] = [];
        for (let after: string | null = null; ; ) {
          const page = await read(client, { id, first: 100, after });
          if (!page) break;
          found.push(...page.edges.map(entryOf));
          expect(page.totalCount).toBe(expected?.length);
          if (!page.pageInfo.hasNextPage) break;
          after = page.pageInfo.endCursor;
        }
        expect(sorted(found)).toEqual(sorted(expected ?? []));
        for (const { kind } of found) kinds.add(kind);
      }
    }
    expect(kinds.size).toBe(16);
  });

  it('has the newest entries first, in the same order on pages of any size, from both ends', async () => {
    const { random, seed } = randomFrom('TIMELINE_SEED');
    const client = await hub.as(fixture.viewers[0] as (typeof fixture.viewers)[number]);
    const id = fixture.multiPage.person;
    const walk = async (forward: boolean, size: number) => {
      const edges: Data[] = [];
      for (let cursor: string | null = null; ; ) {
        const page: Data = await read(
          client,
          forward ? { id, first: size, after: cursor } : { id, last: size, before: cursor, first: null },
        );
        edges.splice(forward ? edges.length : 0, 0, ...page.edges);
        const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
        if (!(forward ? hasNextPage : hasPreviousPage)) return edges;
        cursor = forward ? endCursor : startCursor;
      }
    };
    const all = await walk(true, 100);
    expect(all.length).toBeGreaterThan(100);
    const times = all.map(({ node }) => Date.parse(node.at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(new Set(all.map(({ node }) => node.id)).size).toBe(all.length);
    for (const forward of [true, false]) {
      for (const size of [7, 1 + random.below(40)])
        expect([seed, forward, size, await walk(forward, size)]).toEqual([seed, forward, size, all]);
    }
    const kinds = ['STEP', 'REFERRAL_SENT'];
    const { edges } = await read(client, { id, first: 100, kinds });
    expect(edges).toEqual(all.filter(({ node }) => kinds.includes(node.kind)).slice(0, 100));
    expect(await read(client, { id, kinds: [] })).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('is recorded in the audit like other reads of the file', async () => {
    const { client, member } = await hub.town.caseworker();
    const file = await filedPerson(client);
    const audited = () =>
      hub.owner<{ member: string }>(
        "select member_id as member from audit_trail where operation = 'beneficiary' order by at",
      );
    const before = await audited();
    await read(client, { id: file.person });
    expect((await audited()).slice(before.length)).toEqual([{ member: member.key }]);
  });
});

describe('an entry of a timeline', () => {
  const hub = testHub();
  const entries = async (client: Client, id: string): Promise<[string, string, string | undefined][]> => {
    const { beneficiary } = await client.data(timeline, { id, first: 100 });
    return beneficiary?.timeline.edges.map(({ node }: Data) => [node.kind, node.item.id, node.partner?.id]);
  };

  it('is written by the partner of its object, and shows what the scope shows until the withdrawal', async () => {
    const referent = await hub.town.caseworker();
    const other = await hub.town.caseworker();
    const file = await filedPerson(referent.client);
    const sharing = await agreed(referent, file.person, other.partner, 'PATHWAY');
    const step = await addStep(other.client, file.pathway);
    const seen = (await entries(other.client, file.person)) ?? [];
    expect(seen).toEqual(
      expect.arrayContaining([
        ['STEP', step, other.partner.id],
        ['PATHWAY_OPENED', file.pathway, referent.partner.id],
        ['SHARING_GRANTED', sharing, referent.partner.id],
      ]),
    );
    expect(seen.map(([kind]) => kind)).not.toContain('NOTE');
    await runCommand(referent.client, 'withdrawSharing', { sharing });
    expect(await entries(other.client, file.person)).toBeUndefined();
    expect(await entries(referent.client, file.person)).toContainEqual(['SHARING_ENDED', sharing, undefined]);
  });

  it('says when a barrier was lifted and an objective closed, until the barrier comes back', async () => {
    const { client, partner } = await hub.town.caseworker();
    const { person, barrier, objective } = await filedPerson(client);
    const lifted = ['BARRIER_LIFTED', barrier, partner.id];
    await runCommand(client, 'changeBarrier', { barrier, expectedVersion: 1, status: 'RESOLVED' });
    await runCommand(client, 'closeObjective', { objective, status: 'REACHED' });
    const closed = ['OBJECTIVE_CLOSED', objective, partner.id];
    expect(await entries(client, person)).toEqual(expect.arrayContaining([lifted, closed]));
    const resolvedAt = () =>
      client.data('query ($id: ID!) { node(id: $id) { ... on Barrier { resolvedAt } } }', { id: barrier });
    const first = await resolvedAt();
    await runCommand(client, 'changeBarrier', { barrier, expectedVersion: 2, note: 'She has a licence' });
    expect(await resolvedAt()).toEqual(first);
    await runCommand(client, 'changeBarrier', { barrier, expectedVersion: 3, status: 'OPEN' });
    expect(await entries(client, person)).not.toContainEqual(lifted);
  });

  it('has a cursor of its own: another text is refused', async () => {
    const { client } = await hub.town.caseworker();
    const { person } = await filedPerson(client);
    const refused = await client.send(timeline, { id: person, after: 'bm90aGluZw' });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

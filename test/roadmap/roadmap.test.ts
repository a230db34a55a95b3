import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import type { SeededPartner } from '../kit/town.js';

const hub = testHub();
let coordinator: Client;
let reader: Client;
let owner: SeededPartner;

beforeAll(async () => {
  ({ client: coordinator } = await hub.town.signedInMember(
    await hub.town.partner(undefined, 'TOWN'),
    'COORDINATOR',
  ));
  ({ client: reader, partner: owner } = await hub.town.caseworker());
});

const shown = 'title description owner { id } dueOn state indicator target version createdAt updatedAt';
const add = async (changes: object = {}, of = owner): Promise<string> =>
  (await runCommand(coordinator, 'addRoadmapItem', validInput.addRoadmapItem(of, { ...changes }))).id;
const read = async (id: string) =>
  (await reader.data(`query ($id: ID!) { node(id: $id) { ... on RoadmapItem { ${shown} } } }`, { id })).node;

describe('an item of the roadmap', () => {
  it('is PLANNED when it is added, and seen by every member', async () => {
    const before = await rowCounts(hub);
    const input = validInput.addRoadmapItem(owner, {
      title: ' More young people ',
      dueOn: '2027-06-30',
      indicator: 'YOUNG_PEOPLE',
      target: 800.5,
    });
    const { id } = await runCommand(coordinator, 'addRoadmapItem', input);
    expect(await runCommand(coordinator, 'addRoadmapItem', input)).toEqual({ id });
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({ roadmap_item: 1, idempotency_key: 1 });
    const item = await read(id);
    expect(item).toEqual({
      title: 'More young people',
      description: 'Once a week, in the library.',
      owner: { id: owner.id },
      dueOn: '2027-06-30',
      state: 'PLANNED',
      indicator: 'YOUNG_PEOPLE',
      target: 800.5,
      version: 1,
      createdAt: item.updatedAt,
      updatedAt: expect.stringMatching(/^\d{4}-/),
    });
  });

  it('is refused with an invalid text, an unknown owner, or a target that is negative or has no indicator', async () => {
    const cases: [object, string][] = [
      [{ title: ' ' }, 'INVALID title'],
      [{ title: 'two\nlines' }, 'INVALID title'],
      [{ description: 'x'.repeat(4001) }, 'INVALID description'],
      [{ owner: 'partner_00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND owner'],
      [{ target: 5 }, 'INVALID target'],
      [{ indicator: 'CLAUSE_HOURS', target: -1 }, 'INVALID target'],
    ];
    for (const [changes, reason] of cases) {
      const input = validInput.addRoadmapItem(owner, { ...changes });
      expect([changes, await refusalsOf(coordinator, 'addRoadmapItem', input)]).toEqual([changes, [reason]]);
    }
    await add({ indicator: 'CLAUSE_HOURS', target: 0 });
  });

  it('changes only the fields in the input when it is edited', async () => {
    const item = await add({ indicator: 'CLAUSE_HOURS', target: 100 });
    const first = await read(item);
    const edit = (expectedVersion: number, changes: object) =>
      runCommand(coordinator, 'editRoadmapItem', { item, expectedVersion, ...changes }, shown);
    const second = await edit(1, { title: 'Another title', dueOn: '2028-01-01' });
    expect(second).toEqual({
      ...first,
      title: 'Another title',
      dueOn: '2028-01-01',
      version: 2,
      updatedAt: second.updatedAt,
    });
    expect(Date.parse(second.updatedAt)).toBeGreaterThan(Date.parse(first.updatedAt));
    const other = await hub.town.partner();
    expect(await edit(2, { owner: other.id, target: null })).toMatchObject({
      owner: { id: other.id },
      indicator: 'CLAUSE_HOURS',
      target: null,
    });
    expect(await edit(3, { target: 7 })).toMatchObject({ target: 7 });
    expect(await edit(4, { indicator: null })).toMatchObject({ indicator: null, target: null, version: 5 });
    const wrong = { item, expectedVersion: 5, target: 7 };
    expect(await refusalsOf(coordinator, 'editRoadmapItem', wrong)).toEqual(['INVALID target']);
  });

  it('moves from any state to any other', async () => {
    const item = await add();
    for (const [index, state] of ['UNDER_WAY', 'DONE', 'DROPPED', 'PLANNED'].entries()) {
      const input = { item, state, expectedVersion: index + 1 };
      expect(await runCommand(coordinator, 'moveRoadmapItem', input, 'state version')).toEqual({
        state,
        version: index + 2,
      });
    }
  });

  it('is changed by one of ten concurrent commands with the same version', async () => {
    const item = await add();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        index % 2 === 0
          ? coordinator.run('moveRoadmapItem', { item, expectedVersion: 1, state: 'DONE' }, 'item { id }')
          : coordinator.run('editRoadmapItem', { item, expectedVersion: 1, title: 'Changed' }, 'item { id }'),
      ),
    );
    expect(answers.filter((it) => it.item)).toHaveLength(1);
    const reasons = answers.flatMap((it) => it.userErrors).map((it) => `${it.code} ${it.path.join('.')}`);
    expect(new Set(reasons)).toEqual(new Set(['STALE_VERSION input.expectedVersion']));
    expect((await read(item)).version).toBe(2);
  });
});

describe('the roadmap', () => {
  it('lists items by due day, page by page, with filters for state, owner and due day', async () => {
    const one = await hub.town.partner();
    const other = await hub.town.partner();
    const later = await add({ dueOn: '2099-02-01' }, one);
    const [same, alike] = [await add({ dueOn: '2099-01-01' }, one), await add({ dueOn: '2099-01-01' }, one)];
    const others = await add({ dueOn: '2098-12-31' }, other);
    await runCommand(coordinator, 'moveRoadmapItem', { item: later, expectedVersion: 1, state: 'UNDER_WAY' });
    await runCommand(coordinator, 'moveRoadmapItem', { item: same, expectedVersion: 1, state: 'DONE' });

    const list = async (filter: object, page: object = {}) =>
      (
        await reader.data(
          `query ($filter: RoadmapFilter, $first: Int, $after: String) {
            roadmap(filter: $filter, first: $first, after: $after) {
              totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { filter, first: 20, ...page },
        )
      ).roadmap;
    const ids = async (filter: object) => (await list(filter)).nodes.map((it: { id: string }) => it.id);
    expect(await ids({ owner: one.id })).toEqual([same, alike, later]);
    expect(await ids({ owner: one.id, state: ['UNDER_WAY', 'DONE'] })).toEqual([same, later]);
    expect(await ids({ owner: one.id, dueBefore: '2099-02-01' })).toEqual([same, alike]);
    expect(await ids({ owner: one.id, state: 'PLANNED', dueBefore: '2099-01-01' })).toEqual([]);
    expect(await ids({ owner: other.id })).toEqual([others]);
    expect(await ids({ owner: same })).toEqual([]);
    expect((await ids({})).filter((it: string) => [same, alike, later, others].includes(it))).toEqual([
      others,
      same,
      alike,
      later,
    ]);
    const first = await list({ owner: one.id }, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, nodes: [{ id: same }, { id: alike }] });
    const rest = await list({ owner: one.id }, { first: 2, after: first.pageInfo.endCursor });
    expect(rest).toMatchObject({ nodes: [{ id: later }], pageInfo: { hasNextPage: false } });
  });
});

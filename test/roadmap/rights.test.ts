import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Role } from '../../src/access/role.js';
import type { DatabaseRole } from '../../src/database/database-role.js';
import type { Client } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import type { SeededMember, SeededPartner } from '../kit/town.js';

const hub = testHub();
let coordinator: { client: Client; member: SeededMember };
let owner: SeededPartner;
let other: SeededPartner;

beforeAll(async () => {
  coordinator = await hub.town.signedInMember(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
  owner = await hub.town.partner();
  other = await hub.town.partner();
});

const add = async (): Promise<string> =>
  (await runCommand(coordinator.client, 'addRoadmapItem', validInput.addRoadmapItem(owner))).id;

describe('the roadmap', () => {
  it.each(Object.keys(Role))(
    'is read by a %s and written only by coordinators; the owner’s administrator changes the state',
    async (role) => {
      for (const partner of [owner, other]) {
        const item = await add();
        const { client } = await hub.town.signedInMember(partner, role);
        const answer = await client.data(
          'query ($id: ID!) { node(id: $id) { id } roadmap { nodes { id } } }',
          {
            id: item,
          },
        );
        expect(answer.node).toEqual({ id: item });
        expect(answer.roadmap.nodes).toContainEqual({ id: item });

        const edit = { item, expectedVersion: 1, title: 'Mine' };
        if (role === 'COORDINATOR') {
          await runCommand(client, 'addRoadmapItem', validInput.addRoadmapItem(owner));
          await runCommand(client, 'editRoadmapItem', edit);
          await runCommand(client, 'moveRoadmapItem', { item, expectedVersion: 2, state: 'DONE' });
          continue;
        }
        expect(await refusalsOf(client, 'addRoadmapItem', validInput.addRoadmapItem(owner))).toEqual([
          'NOT_FOUND',
        ]);
        expect(await refusalsOf(client, 'editRoadmapItem', edit)).toEqual(['NOT_FOUND item']);
        const move = { item, expectedVersion: 1, state: 'UNDER_WAY' };
        if (role === 'PARTNER_ADMINISTRATOR' && partner === owner)
          await runCommand(client, 'moveRoadmapItem', move);
        else expect(await refusalsOf(client, 'moveRoadmapItem', move)).toEqual(['NOT_FOUND item']);
      }
    },
  );

  it('gives the same error for an item that does not exist and one that the viewer may not change', async () => {
    const { client } = await hub.town.signedInMember(owner);
    const nowhere = { item: `roadmapItem_${v7()}`, expectedVersion: 1 };
    expect(await refusalsOf(client, 'editRoadmapItem', { ...nowhere, title: 'Mine' })).toEqual([
      'NOT_FOUND item',
    ]);
    for (const it of [client, coordinator.client])
      expect(await refusalsOf(it, 'moveRoadmapItem', { ...nowhere, state: 'DONE' })).toEqual([
        'NOT_FOUND item',
      ]);
  });
});

/* Row policies: what any SQL statement can do as `hub_partner`, without the checks of the code. */
describe('by row policy, the roadmap', () => {
  let login: LoginConnection;
  const as = ({ key, partner }: SeededMember, role: string): DatabaseRole => ({
    role: 'hub_partner',
    variables: { 'app.member_id': key, 'app.partner_id': partner.key, 'app.role': role },
  });
  const denied = { code: '42501' };

  beforeAll(async () => {
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  it('accepts new items only from coordinators in their own name', async () => {
    const insert = (databaseRole: DatabaseRole, by: SeededMember) =>
      login.try(
        databaseRole,
        `insert into roadmap_item (id, title, description, owner_id, due_on, state, created_by_id, created_at, updated_at)
         values ($1, 'T', 'D', $2, '2027-01-01', 'PLANNED', $3, now(), now())`,
        [v7(), owner.key, by.key],
      );
    const { member } = coordinator;
    const stranger = await hub.town.member(owner);
    expect(await insert(as(member, 'COORDINATOR'), member)).toMatchObject({ count: 1 });
    expect(await insert(as(member, 'COORDINATOR'), stranger)).toMatchObject(denied);
    for (const role of [...Object.keys(Role).filter((it) => it !== 'COORDINATOR'), 'coordinator', ''])
      expect([role, await insert(as(member, role), member)]).toMatchObject([role, denied]);
    expect(await insert({ role: 'hub_partner', variables: {} }, member)).toMatchObject(denied);
  });

  it('is changed only by coordinators and the owner’s administrators, who cannot change the owner', async () => {
    const item = (await add()).replace('roadmapItem_', '');
    const update = (databaseRole: DatabaseRole, set: string) =>
      login.try(databaseRole, `update roadmap_item set ${set} where id = $1`, [item]);
    const mine = await hub.town.member(owner);
    const theirs = await hub.town.member(other);
    const done = `state = 'DONE'`;
    expect(await update(as(coordinator.member, 'COORDINATOR'), done)).toMatchObject({ count: 1 });
    expect(await update(as(mine, 'PARTNER_ADMINISTRATOR'), done)).toMatchObject({ count: 1 });
    expect(await update(as(theirs, 'PARTNER_ADMINISTRATOR'), done)).toMatchObject({ count: 0 });
    for (const role of ['CASEWORKER', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER', ''])
      expect([role, await update(as(mine, role), done)]).toMatchObject([role, { count: 0 }]);
    const away = `owner_id = '${other.key}'`;
    expect(await update(as(mine, 'PARTNER_ADMINISTRATOR'), away)).toMatchObject(denied);
    expect(await update(as(mine, 'COORDINATOR'), `created_by_id = '${mine.key}'`)).toMatchObject(denied);
    expect(await login.try(as(mine, 'COORDINATOR'), 'delete from roadmap_item')).toMatchObject(denied);
  });
});

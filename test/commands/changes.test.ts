import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import {
  type CommandName,
  commandNames,
  done,
  growth,
  objectOf,
  rightInput,
  rowCounts,
} from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { call } from '../kit/referral-actions.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';

const hub = testHub({ HUB_WEBHOOK_ALLOW: '127.0.0.1' });
let client: Client;
let administrator: Client;
let coordinator: Client;
let to: { partner: SeededPartner; client: Client };
let person: string;
let service: string;

beforeAll(async () => {
  const town = await hub.town.partner(undefined, 'TOWN');
  ({ client } = await hub.town.signedIn(town, 'CASEWORKER'));
  ({ client: administrator } = await hub.town.signedIn(town, 'PARTNER_ADMINISTRATOR'));
  ({ client: coordinator } = await hub.town.signedIn(town, 'COORDINATOR'));
  to = await hub.town.caseworker();
  const { client: theirs } = await hub.town.signedIn(to.partner, 'PARTNER_ADMINISTRATOR');
  service = (await done(theirs, 'addService', rightInput.addService({ contact: '01 02 03 04 05' }))).id;
  person = await registerPerson(client);
});

const changes = async (by: Client, command: CommandName, input: Data, shown: string) => {
  const before = await rowCounts(hub);
  const answer = await by.run(command, input, `${objectOf(command)} { ${shown} }`);
  expect(answer.userErrors).toEqual([]);
  return { shows: answer[objectOf(command)], grown: growth(before, await rowCounts(hub)) };
};

describe('a command without a change keeps the version and emits no event: a change', () => {
  it('of a draft', async () => {
    const said = { service, priority: 'URGENT', scope: 'FOLLOW_UP', purpose: 'A place at the bakery' };
    const { id } = await done(client, 'draftReferral', rightInput.draftReferral(person, to.partner, said));
    for (const same of [
      {},
      said,
      { to: to.partner.id },
      { purpose: ' A place at the bakery ' },
      { purpose: null },
    ]) {
      const { shows, grown } = await changes(
        client,
        'changeReferralDraft',
        { referral: id, expectedVersion: 1, ...same },
        'version service { id }',
      );
      expect([same, shows, grown]).toEqual([same, { version: 1, service: { id: service } }, {}]);
    }
  });

  it('of a barrier', async () => {
    const input = rightInput.recordBarrier(person, { theme: 'MOBILITE', note: 'Looks for a room' });
    const { id } = await done(client, 'recordBarrier', input);
    for (const same of [{}, { note: 'Looks for a room ' }, { status: 'OPEN' }, { status: null }]) {
      const change = { barrier: id, expectedVersion: 1, ...same };
      const { shows, grown } = await changes(client, 'changeBarrier', change, 'version note');
      expect([same, shows, grown]).toEqual([same, { version: 1, note: 'Looks for a room' }, {}]);
    }
    const emptied = { barrier: id, expectedVersion: 1, note: null };
    const { shows } = await changes(client, 'changeBarrier', emptied, 'version note');
    expect(shows).toEqual({ version: 2, note: null });
  });

  it('of a roadmap item', async () => {
    const owner = to.partner.id;
    const input = rightInput.addRoadmapItem(to.partner, { indicator: 'REFERRALS_SENT', target: 12 });
    const { id, title } = await done(coordinator, 'addRoadmapItem', input, 'id title');
    for (const same of [{}, { title }, { owner }, { target: 12 }, { title: null }]) {
      const change = { item: id, expectedVersion: 1, ...same };
      const { shows, grown } = await changes(coordinator, 'editRoadmapItem', change, 'version target');
      expect([same, shows, grown]).toEqual([same, { version: 1, target: 12 }, {}]);
    }
    const { shows } = await changes(
      coordinator,
      'moveRoadmapItem',
      { item: id, expectedVersion: 1, state: 'PLANNED' },
      'version',
    );
    expect(shows).toEqual({ version: 1 });
    const emptied = { item: id, expectedVersion: 1, indicator: null };
    expect(
      (await changes(coordinator, 'editRoadmapItem', emptied, 'version indicator target')).shows,
    ).toEqual({
      version: 2,
      indicator: null,
      target: null,
    });
  });

  it('of a note and a webhook', async () => {
    const { id } = await done(
      client,
      'writeNote',
      rightInput.writeNote(person, { text: 'Called', visibility: 'PARTNER' }),
    );
    const note = await changes(client, 'rewordNote', { note: id, text: ' Called ' }, 'rewordedAt');
    expect(note).toEqual({ shows: { rewordedAt: null }, grown: {} });
    const input = rightInput.addWebhook({ address: 'http://127.0.0.1:1/hub', topics: ['LINK'] });
    const webhook = (await done(administrator, 'addWebhook', input)).id;
    const same = { webhook, address: 'http://127.0.0.1:1/hub', topics: ['LINK'] };
    expect((await changes(administrator, 'changeWebhook', same, 'id')).grown).toEqual({});
  });
});

describe('each other command that changes stored objects', () => {
  /** Each command that is not tested above, with its input; it is run twice with the same input. */
  const others: Readonly<Record<string, () => Promise<readonly [Client, Data]>>> = {
    renamePartner: async () => [coordinator, { partner: to.partner.id, name: 'Relais' }],
    setMemberRole: async () => {
      const { id } = await done(administrator, 'inviteMember', rightInput.inviteMember());
      return [administrator, { member: id, role: 'DATA_PROTECTION_OFFICER' }];
    },
    assignReferral: async () => {
      const referral = await done(client, 'sendReferral', rightInput.sendReferral(person, to.partner));
      return [to.client, { referral: referral.id, member: await receiver() }];
    },
    chooseMail: async () => [client, { timing: 'DAILY', language: 'EN' }],
    shareAnalysis: async () => {
      const { client: member } = await hub.town.signedIn(to.partner, 'COMMITTEE_MEMBER');
      const { id } = await done(member, 'saveAnalysis', rightInput.saveAnalysis({ shared: false }));
      return [member, { savedAnalysis: id, shared: true }];
    },
  };
  const receiver = async () => (await to.client.data('{ viewer { member { id } } }')).viewer.member.id;
  const above = ['changeReferralDraft', 'changeBarrier', 'changeService', 'changeWebhook', 'rewordNote'];
  const roadmap = ['editRoadmapItem', 'moveRoadmapItem'];

  it('is tested here', () => {
    const changing = /^(?:change|edit|move|reword|rename|assign|choose|share|set[A-Z]\w*(?:Role|Name))/;
    const commands = commandNames.filter((command) => changing.test(command));
    expect(commands.sort()).toEqual([...above, ...roadmap, ...Object.keys(others)].sort());
  });

  it.each(Object.entries(others))(
    'writes nothing and emits no event when repeated: %s',
    async (command, setUp) => {
      const [by, input] = await setUp();
      const said = await changes(by, command as CommandName, input, '__typename');
      const again = await changes(by, command as CommandName, input, '__typename');
      expect(again).toEqual({ shows: said.shows, grown: {} });
    },
  );

  it('keeps the assignee when the field is left out, and removes it when the field is null', async () => {
    const referral = await done(client, 'sendReferral', rightInput.sendReferral(person, to.partner));
    const member = await receiver();
    const assign = async (input: Data) => {
      const shown = await changes(
        to.client,
        'assignReferral',
        { referral: referral.id, ...input },
        'assignee { id }',
      );
      return [shown.shows.assignee?.id ?? null, shown.grown['event'] ?? 0];
    };
    expect(await assign({ member: null })).toEqual([null, 0]);
    expect(await assign({ member })).toEqual([member, 1]);
    expect(await assign({})).toEqual([member, 0]);
    expect(await assign({ member: null })).toEqual([null, 1]);
  });
});

describe('a null field differs from a field that is left out', () => {
  it('a draft’s service is removed by null, and kept when the field is left out', async () => {
    const { id } = await done(
      client,
      'draftReferral',
      rightInput.draftReferral(person, to.partner, { service }),
    );
    const stays = await changes(
      client,
      'changeReferralDraft',
      { referral: id, expectedVersion: 1, ...{ priority: 'URGENT' } },
      'version service { id }',
    );
    expect(stays.shows).toEqual({ version: 2, service: { id: service } });
    const removed = await changes(
      client,
      'changeReferralDraft',
      { referral: id, expectedVersion: 2, ...{ service: null } },
      'version service { id }',
    );
    expect(removed.shows).toEqual({ version: 3, service: null });
  });

  it('a service’s contact and capacity are cleared by null', async () => {
    const input = rightInput.addService({ contact: '01 02 03 04 05', capacity: 3 });
    const { id } = await done(administrator, 'addService', input);
    const shown = 'name contact capacity';
    const stays = await changes(administrator, 'changeService', { service: id, name: 'Other' }, shown);
    expect(stays.shows).toEqual({ name: 'Other', contact: '01 02 03 04 05', capacity: 3 });
    const emptied = { service: id, name: null, contact: null, capacity: null };
    const { shows } = await changes(administrator, 'changeService', emptied, shown);
    expect(shows).toEqual({ name: 'Other', contact: '', capacity: null });
  });

  it('a person is referred again to the partner as a whole when the service is closed', async () => {
    const receiver = await hub.town.caseworker();
    const { client: theirs } = await hub.town.signedIn(receiver.partner, 'PARTNER_ADMINISTRATOR');
    const add = () => done(theirs, 'addService', rightInput.addService({ contact: '01 02 03 04 05' }));
    const [closing] = [await add(), await add()];
    const someone = await registerPerson(client);
    const input = rightInput.sendReferral(someone, receiver.partner, { service: closing.id });
    const { id } = await done(client, 'sendReferral', input);
    await done(client, ...call('CANCEL', id, 1));
    await done(theirs, 'closeService', { service: closing.id });
    const again = (changes: Data) =>
      client.run('referAgain', rightInput.referAgain(id, 2, changes), 'referral { service { id } }');
    expect((await again({})).userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'service'] }]);
    expect(await again({ service: null })).toEqual({ referral: { service: null }, userErrors: [] });
  });
});

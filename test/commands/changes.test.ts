import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import {
  type CommandName,
  commandNames,
  payloadField,
  rowCountChanges,
  rowCounts,
  runCommand,
  validInput,
} from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { actionCommand } from '../kit/referral-actions.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';

const hub = testHub({ HUB_WEBHOOK_ALLOW: '127.0.0.1' });
let client: Client;
let administrator: Client;
let coordinator: Client;
let receiver: { partner: SeededPartner; client: Client };
let person: string;
let service: string;

beforeAll(async () => {
  const town = await hub.town.partner(undefined, 'TOWN');
  ({ client } = await hub.town.signedInMember(town, 'CASEWORKER'));
  ({ client: administrator } = await hub.town.signedInMember(town, 'PARTNER_ADMINISTRATOR'));
  ({ client: coordinator } = await hub.town.signedInMember(town, 'COORDINATOR'));
  receiver = await hub.town.caseworker();
  const { client: receiverAdministrator } = await hub.town.signedInMember(
    receiver.partner,
    'PARTNER_ADMINISTRATOR',
  );
  service = (
    await runCommand(
      receiverAdministrator,
      'addService',
      validInput.addService({ contact: '01 02 03 04 05' }),
    )
  ).id;
  person = await registerPerson(client);
});

/** Runs a command that must succeed; returns the selected fields of its object and the numbers of new rows. */
const runAndCount = async (by: Client, command: CommandName, input: Data, selection: string) => {
  const before = await rowCounts(hub);
  const answer = await by.run(command, input, `${payloadField(command)} { ${selection} }`);
  expect(answer.userErrors).toEqual([]);
  return { object: answer[payloadField(command)], newRows: rowCountChanges(before, await rowCounts(hub)) };
};

describe('a change that repeats the stored values keeps the version and emits no event', () => {
  it('for a draft', async () => {
    const fields = { service, priority: 'URGENT', scope: 'FOLLOW_UP', purpose: 'A place at the bakery' };
    const { id } = await runCommand(
      client,
      'draftReferral',
      validInput.draftReferral(person, receiver.partner, fields),
    );
    for (const same of [
      {},
      fields,
      { to: receiver.partner.id },
      { purpose: ' A place at the bakery ' },
      { purpose: null },
    ]) {
      const { object, newRows } = await runAndCount(
        client,
        'changeReferralDraft',
        { referral: id, expectedVersion: 1, ...same },
        'version service { id }',
      );
      expect([same, object, newRows]).toEqual([same, { version: 1, service: { id: service } }, {}]);
    }
  });

  it('for a barrier', async () => {
    const input = validInput.recordBarrier(person, { theme: 'MOBILITE', note: 'Looks for a room' });
    const { id } = await runCommand(client, 'recordBarrier', input);
    for (const same of [{}, { note: 'Looks for a room ' }, { status: 'OPEN' }, { status: null }]) {
      const change = { barrier: id, expectedVersion: 1, ...same };
      const { object, newRows } = await runAndCount(client, 'changeBarrier', change, 'version note');
      expect([same, object, newRows]).toEqual([same, { version: 1, note: 'Looks for a room' }, {}]);
    }
    const cleared = { barrier: id, expectedVersion: 1, note: null };
    const { object } = await runAndCount(client, 'changeBarrier', cleared, 'version note');
    expect(object).toEqual({ version: 2, note: null });
  });

  it('for a roadmap item', async () => {
    const owner = receiver.partner.id;
    const input = validInput.addRoadmapItem(receiver.partner, { indicator: 'REFERRALS_SENT', target: 12 });
    const { id, title } = await runCommand(coordinator, 'addRoadmapItem', input, 'id title');
    for (const same of [{}, { title }, { owner }, { target: 12 }, { title: null }]) {
      const change = { item: id, expectedVersion: 1, ...same };
      const { object, newRows } = await runAndCount(coordinator, 'editRoadmapItem', change, 'version target');
      expect([same, object, newRows]).toEqual([same, { version: 1, target: 12 }, {}]);
    }
    const { object } = await runAndCount(
      coordinator,
      'moveRoadmapItem',
      { item: id, expectedVersion: 1, state: 'PLANNED' },
      'version',
    );
    expect(object).toEqual({ version: 1 });
    const cleared = { item: id, expectedVersion: 1, indicator: null };
    expect(
      (await runAndCount(coordinator, 'editRoadmapItem', cleared, 'version indicator target')).object,
    ).toEqual({
      version: 2,
      indicator: null,
      target: null,
    });
  });

  it('for a note and a webhook', async () => {
    const { id } = await runCommand(
      client,
      'writeNote',
      validInput.writeNote(person, { text: 'Called', visibility: 'PARTNER' }),
    );
    const note = await runAndCount(client, 'rewordNote', { note: id, text: ' Called ' }, 'rewordedAt');
    expect(note).toEqual({ object: { rewordedAt: null }, newRows: {} });
    const input = validInput.addWebhook({ address: 'http://127.0.0.1:1/hub', topics: ['LINK'] });
    const webhook = (await runCommand(administrator, 'addWebhook', input)).id;
    const same = { webhook, address: 'http://127.0.0.1:1/hub', topics: ['LINK'] };
    expect((await runAndCount(administrator, 'changeWebhook', same, 'id')).newRows).toEqual({});
  });
});

describe('each other command that changes stored objects', () => {
  /** Each command that is not tested above, with its input; it is run twice with the same input. */
  const others: Readonly<Record<string, () => Promise<readonly [Client, Data]>>> = {
    renamePartner: async () => [coordinator, { partner: receiver.partner.id, name: 'Relais' }],
    setMemberRole: async () => {
      const { id } = await runCommand(administrator, 'inviteMember', validInput.inviteMember());
      return [administrator, { member: id, role: 'DATA_PROTECTION_OFFICER' }];
    },
    assignReferral: async () => {
      const referral = await runCommand(
        client,
        'sendReferral',
        validInput.sendReferral(person, receiver.partner),
      );
      return [receiver.client, { referral: referral.id, member: await receiverMember() }];
    },
    chooseMail: async () => [client, { timing: 'DAILY', language: 'EN' }],
    shareAnalysis: async () => {
      const { client: member } = await hub.town.signedInMember(receiver.partner, 'COMMITTEE_MEMBER');
      const { id } = await runCommand(member, 'saveAnalysis', validInput.saveAnalysis({ shared: false }));
      return [member, { savedAnalysis: id, shared: true }];
    },
  };
  const receiverMember = async () =>
    (await receiver.client.data('{ viewer { member { id } } }')).viewer.member.id;
  const testedAbove = [
    'changeReferralDraft',
    'changeBarrier',
    'changeService',
    'changeWebhook',
    'rewordNote',
  ];
  const roadmapCommands = ['editRoadmapItem', 'moveRoadmapItem'];

  it('has a test in this file', () => {
    const changing = /^(?:change|edit|move|reword|rename|assign|chooseMail|share|set[A-Z]\w*(?:Role|Name))/;
    const commands = commandNames.filter((command) => changing.test(command));
    expect(commands.sort()).toEqual([...testedAbove, ...roadmapCommands, ...Object.keys(others)].sort());
  });

  it.each(Object.entries(others))(
    'writes nothing and emits no event when repeated: %s',
    async (command, setUp) => {
      const [by, input] = await setUp();
      const first = await runAndCount(by, command as CommandName, input, '__typename');
      const repeated = await runAndCount(by, command as CommandName, input, '__typename');
      expect(repeated).toEqual({ object: first.object, newRows: {} });
    },
  );

  it('keeps the assignee when the field is left out, and removes it when the field is null', async () => {
    const referral = await runCommand(
      client,
      'sendReferral',
      validInput.sendReferral(person, receiver.partner),
    );
    const member = await receiverMember();
    const assign = async (input: Data) => {
      const result = await runAndCount(
        receiver.client,
        'assignReferral',
        { referral: referral.id, ...input },
        'assignee { id }',
      );
      return [result.object.assignee?.id ?? null, result.newRows['event'] ?? 0];
    };
    expect(await assign({ member: null })).toEqual([null, 0]);
    expect(await assign({ member })).toEqual([member, 1]);
    expect(await assign({})).toEqual([member, 0]);
    expect(await assign({ member: null })).toEqual([null, 1]);
  });
});

describe('a null field differs from a field that is left out', () => {
  it('a draft’s service is removed by null, and kept when the field is left out', async () => {
    const { id } = await runCommand(
      client,
      'draftReferral',
      validInput.draftReferral(person, receiver.partner, { service }),
    );
    const kept = await runAndCount(
      client,
      'changeReferralDraft',
      { referral: id, expectedVersion: 1, priority: 'URGENT' },
      'version service { id }',
    );
    expect(kept.object).toEqual({ version: 2, service: { id: service } });
    const removed = await runAndCount(
      client,
      'changeReferralDraft',
      { referral: id, expectedVersion: 2, service: null },
      'version service { id }',
    );
    expect(removed.object).toEqual({ version: 3, service: null });
  });

  it('a service’s contact and capacity are cleared by null', async () => {
    const input = validInput.addService({ contact: '01 02 03 04 05', capacity: 3 });
    const { id } = await runCommand(administrator, 'addService', input);
    const selection = 'name contact capacity';
    const kept = await runAndCount(administrator, 'changeService', { service: id, name: 'Other' }, selection);
    expect(kept.object).toEqual({ name: 'Other', contact: '01 02 03 04 05', capacity: 3 });
    const cleared = { service: id, name: null, contact: null, capacity: null };
    const { object } = await runAndCount(administrator, 'changeService', cleared, selection);
    expect(object).toEqual({ name: 'Other', contact: '', capacity: null });
  });

  it('a person can be referred again without the service, to the partner as a whole, when the service is closed', async () => {
    const otherReceiver = await hub.town.caseworker();
    const { client: receiverAdministrator } = await hub.town.signedInMember(
      otherReceiver.partner,
      'PARTNER_ADMINISTRATOR',
    );
    const add = () =>
      runCommand(receiverAdministrator, 'addService', validInput.addService({ contact: '01 02 03 04 05' }));
    const [closing] = [await add(), await add()];
    const someone = await registerPerson(client);
    const input = validInput.sendReferral(someone, otherReceiver.partner, { service: closing.id });
    const { id } = await runCommand(client, 'sendReferral', input);
    await runCommand(client, ...actionCommand('CANCEL', id, 1));
    await runCommand(receiverAdministrator, 'closeService', { service: closing.id });
    const referAgain = (changes: Data) =>
      client.run('referAgain', validInput.referAgain(id, 2, changes), 'referral { service { id } }');
    expect((await referAgain({})).userErrors).toMatchObject([
      { code: 'INVALID', path: ['input', 'service'] },
    ]);
    expect(await referAgain({ service: null })).toEqual({ referral: { service: null }, userErrors: [] });
  });
});

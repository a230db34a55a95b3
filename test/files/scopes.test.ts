import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DatabaseRole } from '../../src/database/database-role.js';
import type { Client } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import type { SeededMember } from '../kit/town.js';
import { agreed, counted, filedPerson, keyIn } from './file.js';

const hub = sharedHub();
let csc: Awaited<ReturnType<typeof hub.town.caseworker>>;
let relais: typeof csc;
let file: Awaited<ReturnType<typeof filedPerson>>;

beforeAll(async () => {
  csc = await hub.town.caseworker();
  relais = await hub.town.caseworker();
  file = await filedPerson(csc.client);
});

const nothing = { contacts: 0, criteria: 0, barriers: 0, objectives: 0, appointments: 0, notes: 0 };
const everything = { contacts: 1, criteria: 1, barriers: 1, objectives: 1, appointments: 1, notes: 1 };
const seenIds = async (client: Client) => {
  const { person: _, pathway: __, ...entries } = file;
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }';
  const { nodes } = await client.data(query, { ids: Object.values(entries) });
  return nodes.flatMap((it: { __typename: string } | null) => (it ? [it.__typename] : []));
};

/** Inputs of commands that add an entry, each with the scope that it needs. */
const written = (): [scope: string, command: Parameters<typeof runCommand>[1], input: object][] => [
  ['IDENTITY', 'addContact', validInput.addContact(file.person)],
  ['PATHWAY', 'recordCriterion', validInput.recordCriterion(file.person)],
  ['FOLLOW_UP', 'recordBarrier', validInput.recordBarrier(file.person)],
  ['FOLLOW_UP', 'setObjective', validInput.setObjective(file.pathway)],
  ['FOLLOW_UP', 'planAppointment', validInput.planAppointment(file.person)],
  ['FOLLOW_UP', 'writeNote', validInput.writeNote(file.person)],
];
const others = () =>
  [
    ['endCriterion', { criterion: file.criterion, until: '2024-01-01' }, 'criterion'],
    ['changeBarrier', { barrier: file.barrier, expectedVersion: 1, status: 'RESOLVED' }, 'barrier'],
    ['closeObjective', { objective: file.objective, status: 'REACHED' }, 'objective'],
    ['closeAppointment', { appointment: file.appointment, status: 'HONOURED' }, 'appointment'],
    ['rewordNote', { note: file.note, text: 'x' }, 'note'],
    ['removeNote', { note: file.note }, 'note'],
    ['removeContact', { contact: file.contact }, 'contact'],
  ] as const;

describe('a case file', () => {
  it('is fully visible to the referent, and not visible to a partner without a sharing', async () => {
    expect(await counted(csc.client, file.person)).toEqual(everything);
    expect(await counted(relais.client, file.person)).toBeUndefined();
    expect(await seenIds(relais.client)).toEqual([]);
  });

  it.each([
    ['IDENTITY', { ...nothing, contacts: 1 }, ['Contact']],
    ['PATHWAY', { ...nothing, contacts: 1, criteria: 1 }, ['Contact', 'Criterion']],
    ['FOLLOW_UP', everything, ['Contact', 'Criterion', 'Barrier', 'Objective', 'Appointment', 'Note']],
  ])(
    'with scope %s shows exactly the entries of that scope, until the withdrawal',
    async (scope, expected, ids) => {
      const sharing = await agreed(csc, file.person, relais.partner, scope);
      expect(await counted(relais.client, file.person)).toEqual(expected);
      expect(await seenIds(relais.client)).toEqual(ids);
      await runCommand(csc.client, 'withdrawSharing', { sharing });
      expect(await counted(relais.client, file.person)).toBeUndefined();
      expect(await seenIds(relais.client)).toEqual([]);
    },
  );

  it.each(['IDENTITY', 'PATHWAY', 'FOLLOW_UP'])(
    'scope %s allows adding exactly the entries of that scope, and no change of entries of other partners',
    async (scope) => {
      const own = await filedPerson(csc.client);
      const before = file;
      file = own;
      try {
        await agreed(csc, own.person, relais.partner, scope);
        const ranks = ['IDENTITY', 'PATHWAY', 'FOLLOW_UP'];
        for (const [needed, command, input] of written()) {
          const allowed = ranks.indexOf(scope) >= ranks.indexOf(needed);
          if (allowed) await runCommand(relais.client, command, input as never);
          else
            expect([command, await refusalsOf(relais.client, command, input as never)]).toEqual([
              command,
              [expect.any(String)],
            ]);
        }
        for (const [command, input, field] of others())
          expect([command, await refusalsOf(relais.client, command, input)]).toEqual([
            command,
            [`NOT_FOUND ${field}`],
          ]);
      } finally {
        file = before;
      }
    },
  );

  it.each(['COORDINATOR', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER', 'DATA_PROTECTION_OFFICER'])(
    'is not visible to a %s of the same partner, who cannot change it either',
    async (role) => {
      const { client } = await hub.town.signedInMember(csc.partner, role);
      expect(await counted(client, file.person)).toBeUndefined();
      expect(await seenIds(client)).toEqual([]);
      for (const [command, input, field] of others())
        expect([command, await refusalsOf(client, command, input)]).toEqual([
          command,
          [`NOT_FOUND ${field}`],
        ]);
    },
  );
});

/* What arbitrary SQL could do as `hub_partner` if the checks in the code failed. */
describe('row policies of entries, in SQL', () => {
  let login: LoginConnection;
  beforeAll(async () => {
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  const as = ({ key, partner }: SeededMember, role = 'CASEWORKER'): DatabaseRole => ({
    role: 'hub_partner',
    variables: { 'app.member_id': key, 'app.partner_id': partner.key, 'app.role': role },
  });
  const note = (databaseRole: DatabaseRole, changes: Record<string, unknown> = {}) => {
    const row: Record<string, unknown> = {
      id: '00000000-0000-7000-8000-00000000abcd',
      beneficiary_id: keyIn(file.person),
      partner_id: csc.partner.key,
      author_id: csc.member.key,
      created_at: '2024-01-02T00:00:00Z',
      text: 'x',
      visibility: 'SHARED',
      ...changes,
    };
    const names = Object.keys(row);
    const values = names.map((_, index) => `$${index + 1}`);
    return login.try(databaseRole, `insert into note (${names}) values (${values})`, Object.values(row));
  };

  it('refuse another author, another partner, and a person who is not visible', async () => {
    const colleague = await hub.town.member(csc.partner);
    expect((await note(as(csc.member))).code).toBeUndefined();
    expect((await note(as(csc.member), { author_id: colleague.key })).code).toBe('42501');
    expect((await note(as(csc.member), { partner_id: relais.partner.key })).code).toBe('42501');
    expect((await note(as(csc.member, 'COORDINATOR'))).code).toBe('42501');
    const own = { partner_id: relais.partner.key, author_id: relais.member.key };
    expect((await note(as(relais.member), own)).code).toBe('42501');
  });

  it('refuse a pathway of another person', async () => {
    const other = await filedPerson(csc.client);
    expect((await note(as(csc.member), { pathway_id: keyIn(other.pathway) })).code).toBe('42501');
    expect((await note(as(csc.member), { pathway_id: keyIn(file.pathway) })).code).toBeUndefined();
  });

  it('refuse to delete an entry, and to change its person, author, visibility or theme', async () => {
    for (const change of [
      'update note set visibility = $1',
      'update note set author_id = author_id',
      'update contact set beneficiary_id = beneficiary_id',
      'update barrier set theme = theme',
      'delete from note',
      'delete from contact',
    ])
      expect([change, (await login.try(as(csc.member), change.replace('$1', "'SHARED'"))).code]).toEqual([
        change,
        '42501',
      ]);
  });

  it('refuse a text in a barrier of health', async () => {
    const text = `insert into barrier (id, beneficiary_id, partner_id, author_id, created_at, theme, status, note, version)
      values (gen_random_uuid(), $1, $2, $3, now(), 'SANTE', 'OPEN', 'x', 1)`;
    const values = [keyIn(file.person), csc.partner.key, csc.member.key];
    expect((await login.try(as(csc.member), text, values)).code).toBe('23514');
  });
});

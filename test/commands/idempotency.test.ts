import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import {
  type CommandName,
  payloadField,
  refusalsOf,
  rowCountChanges,
  rowCounts,
  runCommand,
  validInput,
} from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { openPathway, registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';

const hub = sharedHub();
let member: SeededMember;
let csc: Client;
let relais: Client;
let relaisPartner: SeededPartner;

beforeAll(async () => {
  ({ client: csc, member } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
});

interface KeyedCommand {
  readonly command: CommandName;
  /** Creates the objects of one call; returns a valid input. */
  readonly input: () => Promise<Data>;
  /** Changed fields, with which the input is a different one. */
  readonly changes: Data;
  /** Changes the object after the first call, as another member may do before the call is repeated. */
  readonly modify: (id: string, input: Data) => Promise<unknown>;
}

const keyOf = (id: string) => id.replace(/^\w+_/, '');

const keyedCommands: KeyedCommand[] = [
  {
    command: 'registerBeneficiary',
    input: async () => validInput.registerBeneficiary(),
    changes: { district: 'SOUTH' },
    modify: (id) => hub.owner(`update beneficiary set district = 'OUTSIDE' where id = $1`, [keyOf(id)]),
  },
  {
    command: 'openPathway',
    input: async () => validInput.openPathway(await registerPerson(csc)),
    changes: { objective: 'Something else' },
    modify: (id) => hub.owner(`update pathway set status = 'CLOSED' where id = $1`, [keyOf(id)]),
  },
  {
    command: 'addStep',
    input: async () => validInput.addStep(await openPathway(csc, await registerPerson(csc))),
    changes: { visibility: 'SHARED' },
    modify: (_, { pathway }) =>
      hub.owner(`update pathway set status = 'CLOSED' where id = $1`, [keyOf(pathway)]),
  },
  {
    command: 'recordSharingAgreement',
    input: async () => validInput.recordSharingAgreement(await registerPerson(csc), relaisPartner),
    changes: { scope: 'IDENTITY' },
    modify: (sharing) => runCommand(relais, 'withdrawSharing', { sharing }),
  },
  {
    command: 'sendReferral',
    input: async () => validInput.sendReferral(await registerPerson(csc), relaisPartner),
    changes: { purpose: 'Something else' },
    modify: (referral) => runCommand(relais, 'acceptReferral', { referral, expectedVersion: 1 }),
  },
];

const conflict = ['IDEMPOTENCY_CONFLICT idempotencyKey'];

describe.each(keyedCommands)('an idempotency key of $command', ({ command, input, changes, modify }) => {
  it('returns the first result again, also when the object has changed in the meantime, and has no further effect', async () => {
    const request = await input();
    const first = await runCommand(csc, command, request);
    const before = await rowCounts(hub);
    expect(await runCommand(csc, command, request)).toEqual(first);
    const reordered = Object.fromEntries(Object.entries(request).reverse());
    expect(await runCommand(csc, command, reordered)).toEqual(first);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});

    await modify(first.id, request);
    const beforeRepetition = await rowCounts(hub);
    expect(await runCommand(csc, command, request)).toEqual(first);
    expect(rowCountChanges(beforeRepetition, await rowCounts(hub))).toEqual({});
  });

  it('is refused with another input, and keeps the first result', async () => {
    const request = await input();
    const first = await runCommand(csc, command, request);
    const before = await rowCounts(hub);
    expect(await refusalsOf(csc, command, { ...request, ...changes })).toEqual(conflict);
    expect(await runCommand(csc, command, request)).toEqual(first);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
  });

  it('is used once by fifty concurrent identical calls, which all get the same answer', async () => {
    const request = await input();
    const before = await rowCounts(hub);
    const started = performance.now();
    const answers = await Promise.all(Array.from({ length: 50 }, () => runCommand(csc, command, request)));
    console.log(`fifty identical calls of ${command}: ${Math.round(performance.now() - started)} ms`);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const newRows = rowCountChanges(before, await rowCounts(hub));
    expect(newRows).toMatchObject({ idempotency_key: 1 });
    expect(newRows[payloadField(command)]).toBe(1);
    expect(newRows['event']).toBe(command === 'sendReferral' || command === 'recordSharingAgreement' ? 2 : 1);
  });
});

describe('an idempotency key', () => {
  it('is used by exactly one of two inputs in fifty concurrent calls', async () => {
    const first = validInput.sendReferral(await registerPerson(csc), relaisPartner);
    const second = { ...first, purpose: 'Something else' };
    const before = await rowCounts(hub);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        csc.run('sendReferral', index % 2 ? first : second, 'referral { id purpose }'),
      ),
    );
    const succeeded = answers.filter(({ referral }) => referral);
    const conflicting = answers.filter(({ referral }) => !referral);
    expect([succeeded.length, conflicting.length]).toEqual([25, 25]);
    expect(new Set(succeeded.map((it) => JSON.stringify(it))).size).toBe(1);
    expect(new Set(conflicting.map((it) => it.userErrors[0].code))).toEqual(
      new Set(['IDEMPOTENCY_CONFLICT']),
    );
    expect(rowCountChanges(before, await rowCounts(hub))).toMatchObject({ referral: 1, event: 2 });
  });

  it('distinguishes an optional field that is left out from one that is null', async () => {
    const request = validInput.recordSharingAgreement(await registerPerson(csc), relaisPartner);
    await runCommand(csc, 'recordSharingAgreement', request);
    const other = { ...request, until: null };
    expect(await refusalsOf(csc, 'recordSharingAgreement', other)).toEqual([
      'IDEMPOTENCY_CONFLICT idempotencyKey',
    ]);
  });

  it('can be used for other commands and by other members, also of the same partner', async () => {
    const idempotencyKey = randomUUID();
    const colleague = await hub.as(await hub.town.member(member.partner));
    const person = (
      await runCommand(csc, 'registerBeneficiary', validInput.registerBeneficiary({ idempotencyKey }))
    ).id;
    await runCommand(csc, 'openPathway', validInput.openPathway(person, { idempotencyKey }));
    const input = validInput.sendReferral(person, relaisPartner, { idempotencyKey });
    const first = await runCommand(csc, 'sendReferral', input);
    const second = await runCommand(colleague, 'sendReferral', input);
    expect(first.id).not.toBe(second.id);
  });

  it('stays unused when its command is refused, for the same input and for another one', async () => {
    const person = await registerPerson(csc);
    const referral = await runCommand(csc, 'sendReferral', validInput.sendReferral(person, relaisPartner));
    const request = validInput.openPathway(person);
    expect(await refusalsOf(relais, 'openPathway', request)).toEqual(['AGREEMENT_REQUIRED beneficiary']);
    await runCommand(relais, 'acceptReferral', { referral: referral.id, expectedVersion: 1 });
    await runCommand(relais, 'openPathway', request);

    const toOwnPartner = validInput.sendReferral(person, member.partner);
    expect(await refusalsOf(csc, 'sendReferral', toOwnPartner)).toEqual(['INVALID to']);
    await runCommand(csc, 'sendReferral', { ...toOwnPartner, to: relaisPartner.id });
  });

  it.each(['', ' '.repeat(201), 'a\u0000b', 'a\nb', '\ud800'])('cannot be %j', async (idempotencyKey) => {
    const before = await rowCounts(hub);
    const input = validInput.registerBeneficiary({ idempotencyKey });
    expect(await refusalsOf(csc, 'registerBeneficiary', input)).toEqual(['INVALID idempotencyKey']);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
  });
});

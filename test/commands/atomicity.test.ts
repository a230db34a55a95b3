import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import {
  type CommandName,
  payloadField,
  rowCountChanges,
  rowCounts,
  runCommand,
  validInput,
} from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { daysAgo, openPathway, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

const hub = sharedHub();
let csc: Client;
let cscPartner: SeededPartner;
let relais: Client;
let relaisPartner: SeededPartner;

beforeAll(async () => {
  ({ client: csc, partner: cscPartner } = await hub.town.caseworker());
  ({ client: relais, partner: relaisPartner } = await hub.town.caseworker());
  await hub.owner(`create function simulated_failure() returns trigger language plpgsql as
    $$ begin raise exception 'simulated failure in %', tg_table_name using errcode = 'ZZ999'; end $$`);
});

/** For each command, creates the objects of one call; returns the client and a valid input. */
const commands: Partial<Record<CommandName, () => Promise<[Client, Data]>>> = {
  registerBeneficiary: async () => [csc, validInput.registerBeneficiary()],
  openPathway: async () => [csc, validInput.openPathway(await registerPerson(csc))],
  addStep: async () => [csc, validInput.addStep(await openPathway(csc, await registerPerson(csc)))],
  recordSharingAgreement: async () => [
    csc,
    validInput.recordSharingAgreement(await registerPerson(csc), relaisPartner),
  ],
  withdrawSharing: async () => {
    const person = await registerPerson(csc);
    await sendReferral(csc, person, relaisPartner);
    const query = 'query ($id: ID!) { beneficiary(id: $id) { sharings { id basis } } }';
    const { sharings } = (await csc.data(query, { id: person })).beneficiary;
    return [csc, { sharing: sharings.find((it: Data) => it.basis === 'REFERRAL').id }];
  },
  sendReferral: async () => [csc, validInput.sendReferral(await registerPerson(csc), relaisPartner)],
  acceptReferral: async () => [relais, await sent()],
  declineReferral: async () => [relais, { ...(await sent()), side: 'PROVIDER', reason: 'NO_CAPACITY' }],
  startReferral: async () => [relais, { ...(await accepted()), firstContactOn: daysAgo(0) }],
  completeReferral: async () => [relais, { ...(await accepted()), outcome: 'DROPPED_OUT' }],
  cancelReferral: async () => [csc, { ...(await accepted()), reason: 'Something came up' }],
};

async function sent(): Promise<Data> {
  return { referral: await sendReferral(csc, await registerPerson(csc), relaisPartner), expectedVersion: 1 };
}
async function accepted(): Promise<Data> {
  const input = await sent();
  await runCommand(relais, 'acceptReferral', input);
  return { ...input, expectedVersion: 2 };
}

const toReceiver = () => `partner_id = '${relaisPartner.key}'`;
const toSender = () => `partner_id = '${cscPartner.key}'`;
/** The simulated failures: the trigger's time and table, and the condition on the row. */
const failures: [CommandName, string, string, (() => string)?][] = [
  ['registerBeneficiary', 'before insert', 'sharing'],
  ['registerBeneficiary', 'before insert', 'event', toSender],
  ['registerBeneficiary', 'before update', 'idempotency_key'],
  ['openPathway', 'before insert', 'event', toSender],
  ['addStep', 'before insert', 'step'],
  ['addStep', 'before update', 'idempotency_key'],
  ['recordSharingAgreement', 'before insert', 'event', toReceiver],
  ['withdrawSharing', 'before insert', 'event', toReceiver],
  ['withdrawSharing', 'before update', 'sharing'],
  ['withdrawSharing', 'before insert', 'referral_transition'],
  ['sendReferral', 'before insert', 'sharing', toReceiver],
  ['sendReferral', 'before insert', 'event', toReceiver],
  ['sendReferral', 'before insert', 'referral_transition'],
  ['acceptReferral', 'before insert', 'sharing', toReceiver],
  ['acceptReferral', 'before update', 'sharing'],
  ['acceptReferral', 'before insert', 'event', toReceiver],
  ['declineReferral', 'before update', 'sharing'],
  ['startReferral', 'before insert', 'referral_transition'],
  ['completeReferral', 'before insert', 'event', toSender],
  ['cancelReferral', 'before update', 'sharing'],
];

/** The rows that a command could change without adding one, as text. */
const storedObjects = async () =>
  JSON.stringify(
    await hub.owner(`select (select json_agg(r order by id) from referral r) as referrals,
      (select json_agg(s order by id) from sharing s) as sharings,
      (select json_agg(p order by id) from pathway p) as pathways`),
  );

async function post(client: Client, command: CommandName, input: Data): Promise<Response> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${command}(input: $input) { ${payloadField(command)} { id } userErrors { code } } }`;
  return client.post({ query, variables: { input } });
}

async function expectRollback(command: CommandName, trigger: string, table: string): Promise<void> {
  const prepare = commands[command];
  if (!prepare) throw new Error(command);
  const [client, input] = await prepare();
  const before = await rowCounts(hub);
  const rows = await storedObjects();
  await hub.owner(trigger);
  try {
    const answer = await (await post(client, command, input)).text();
    expect(JSON.parse(answer)).toMatchObject({
      data: null,
      errors: [{ path: [command], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    const [{ message, extensions }] = JSON.parse(answer).errors;
    expect(message).toMatch(/^Something went wrong in the hub; quote [0-9a-f-]{36} when you report it\.$/);
    expect(extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(answer).not.toMatch(/simulated|trigger|constraint|ZZ999|insert|update|node_modules/i);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
    expect(await storedObjects()).toBe(rows);
  } finally {
    await hub.owner(`drop trigger simulated_failure on ${table}`);
  }
  // Twelve calls use every connection of the pool in turn: none of them is still affected by the failure.
  await Promise.all(Array.from({ length: 12 }, () => client.data('{ viewer { role } }')));
  await runCommand(client, command, input);
}

describe('a command that fails is rolled back, does not reveal the database error, and succeeds when repeated', () => {
  it.each(failures)('%s, failing %s on %s', async (...failure) => {
    const [command, timing, table, rowCondition] = failure;
    const condition = rowCondition ? `when (new.${rowCondition()})` : '';
    await expectRollback(
      command,
      `create trigger simulated_failure ${timing} on ${table} for each row ${condition} execute function simulated_failure()`,
      table,
    );
  });

  it.each(['sendReferral', 'acceptReferral', 'withdrawSharing'] as const)(
    '%s, failing at commit',
    async (command) => {
      await expectRollback(
        command,
        `create constraint trigger simulated_failure after insert on event deferrable initially deferred
        for each row execute function simulated_failure()`,
        'event',
      );
    },
  );
});

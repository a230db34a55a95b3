import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ReferralAction } from '../../src/features/referrals/lifecycle.js';
import type { Client, Data } from '../kit/client.js';
import {
  type CommandName,
  refusalsOf,
  rowCountChanges,
  rowCounts,
  runCommand,
  validInput,
} from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { performActions } from '../kit/referral-actions.js';
import { openPathway, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

const hub = sharedHub();
let csc: Client;
let relais: Client;
let partner: SeededPartner;
let person: string;
let pathway: string;

beforeAll(async () => {
  ({ client: csc } = await hub.town.caseworker());
  ({ client: relais, partner } = await hub.town.caseworker());
  person = await registerPerson(csc);
  pathway = await openPathway(csc, person);
});

const sensitiveText = 'En dépression, sort de prison';
const referral = () => sendReferral(csc, person, partner);
const onReferral = async (more: Data) => ({ referral: await referral(), expectedVersion: 1, ...more });

/** The input of a command on a referral, after commands of the two sides. */
const after =
  (actions: readonly ReferralAction[], more: Data = {}) =>
  async () => {
    const id = await referral();
    const steps = actions.map((action) => [action === 'CANCEL' ? csc : relais, action] as const);
    return { referral: id, expectedVersion: await performActions(id, 1, ...steps), ...more };
  };
const drafted = async () => ({
  referral: (await runCommand(csc, 'draftReferral', validInput.draftReferral(person, partner))).id,
  expectedVersion: 1,
});
const onBarrier = async () => {
  const { id } = await runCommand(csc, 'recordBarrier', validInput.recordBarrier(person));
  return { barrier: id, expectedVersion: 1 };
};

/** Every shared free text: the command, the field, an input that is valid except for this field, and the client. */
const shared: [CommandName, string, () => Promise<Data> | Data, (() => Client)?][] = [
  ['openPathway', 'objective', async () => validInput.openPathway(await registerPerson(csc))],
  ['addStep', 'title', () => validInput.addStep(pathway, { visibility: 'SHARED' })],
  ['sendReferral', 'purpose', () => validInput.sendReferral(person, partner)],
  ['declineReferral', 'comment', () => onReferral({ side: 'PERSON', reason: 'OTHER' }), () => relais],
  ['completeReferral', 'comment', after(['ACCEPT'], { outcome: 'DROPPED_OUT' }), () => relais],
  ['cancelReferral', 'reason', () => onReferral({})],
  ['draftReferral', 'purpose', () => validInput.draftReferral(person, partner)],
  ['changeReferralDraft', 'purpose', drafted],
  ['requestReferralInfo', 'message', () => onReferral({}), () => relais],
  ['replyToReferral', 'reply', after(['REQUEST_INFO'])],
  ['holdReferral', 'reason', after(['ACCEPT', 'START']), () => relais],
  ['resumeReferral', 'reason', after(['ACCEPT', 'START', 'HOLD']), () => relais],
  ['enterReferralInError', 'reason', () => onReferral({})],
  [
    'referAgain',
    'purpose',
    async () => {
      const { referral, expectedVersion } = await after(['CANCEL'])();
      return validInput.referAgain(referral, expectedVersion);
    },
  ],
  ['recordBarrier', 'note', () => validInput.recordBarrier(person)],
  ['changeBarrier', 'note', () => onBarrier()],
  ['setObjective', 'text', () => validInput.setObjective(pathway)],
  ['planAppointment', 'subject', () => validInput.planAppointment(person)],
  ['planAppointment', 'place', () => validInput.planAppointment(person)],
  ['writeNote', 'text', () => validInput.writeNote(person, { visibility: 'SHARED' })],
];

describe('a shared text', () => {
  it.each(shared)('in %s, field %s, is refused with WORDING until it is confirmed', async (...row) => {
    const [command, field, input, by] = row;
    const client = by?.() ?? csc;
    const right = { ...(await input()), [field]: sensitiveText };
    const before = await rowCounts(hub);
    expect(await refusalsOf(client, command, right)).toEqual([`WORDING ${field}`]);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
    await runCommand(client, command, { ...right, confirmWording: true });
  });

  it('WORDING names the category and the words in the language of the request', async () => {
    const input = validInput.setObjective(pathway, { text: sensitiveText });
    const { userErrors } = await csc.run('setObjective', input, 'objective { id }');
    expect(userErrors[0].message).toContain('health: “dépression” (character 4)');
    expect(userErrors[0].message).toContain('judicial matters: “sort de prison”');
  });

  it('WORDING says where the words are, so that a form can mark them', async () => {
    const query = `mutation ($input: SetObjectiveInput!) {
      setObjective(input: $input) { userErrors { passages { start length } } }
    }`;
    const input = validInput.setObjective(pathway, { text: sensitiveText });
    const [{ passages }] = (await csc.data(query, { input })).setObjective.userErrors;
    expect(passages.map(({ start, length }: Data) => sensitiveText.slice(start, start + length))).toEqual([
      'dépression',
      'sort de prison',
    ]);
  });

  it('with a national identification number is INVALID, confirmed or not', async () => {
    const input = validInput.writeNote(person, { text: '1 85 12 75 108 123 45', confirmWording: true });
    expect(await refusalsOf(csc, 'writeNote', input)).toEqual(['INVALID text']);
  });
});

describe('a text that is not shared', () => {
  it.each(['AUTHOR', 'PARTNER'])('with visibility %s is not checked', async (visibility) => {
    await runCommand(csc, 'addStep', validInput.addStep(pathway, { visibility, title: sensitiveText }));
    const { id } = await runCommand(
      csc,
      'writeNote',
      validInput.writeNote(person, { visibility, text: sensitiveText }),
    );
    await runCommand(csc, 'rewordNote', { note: id, text: `${sensitiveText} !` });
  });

  it('a shared note is checked again when it is reworded', async () => {
    const { id } = await runCommand(csc, 'writeNote', validInput.writeNote(person, { visibility: 'SHARED' }));
    expect(await refusalsOf(csc, 'rewordNote', { note: id, text: sensitiveText })).toEqual(['WORDING text']);
    await runCommand(csc, 'rewordNote', { note: id, text: sensitiveText, confirmWording: true });
  });
});

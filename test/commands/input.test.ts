import { beforeAll, describe, expect, it } from '@jest/globals';
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
import { openPathway, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

const hub = sharedHub();
let csc: Client;
let relaisPartner: SeededPartner;
let person: string;
let pathway: string;
let referral: string;

beforeAll(async () => {
  ({ client: csc } = await hub.town.caseworker());
  ({ partner: relaisPartner } = await hub.town.caseworker());
  person = await registerPerson(csc);
  pathway = await openPathway(csc, person);
  referral = await sendReferral(csc, person, relaisPartner);
});

interface TextField {
  readonly command: CommandName;
  readonly field: string;
  readonly max: number;
  readonly multiline: boolean;
  /** An input whose other fields are valid; the command may still be refused for another reason. */
  readonly input: () => Data;
}

const onReferral = (more: Data) => () => ({ referral, expectedVersion: 1, ...more });
const texts: TextField[] = [
  {
    command: 'registerBeneficiary',
    field: 'firstName',
    max: 200,
    multiline: false,
    input: validInput.registerBeneficiary,
  },
  {
    command: 'registerBeneficiary',
    field: 'lastName',
    max: 200,
    multiline: false,
    input: validInput.registerBeneficiary,
  },
  {
    command: 'openPathway',
    field: 'objective',
    max: 2000,
    multiline: true,
    input: () => validInput.openPathway(person),
  },
  {
    command: 'addStep',
    field: 'title',
    max: 200,
    multiline: false,
    input: () => validInput.addStep(pathway),
  },
  {
    command: 'sendReferral',
    field: 'purpose',
    max: 2000,
    multiline: true,
    input: () => validInput.sendReferral(person, relaisPartner),
  },
  {
    command: 'withdrawSharing',
    field: 'reason',
    max: 500,
    multiline: false,
    input: () => ({ sharing: 'sharing_00000000-0000-7000-8000-000000000000' }),
  },
  {
    command: 'declineReferral',
    field: 'comment',
    max: 2000,
    multiline: true,
    input: onReferral({ side: 'PERSON', reason: 'OTHER' }),
  },
  {
    command: 'completeReferral',
    field: 'comment',
    max: 2000,
    multiline: true,
    input: onReferral({ outcome: 'DROPPED_OUT' }),
  },
  { command: 'cancelReferral', field: 'reason', max: 2000, multiline: true, input: onReferral({}) },
  { command: 'requestReferralInfo', field: 'message', max: 2000, multiline: true, input: onReferral({}) },
  { command: 'replyToReferral', field: 'reply', max: 2000, multiline: true, input: onReferral({}) },
  { command: 'changeReferralDraft', field: 'purpose', max: 2000, multiline: true, input: onReferral({}) },
  {
    command: 'setObjective',
    field: 'text',
    max: 500,
    multiline: false,
    input: () => validInput.setObjective(pathway),
  },
  {
    command: 'planAppointment',
    field: 'subject',
    max: 200,
    multiline: false,
    input: () => validInput.planAppointment(person),
  },
  {
    command: 'recordBarrier',
    field: 'note',
    max: 500,
    multiline: false,
    input: () => validInput.recordBarrier(person),
  },
  {
    command: 'writeNote',
    field: 'text',
    max: 5000,
    multiline: true,
    input: () => validInput.writeNote(person),
  },
];

const identificationNumbers = [
  '185127510812345',
  '1851275108123',
  '1 85 12 75 108 123 45',
  '1.85.12.75.108.123.45',
  '1-85-12-75-108-123-45',
  '1–85–12–75–108–123–45',
  '1_85/12 75/108 123 45',
  '1\u00a085\u00a012\u00a075\u00a0108\u00a0123\u00a045',
  '1\u202f85\u202f12\u202f75\u202f108\u202f123',
  '1\u200b85\u200b12\u200b75\u200b108\u200b123',
  '１８５１２７５１０８１２３４５',
  '2 85 12 2A 108 123 45',
  '285122b108123',
  '2 8 5 1 2 2 A 1 0 8 1 2 3 4 5',
  'n° 1 85 20 99 108 123, see the letter',
  'Call 06 12 34 56 78. 1 85 12 75 108 123 45',
  '0612345678 1 85 12 75 108 123 45',
  'ID:185127510812345.',
];

const invalidTexts = [
  '',
  ' ',
  ' \u00a0\u2003\u3000 ',
  '\u200b\u200d\ufeff',
  'a\u0000b',
  'a\u0007b',
  'a\u007fb',
  'a\u0085b',
  'a\ud800b',
  'a\udc00',
  'a\u202eb',
  'a\u2066b\u2069',
  ...identificationNumbers.map((it) => `Ana ${it}`),
  ...identificationNumbers.map((it) => `${it} ana`),
];

describe.each(texts)('$field of $command', ({ command, field, max, multiline, input }) => {
  const tooLong = ['a'.repeat(max + 1), `${'😀'.repeat(max)}a`, 'é'.repeat(100_000)];
  const withLineBreaks = multiline ? [] : ['a\nb', 'a\tb', 'a\rb', 'a\u2028b'];

  it('is INVALID when empty, too long, with control characters or an identification number', async () => {
    const before = await rowCounts(hub);
    for (const text of [...invalidTexts, ...tooLong, ...withLineBreaks]) {
      const label = text.slice(0, 40);
      expect([label, await refusalsOf(csc, command, { ...input(), [field]: text })]).toEqual([
        label,
        [`INVALID ${field}`],
      ]);
    }
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
  });

  it('accepts any other text up to the maximum length', async () => {
    const validTexts = [
      'a'.repeat(max),
      `${'😀'.repeat(max - 1)}a`,
      `  ${'a'.repeat(max - 4)}  `,
      'Call 06 12 34 56 78 or 01 23 45 67 89',
      'Call +33 6 12 34 56 78 / 01 23 45 67 89',
      'From 2024-03-15 to 2024-04-15, 14:30',
      'Born 15/03/1985 in 75012 Paris, 12 500,00 € a year, ref. 2026-000123',
      'Referral 2026-000123, SIRET 123 456 789 00012, 1 200 000 €',
      'אבג abc',
      ...(multiline ? ['אבג abc \u200f'] : []),
    ];
    for (const text of validTexts) {
      const reasons = await refusalsOf(
        csc,
        command,
        withOtherFieldInvalid(command, { ...input(), [field]: text }),
      );
      expect([text.slice(0, 40), reasons]).toEqual([text.slice(0, 40), [`INVALID ${otherField(command)}`]]);
    }
  });
});

/** A second field, which the test makes invalid: the command is refused, and only this field must be reported. */
function otherField(command: CommandName): string {
  const fields: Partial<Record<CommandName, string>> = {
    registerBeneficiary: 'informedOn',
    openPathway: 'beneficiary',
    addStep: 'pathway',
    sendReferral: 'to',
    withdrawSharing: 'sharing',
    setObjective: 'pathway',
    planAppointment: 'beneficiary',
    recordBarrier: 'beneficiary',
    writeNote: 'beneficiary',
  };
  return fields[command] ?? 'referral';
}

function withOtherFieldInvalid(command: CommandName, input: Data): Data {
  return { ...input, [otherField(command)]: command === 'registerBeneficiary' ? '2199-01-01' : 'x' };
}

describe('a name', () => {
  it.each([
    ['O’Brien', 'O’Brien'],
    ["N'Diaye", "N'Diaye"],
    ['Đặng', 'Đặng'],
    ['Đặng'.normalize('NFD'), 'Đặng'.normalize('NFC')],
    ['Jean-Pierre', 'Jean-Pierre'],
    ['  Anne Marie ', 'Anne Marie'],
    ['\u00a0Zoé\u3000', 'Zoé'],
    ['Оксана', 'Оксана'],
    ['李', '李'],
  ])('such as %j is stored as %j', async (firstName, stored) => {
    const input = validInput.registerBeneficiary({ firstName });
    expect(await runCommand(csc, 'registerBeneficiary', input, 'firstName')).toEqual({ firstName: stored });
  });

  it.each(['123', '---', '😀', '؟'])('such as %j is INVALID: it has no letter', async (lastName) => {
    const input = validInput.registerBeneficiary({ lastName });
    expect(await refusalsOf(csc, 'registerBeneficiary', input)).toEqual(['INVALID lastName']);
  });
});

describe('an input', () => {
  it('with several invalid fields is refused with a reason for each of them', async () => {
    const invalid = { firstName: '', lastName: 'a\u0000', birthDate: '2199-01-01', idempotencyKey: '' };
    const input = validInput.registerBeneficiary(invalid);
    const reasons = Object.keys(invalid).map((it) => `INVALID ${it}`);
    expect(await refusalsOf(csc, 'registerBeneficiary', input)).toEqual(reasons.sort());
    const step = validInput.addStep('x', { title: ' ', occurredOn: '2199-01-01' });
    expect(await refusalsOf(csc, 'addStep', step)).toEqual(
      ['occurredOn', 'pathway', 'title'].map((it) => `INVALID ${it}`),
    );
  });

  it.each([
    ['with an unknown district', { district: 'EAST' }],
    ['with a number for a district', { district: 1 }],
    ['without a name', { firstName: undefined }],
    ['with a null name', { firstName: null }],
    ['with a number for a name', { firstName: 12 }],
    ['with a list for a name', { firstName: ['a'] }],
    ['with an unknown field', { admin: true }],
    ['with a field __proto__', JSON.parse('{"__proto__": {"firstName": "Eve"}}')],
    ['with a field constructor', { constructor: { prototype: { polluted: true } } }],
    ...[
      '2024-02-30',
      '2023-02-29',
      '24-1-1',
      '0000-00-00',
      '9999-12-31',
      '2024-03-31T00:00:00Z',
      '31/03/2024',
      '',
      ' 2024-03-31',
      '２０２４-03-31',
      20240331,
      true,
    ].map((it): [string, Data] => [`with the birth date ${JSON.stringify(it)}`, { birthDate: it }]),
  ])('%s is a validation error', async (_, changes) => {
    const before = await rowCounts(hub);
    const query = `mutation ($input: RegisterBeneficiaryInput!) {
      registerBeneficiary(input: $input) { beneficiary { id } userErrors { code } } }`;
    // A spread would set the prototype instead of a field with that name.
    const input = Object.assign(Object.create(null), validInput.registerBeneficiary());
    for (const name of Object.keys(changes)) {
      Object.defineProperty(input, name, { value: changes[name], enumerable: true });
    }
    const response = await csc.post({ query, variables: { input } });
    const { data, errors } = (await response.json()) as Data;
    expect(response.status).toBe(400);
    expect(data ?? null).toBeNull();
    expect(errors[0].extensions.code).toMatch(/^BAD_(USER_INPUT|REQUEST)$/);
    expect(rowCountChanges(before, await rowCounts(hub))).toEqual({});
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(['1.5', '"1"', '2147483648', 'null', '{}'])(
    'with version %s is a validation error',
    async (version) => {
      const query = `mutation { acceptReferral(input: { referral: "${referral}", expectedVersion: ${version} }) { userErrors { code } } }`;
      const response = await csc.post({ query });
      expect(response.status).toBe(400);
      expect(((await response.json()) as Data).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    },
  );

  it('with malicious variables next to it is safe: only the command runs', async () => {
    const query = `mutation ($input: RegisterBeneficiaryInput!) {
      registerBeneficiary(input: $input) { beneficiary { id } userErrors { code } } }`;
    const input = JSON.stringify(validInput.registerBeneficiary());
    const variables = `{"__proto__": {"admin": true}, "constructor": {}, "input": ${input}}`;
    const response = await csc.post(`{"query": ${JSON.stringify(query)}, "variables": ${variables}}`);
    const text = await response.text();
    expect([200, 400]).toContain(response.status);
    expect(text).not.toContain('INTERNAL_SERVER_ERROR');
    expect(({} as Data).admin).toBeUndefined();
  });
});

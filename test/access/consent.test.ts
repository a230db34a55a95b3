import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { type CommandName, payloadField, refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { actionCommand } from '../kit/referral-actions.js';
import { daysAgo, registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';

const hub = testHub();
interface Caseworker {
  readonly client: Client;
  readonly partner: SeededPartner;
  readonly member: SeededMember;
}
let referent: Caseworker;
let second: Caseworker;
let third: Caseworker;

beforeAll(async () => {
  [referent, second, third] = (await Promise.all([1, 2, 3].map(() => hub.town.caseworker()))) as [
    Caseworker,
    Caseworker,
    Caseworker,
  ];
});

const scopeOf = async ({ client }: Caseworker, id: string): Promise<string | undefined> =>
  (await client.data('query ($id: ID!) { beneficiary(id: $id) { access { scope } } }', { id })).beneficiary
    ?.access.scope;
const share = async (person: string, to: Caseworker, changes: Data = {}): Promise<string> =>
  (
    await runCommand(
      referent.client,
      'recordSharingAgreement',
      validInput.recordSharingAgreement(person, to.partner, changes),
    )
  ).id;
const refusalMessage = async (client: Client, command: CommandName, input: Data): Promise<string> =>
  (await client.run(command, input, `${payloadField(command)} { __typename }`)).userErrors[0].message;

/** A person whose agreement of 60 days ago with the second partner was withdrawn 20 days ago. */
async function personWithWithdrawal(): Promise<string> {
  const person = await registerPerson(referent.client);
  const sharing = await share(person, second, { agreedOn: daysAgo(60) });
  await runCommand(referent.client, 'withdrawSharing', { sharing });
  await hub.owner("update sharing set withdrawn_at = withdrawn_at - interval '20 days' where id = $1", [
    sharing.slice('sharing_'.length),
  ]);
  return person;
}

/** Every command that records an agreement with the second partner. */
const agreementCommands: readonly (readonly [
  string,
  (person: string, agreed: Data) => Promise<[Caseworker, CommandName, Data]>,
])[] = [
  [
    'a sharing of greater scope',
    async (person, agreed) => [
      referent,
      'recordSharingAgreement',
      validInput.recordSharingAgreement(person, second.partner, { scope: 'FOLLOW_UP', ...agreed }),
    ],
  ],
  [
    'a referral',
    async (person, agreed) => [
      referent,
      'sendReferral',
      validInput.sendReferral(person, second.partner, agreed),
    ],
  ],
  [
    'a sent draft',
    async (person, agreed) => {
      const { id } = await runCommand(
        referent.client,
        'draftReferral',
        validInput.draftReferral(person, second.partner),
      );
      return [referent, ...actionCommand('SEND', id, 1, { agreedAfterWithdrawal: null, ...agreed })];
    },
  ],
  [
    'referring again',
    async (person, agreed) => {
      const input = validInput.sendReferral(person, second.partner, {
        agreedOn: daysAgo(0),
        agreedAfterWithdrawal: true,
      });
      const { id } = await runCommand(referent.client, 'sendReferral', input);
      await runCommand(referent.client, ...actionCommand('CANCEL', id, 1));
      return [referent, 'referAgain', validInput.referAgain(id, 2, agreed)];
    },
  ],
];

describe('after a withdrawal', () => {
  it.each(agreementCommands)(
    '%s with an earlier agreement is refused, with a message that says what to do',
    async (_, commandFor) => {
      const person = await personWithWithdrawal();
      const [{ client }, command, input] = await commandFor(person, { agreedOn: daysAgo(60) });
      expect(await refusalsOf(client, command, input)).toEqual(['INVALID agreedOn']);
      expect(await refusalMessage(client, command, input)).toMatch(
        /must be later than the withdrawal on \d+ \w+ \d{4}/,
      );
      expect(await scopeOf(second, person)).toBeUndefined();
    },
  );

  it.each(agreementCommands)(
    '%s with an agreement of the same day is accepted once it is confirmed to be later',
    async (_, commandFor) => {
      const person = await personWithWithdrawal();
      const [{ client }, command, input] = await commandFor(person, { agreedOn: daysAgo(20) });
      expect(await refusalsOf(client, command, input)).toEqual(['INVALID agreedAfterWithdrawal']);
      await runCommand(client, command, { ...input, agreedAfterWithdrawal: true });
      expect(await scopeOf(second, person)).toBeDefined();
    },
  );

  it('a later agreement is accepted', async () => {
    const person = await personWithWithdrawal();
    await share(person, second, { agreedOn: daysAgo(19) });
    expect(await scopeOf(second, person)).toBe('PATHWAY');
  });

  it('an extension with an earlier agreement is refused', async () => {
    const person = await personWithWithdrawal();
    const sharing = await share(person, second, { agreedOn: daysAgo(19) });
    await share(person, third, { agreedOn: daysAgo(60) });
    const input = validInput.extendSharing(sharing, { agreedOn: daysAgo(30) });
    expect(await refusalsOf(referent.client, 'extendSharing', input)).toEqual(['INVALID agreedOn']);
  });

  it('a link request with an earlier agreement cannot be accepted', async () => {
    const person = { firstName: 'Amina', lastName: 'Withdrawn', birthDate: '1990-05-17' };
    const id = await registerPerson(referent.client, person);
    const sharing = await share(id, second);
    await runCommand(referent.client, 'withdrawSharing', { sharing });
    const request = await runCommand(
      second.client,
      'requestLink',
      validInput.requestLink({ ...person, agreedOn: daysAgo(1) }),
    );
    const answer = { linkRequest: request.id, answer: 'ACCEPT' };
    expect(await refusalsOf(referent.client, 'answerLinkRequest', answer)).toEqual(['INVALID linkRequest']);
    expect(await scopeOf(second, id)).toBeUndefined();
  });

  it('a referral sent before the withdrawal of another agreement grants IDENTITY only', async () => {
    const person = await registerPerson(referent.client);
    const sharing = await share(person, second);
    const referral = await sendReferral(referent.client, person, second.partner);
    await runCommand(referent.client, 'withdrawSharing', { sharing });
    const accepted = await runCommand(
      second.client,
      ...actionCommand('ACCEPT', referral, 1),
      'status accessLimit',
    );
    expect(accepted).toEqual({ status: 'ACCEPTED', accessLimit: 'PERSON' });
    expect(await scopeOf(second, person)).toBe('IDENTITY');
  });
});

describe('an agreement cannot be earlier than the day on which the person was informed', () => {
  it.each(agreementCommands)('%s with an agreement before that day is refused', async (_, commandFor) => {
    const person = await registerPerson(referent.client, { informedOn: daysAgo(3) });
    const [{ client }, command, input] = await commandFor(person, { agreedOn: daysAgo(5) });
    expect(await refusalsOf(client, command, input)).toEqual(['INVALID agreedOn']);
    expect(await refusalMessage(client, command, input)).toMatch(
      /The person was informed on \d+ \w+ \d{4}, and the agreement cannot be earlier/,
    );
  });
});

describe('a chain of referrals', () => {
  /** The referent refers to the second partner, which accepts and refers to the third partner. */
  async function createChain(): Promise<{ person: string; firstReferral: string; secondReferral: string }> {
    const person = await registerPerson(referent.client);
    const firstReferral = await sendReferral(referent.client, person, second.partner, { scope: 'FOLLOW_UP' });
    await runCommand(second.client, ...actionCommand('ACCEPT', firstReferral, 1));
    const secondReferral = await sendReferral(second.client, person, third.partner);
    return { person, firstReferral, secondReferral };
  }
  const withdraw = (person: string, { partner }: Caseworker) =>
    runCommand(referent.client, 'withdrawFromPartner', { beneficiary: person, partner: partner.id });
  const limitOf = async ({ client }: Caseworker, id: string) =>
    (await client.data('query ($id: ID!) { referral(id: $id) { accessLimit } }', { id })).referral
      .accessLimit;

  it('grants IDENTITY only once the person has withdrawn from the middle partner', async () => {
    const { person, secondReferral } = await createChain();
    await withdraw(person, second);
    expect(await scopeOf(second, person)).toBeUndefined();
    const subscriptions = await Promise.all(
      [second, third].map(({ client }) => client.subscribe('kind referral { id accessLimit }')),
    );
    expect(
      await runCommand(third.client, ...actionCommand('ACCEPT', secondReferral, 1), 'accessLimit'),
    ).toEqual({
      accessLimit: 'SENDER',
    });
    expect(await scopeOf(third, person)).toBe('IDENTITY');
    for (const [index, caseworker] of [second, third].entries()) {
      expect(await limitOf(caseworker, secondReferral)).toBe('SENDER');
      const event = { kind: 'ACCESS_LIMITED', referral: { id: secondReferral, accessLimit: 'SENDER' } };
      expect(await subscriptions[index]?.until('ACCESS_LIMITED', secondReferral)).toEqual(event);
      await subscriptions[index]?.stop();
    }
    await hub.consumed();
    const { notifications } = (
      await second.client.data('{ viewer { notifications(first: 50) { nodes { kind referral { id } } } } }')
    ).viewer;
    expect(notifications.nodes).toContainEqual({
      kind: 'REFERRAL_ACCESS_LIMITED',
      referral: { id: secondReferral },
    });
  });

  it('grants the scope of the person’s own agreement with the last partner', async () => {
    const { person, secondReferral } = await createChain();
    await share(person, third, { scope: 'PATHWAY' });
    await withdraw(person, second);
    await runCommand(third.client, ...actionCommand('ACCEPT', secondReferral, 1));
    expect(await scopeOf(third, person)).toBe('PATHWAY');
  });

  it('is reduced to IDENTITY when the person withdraws from the middle partner afterwards', async () => {
    const { person, secondReferral } = await createChain();
    await runCommand(third.client, ...actionCommand('ACCEPT', secondReferral, 1));
    expect(await scopeOf(third, person)).toBe('PATHWAY');
    await withdraw(person, second);
    expect(await scopeOf(third, person)).toBe('IDENTITY');
    expect(await limitOf(second, secondReferral)).toBe('SENDER');
    expect(await limitOf(third, secondReferral)).toBe('SENDER');
  });

  it('ends when the access of the middle partner ends, once its referral is closed; so do agreements', async () => {
    const { person, firstReferral, secondReferral } = await createChain();
    await runCommand(third.client, ...actionCommand('ACCEPT', secondReferral, 1));
    await runCommand(third.client, ...actionCommand('COMPLETE', secondReferral, 2));
    const input = validInput.recordSharingAgreement(person, third.partner);
    await runCommand(second.client, 'recordSharingAgreement', input);
    await runCommand(referent.client, ...actionCommand('CANCEL', firstReferral, 2));
    expect(await scopeOf(third, person)).toBeUndefined();
  });

  it('lasts no longer than the access from which it was derived', async () => {
    const person = await registerPerson(referent.client);
    await share(person, second, { agreedOn: daysAgo(300) });
    const input = validInput.recordSharingAgreement(person, third.partner, { agreedOn: daysAgo(1) });
    const query = 'until';
    const derived = await runCommand(second.client, 'recordSharingAgreement', input, query);
    const { sharings } = (
      await referent.client.data(
        'query ($id: ID!) { beneficiary(id: $id) { sharings { until partner { id } } } }',
        {
          id: person,
        },
      )
    ).beneficiary;
    const own = sharings.find((it: Data) => it.partner.id === second.partner.id);
    expect(derived.until).toBe(own.until);
  });
});

describe('a withdrawal from a partner', () => {
  it('ends agreements and access by referrals, cancels open referrals, and hides the person from the next read', async () => {
    const person = await registerPerson(referent.client);
    await share(person, second, { scope: 'FOLLOW_UP' });
    const accepted = await sendReferral(referent.client, person, second.partner);
    await runCommand(second.client, ...actionCommand('ACCEPT', accepted, 1));
    const requested = await sendReferral(referent.client, person, second.partner);
    const ended = await runCommand(referent.client, 'withdrawFromPartner', {
      beneficiary: person,
      partner: second.partner.id,
      reason: 'Changed their mind',
    });
    expect(ended).toHaveLength(3);
    const read = await second.client.data(
      `query ($person: ID!, $ids: [ID!]!) { beneficiary(id: $person) { id }
        nodes(ids: $ids) { ... on Referral { status purpose beneficiary { id } } } }`,
      { person, ids: [accepted, requested] },
    );
    const hidden = { status: 'CANCELLED', purpose: '', beneficiary: null };
    expect(read).toEqual({ beneficiary: null, nodes: [hidden, hidden] });
    const again = validInput.recordSharingAgreement(person, second.partner);
    expect(await refusalsOf(referent.client, 'recordSharingAgreement', again)).toEqual(['INVALID agreedOn']);
  });

  it('also applies to ended sharings: an earlier agreement is no longer accepted', async () => {
    const person = await registerPerson(referent.client);
    const referral = await sendReferral(referent.client, person, second.partner, { agreedOn: daysAgo(5) });
    await runCommand(second.client, ...actionCommand('DECLINE', referral, 1));
    const all = { beneficiary: person, partner: second.partner.id };
    expect(await runCommand(referent.client, 'withdrawFromPartner', all)).toEqual([]);
    const input = validInput.recordSharingAgreement(person, second.partner, { agreedOn: daysAgo(1) });
    expect(await refusalsOf(referent.client, 'recordSharingAgreement', input)).toEqual(['INVALID agreedOn']);
  });

  it('is allowed to the partner itself, the granting partners and the referent; a withdrawal from the referent is refused', async () => {
    const person = await registerPerson(referent.client);
    await share(person, second);
    await share(person, third);
    const from = ({ partner }: Caseworker) => ({ beneficiary: person, partner: partner.id });
    expect(await refusalsOf(second.client, 'withdrawFromPartner', from(third))).toEqual([
      'NOT_FOUND partner',
    ]);
    expect(await refusalsOf(referent.client, 'withdrawFromPartner', from(referent))).toEqual([
      'INVALID partner',
    ]);
    const granted = validInput.recordSharingAgreement(person, third.partner);
    await runCommand(second.client, 'recordSharingAgreement', granted);
    expect(await runCommand(second.client, 'withdrawFromPartner', from(third))).toHaveLength(2);
    expect(await runCommand(second.client, 'withdrawFromPartner', from(second))).toHaveLength(1);
    expect(await scopeOf(third, person)).toBeUndefined();
    expect(await scopeOf(second, person)).toBeUndefined();
  });
});

describe('the row policies refuse', () => {
  let login: LoginConnection;
  beforeAll(async () => {
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  const key = (id: string) => id.slice(id.indexOf('_') + 1);
  const insert = ({ member, partner }: Caseworker, person: string, to: Caseworker, row: Data) => {
    const all = {
      id: randomUUID(),
      beneficiary_id: key(person),
      partner_id: to.partner.key,
      scope: 'IDENTITY',
      basis: 'AGREEMENT',
      until: new Date(Date.now() + 86_400_000),
      granted_by_id: partner.key,
      recorded_by_id: member.key,
      method: 'ORAL',
      ...row,
    };
    const columns = Object.keys(all);
    return login.try(
      {
        role: 'hub_partner',
        variables: {
          'app.member_id': member.key,
          'app.partner_id': partner.key,
          'app.role': 'CASEWORKER',
        },
      },
      `insert into sharing (${columns}) values (${columns.map((_, index) => `$${index + 1}`)})`,
      Object.values(all),
    );
  };

  it('an agreement without a date, before the person was informed, or before a withdrawal', async () => {
    const person = await personWithWithdrawal();
    for (const agreed_on of [null, daysAgo(361), daysAgo(60), daysAgo(20)]) {
      expect(await insert(referent, person, second, { agreed_on })).toMatchObject({ code: '42501' });
    }
    expect(await insert(referent, person, second, { agreed_on: daysAgo(19) })).toMatchObject({ count: 1 });
    const confirmed = { agreed_on: daysAgo(20), agreed_after_withdrawal: true };
    expect(await insert(referent, person, second, confirmed)).toMatchObject({ count: 1 });
  });

  it('a sharing by a referral whose sender has lost its own access', async () => {
    const person = await registerPerson(referent.client);
    const firstReferral = await sendReferral(referent.client, person, second.partner);
    await runCommand(second.client, ...actionCommand('ACCEPT', firstReferral, 1));
    const secondReferral = await sendReferral(second.client, person, third.partner);
    await runCommand(referent.client, ...actionCommand('CANCEL', firstReferral, 2));
    await runCommand(third.client, ...actionCommand('ACCEPT', secondReferral, 1));
    const sharing = {
      scope: 'PATHWAY',
      basis: 'REFERRAL',
      referral_id: key(secondReferral),
      granted_by_id: second.partner.key,
      agreed_on: daysAgo(0),
    };
    expect(await insert(third, person, third, sharing)).toMatchObject({ code: '42501' });
  });
});

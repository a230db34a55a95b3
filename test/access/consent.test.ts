import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { type CommandName, done, objectOf, refused, rightInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { call } from '../kit/referral-actions.js';
import { daysAgo, registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';

const hub = testHub();
interface House {
  readonly client: Client;
  readonly partner: SeededPartner;
  readonly member: SeededMember;
}
let csc: House;
let relais: House;
let aspe: House;

beforeAll(async () => {
  [csc, relais, aspe] = (await Promise.all([1, 2, 3].map(() => hub.town.caseworker()))) as [
    House,
    House,
    House,
  ];
});

const scopeSeen = async ({ client }: House, id: string): Promise<string | undefined> =>
  (await client.data('query ($id: ID!) { beneficiary(id: $id) { access { scope } } }', { id })).beneficiary
    ?.access.scope;
const share = async (person: string, to: House, changes: Data = {}): Promise<string> =>
  (
    await done(
      csc.client,
      'recordSharingAgreement',
      rightInput.recordSharingAgreement(person, to.partner, changes),
    )
  ).id;
const messageOf = async (client: Client, command: CommandName, input: Data): Promise<string> =>
  (await client.run(command, input, `${objectOf(command)} { __typename }`)).userErrors[0].message;

/** A person whose agreement with Relais of 60 days ago was withdrawn 20 days ago. */
async function withdrawn(): Promise<string> {
  const person = await registerPerson(csc.client);
  const sharing = await share(person, relais, { agreedOn: daysAgo(60) });
  await done(csc.client, 'withdrawSharing', { sharing });
  await hub.owner("update sharing set withdrawn_at = withdrawn_at - interval '20 days' where id = $1", [
    sharing.slice('sharing_'.length),
  ]);
  return person;
}

/** Every command that records a person's agreement to be seen by Relais. */
const ways: readonly (readonly [
  string,
  (person: string, agreed: Data) => Promise<[House, CommandName, Data]>,
])[] = [
  [
    'an agreement, wider',
    async (person, agreed) => [
      csc,
      'recordSharingAgreement',
      rightInput.recordSharingAgreement(person, relais.partner, { scope: 'FOLLOW_UP', ...agreed }),
    ],
  ],
  [
    'a referral',
    async (person, agreed) => [csc, 'sendReferral', rightInput.sendReferral(person, relais.partner, agreed)],
  ],
  [
    'a draft that is sent',
    async (person, agreed) => {
      const { id } = await done(
        csc.client,
        'draftReferral',
        rightInput.draftReferral(person, relais.partner),
      );
      return [csc, ...call('SEND', id, 1, { agreedAfterWithdrawal: null, ...agreed })];
    },
  ],
  [
    'a person referred again',
    async (person, agreed) => {
      const input = rightInput.sendReferral(person, relais.partner, {
        agreedOn: daysAgo(0),
        agreedAfterWithdrawal: true,
      });
      const { id } = await done(csc.client, 'sendReferral', input);
      await done(csc.client, ...call('CANCEL', id, 1));
      return [csc, 'referAgain', rightInput.referAgain(id, 2, agreed)];
    },
  ],
];

describe('after a withdrawal', () => {
  it.each(ways)(
    '%s with an earlier agreement is refused, with a message that says what to do',
    async (_, way) => {
      const person = await withdrawn();
      const [{ client }, command, input] = await way(person, { agreedOn: daysAgo(60) });
      expect(await refused(client, command, input)).toEqual(['INVALID agreedOn']);
      expect(await messageOf(client, command, input)).toMatch(
        /must be later than the withdrawal on \d+ \w+ \d{4}/,
      );
      expect(await scopeSeen(relais, person)).toBeUndefined();
    },
  );

  it.each(ways)(
    '%s with an agreement of the same day is accepted once it is confirmed to be later',
    async (_, way) => {
      const person = await withdrawn();
      const [{ client }, command, input] = await way(person, { agreedOn: daysAgo(20) });
      expect(await refused(client, command, input)).toEqual(['INVALID agreedAfterWithdrawal']);
      await done(client, command, { ...input, agreedAfterWithdrawal: true });
      expect(await scopeSeen(relais, person)).toBeDefined();
    },
  );

  it('a later agreement is accepted', async () => {
    const person = await withdrawn();
    await share(person, relais, { agreedOn: daysAgo(19) });
    expect(await scopeSeen(relais, person)).toBe('PATHWAY');
  });

  it('an extension with an earlier agreement is refused', async () => {
    const person = await withdrawn();
    const sharing = await share(person, relais, { agreedOn: daysAgo(19) });
    await share(person, aspe, { agreedOn: daysAgo(60) });
    const input = rightInput.extendSharing(sharing, { agreedOn: daysAgo(30) });
    expect(await refused(csc.client, 'extendSharing', input)).toEqual(['INVALID agreedOn']);
  });

  it('a link request with an earlier agreement cannot be accepted', async () => {
    const person = { firstName: 'Amina', lastName: 'Withdrawn', birthDate: '1990-05-17' };
    const id = await registerPerson(csc.client, person);
    const sharing = await share(id, relais);
    await done(csc.client, 'withdrawSharing', { sharing });
    const request = await done(
      relais.client,
      'requestLink',
      rightInput.requestLink({ ...person, agreedOn: daysAgo(1) }),
    );
    const answer = { linkRequest: request.id, answer: 'ACCEPT' };
    expect(await refused(csc.client, 'answerLinkRequest', answer)).toEqual(['INVALID linkRequest']);
    expect(await scopeSeen(relais, id)).toBeUndefined();
  });

  it('a referral sent before the withdrawal of another agreement grants IDENTITY only', async () => {
    const person = await registerPerson(csc.client);
    const sharing = await share(person, relais);
    const referral = await sendReferral(csc.client, person, relais.partner);
    await done(csc.client, 'withdrawSharing', { sharing });
    const accepted = await done(relais.client, ...call('ACCEPT', referral, 1), 'status accessLimit');
    expect(accepted).toEqual({ status: 'ACCEPTED', accessLimit: 'PERSON' });
    expect(await scopeSeen(relais, person)).toBe('IDENTITY');
  });
});

describe('an agreement must be later than the information of the person', () => {
  it.each(ways)('%s with an agreement before the information is refused', async (_, way) => {
    const person = await registerPerson(csc.client, { informedOn: daysAgo(3) });
    const [{ client }, command, input] = await way(person, { agreedOn: daysAgo(5) });
    expect(await refused(client, command, input)).toEqual(['INVALID agreedOn']);
    expect(await messageOf(client, command, input)).toMatch(
      /The person was informed on \d+ \w+ \d{4}, and the agreement cannot be earlier/,
    );
  });
});

describe('a chain of referrals', () => {
  /** CSC refers to Relais, which accepts and refers on to ASPE. */
  async function chain(): Promise<{ person: string; first: string; further: string }> {
    const person = await registerPerson(csc.client);
    const first = await sendReferral(csc.client, person, relais.partner, { scope: 'FOLLOW_UP' });
    await done(relais.client, ...call('ACCEPT', first, 1));
    const further = await sendReferral(relais.client, person, aspe.partner);
    return { person, first, further };
  }
  const withdraw = (person: string, { partner }: House) =>
    done(csc.client, 'withdrawFromPartner', { beneficiary: person, partner: partner.id });
  const limitOf = async ({ client }: House, id: string) =>
    (await client.data('query ($id: ID!) { referral(id: $id) { accessLimit } }', { id })).referral
      .accessLimit;

  it('grants IDENTITY only once the person has withdrawn from the middle partner', async () => {
    const { person, further } = await chain();
    await withdraw(person, relais);
    expect(await scopeSeen(relais, person)).toBeUndefined();
    const listening = await Promise.all(
      [relais, aspe].map(({ client }) => client.listen('kind referral { id accessLimit }')),
    );
    expect(await done(aspe.client, ...call('ACCEPT', further, 1), 'accessLimit')).toEqual({
      accessLimit: 'SENDER',
    });
    expect(await scopeSeen(aspe, person)).toBe('IDENTITY');
    for (const [index, house] of [relais, aspe].entries()) {
      expect(await limitOf(house, further)).toBe('SENDER');
      const told = { kind: 'ACCESS_LIMITED', referral: { id: further, accessLimit: 'SENDER' } };
      expect(await listening[index]?.until('ACCESS_LIMITED', further)).toEqual(told);
      await listening[index]?.stop();
    }
    await hub.consumed();
    const { notifications } = (
      await relais.client.data('{ viewer { notifications(first: 50) { nodes { kind referral { id } } } } }')
    ).viewer;
    expect(notifications.nodes).toContainEqual({
      kind: 'REFERRAL_ACCESS_LIMITED',
      referral: { id: further },
    });
  });

  it('grants the scope of the person’s own agreement with the last partner', async () => {
    const { person, further } = await chain();
    await share(person, aspe, { scope: 'PATHWAY' });
    await withdraw(person, relais);
    await done(aspe.client, ...call('ACCEPT', further, 1));
    expect(await scopeSeen(aspe, person)).toBe('PATHWAY');
  });

  it('is reduced to IDENTITY when the person withdraws from the middle partner afterwards', async () => {
    const { person, further } = await chain();
    await done(aspe.client, ...call('ACCEPT', further, 1));
    expect(await scopeSeen(aspe, person)).toBe('PATHWAY');
    await withdraw(person, relais);
    expect(await scopeSeen(aspe, person)).toBe('IDENTITY');
    expect(await limitOf(relais, further)).toBe('SENDER');
    expect(await limitOf(aspe, further)).toBe('SENDER');
  });

  it('ends with the access of the middle partner once it is closed, and so do agreements', async () => {
    const { person, first, further } = await chain();
    await done(aspe.client, ...call('ACCEPT', further, 1));
    await done(aspe.client, ...call('COMPLETE', further, 2));
    const input = rightInput.recordSharingAgreement(person, aspe.partner);
    await done(relais.client, 'recordSharingAgreement', input);
    await done(csc.client, ...call('CANCEL', first, 2));
    expect(await scopeSeen(aspe, person)).toBeUndefined();
  });

  it('lasts no longer than the access that it was derived from', async () => {
    const person = await registerPerson(csc.client);
    await share(person, relais, { agreedOn: daysAgo(300) });
    const input = rightInput.recordSharingAgreement(person, aspe.partner, { agreedOn: daysAgo(1) });
    const query = 'until';
    const derived = await done(relais.client, 'recordSharingAgreement', input, query);
    const { sharings } = (
      await csc.client.data(
        'query ($id: ID!) { beneficiary(id: $id) { sharings { until partner { id } } } }',
        {
          id: person,
        },
      )
    ).beneficiary;
    const own = sharings.find((it: Data) => it.partner.id === relais.partner.id);
    expect(derived.until).toBe(own.until);
  });
});

describe('withdrawing everything from a partner', () => {
  it('ends agreements and the access from referrals, cancels open referrals, and the next read finds nothing', async () => {
    const person = await registerPerson(csc.client);
    await share(person, relais, { scope: 'FOLLOW_UP' });
    const accepted = await sendReferral(csc.client, person, relais.partner);
    await done(relais.client, ...call('ACCEPT', accepted, 1));
    const requested = await sendReferral(csc.client, person, relais.partner);
    const ended = await done(csc.client, 'withdrawFromPartner', {
      beneficiary: person,
      partner: relais.partner.id,
      reason: 'Changed their mind',
    });
    expect(ended).toHaveLength(3);
    const read = await relais.client.data(
      `query ($person: ID!, $ids: [ID!]!) { beneficiary(id: $person) { id }
        nodes(ids: $ids) { ... on Referral { status purpose beneficiary { id } } } }`,
      { person, ids: [accepted, requested] },
    );
    const gone = { status: 'CANCELLED', purpose: '', beneficiary: null };
    expect(read).toEqual({ beneficiary: null, nodes: [gone, gone] });
    const again = rightInput.recordSharingAgreement(person, relais.partner);
    expect(await refused(csc.client, 'recordSharingAgreement', again)).toEqual(['INVALID agreedOn']);
  });

  it('also invalidates ended sharings: an earlier agreement is no longer accepted', async () => {
    const person = await registerPerson(csc.client);
    const referral = await sendReferral(csc.client, person, relais.partner, { agreedOn: daysAgo(5) });
    await done(relais.client, ...call('DECLINE', referral, 1));
    const all = { beneficiary: person, partner: relais.partner.id };
    expect(await done(csc.client, 'withdrawFromPartner', all)).toEqual([]);
    const input = rightInput.recordSharingAgreement(person, relais.partner, { agreedOn: daysAgo(1) });
    expect(await refused(csc.client, 'recordSharingAgreement', input)).toEqual(['INVALID agreedOn']);
  });

  it('is allowed to the partner itself, the granting partners and the referent, and never from the referent', async () => {
    const person = await registerPerson(csc.client);
    await share(person, relais);
    await share(person, aspe);
    const from = ({ partner }: House) => ({ beneficiary: person, partner: partner.id });
    expect(await refused(relais.client, 'withdrawFromPartner', from(aspe))).toEqual(['NOT_FOUND partner']);
    expect(await refused(csc.client, 'withdrawFromPartner', from(csc))).toEqual(['INVALID partner']);
    const granted = rightInput.recordSharingAgreement(person, aspe.partner);
    await done(relais.client, 'recordSharingAgreement', granted);
    expect(await done(relais.client, 'withdrawFromPartner', from(aspe))).toHaveLength(2);
    expect(await done(relais.client, 'withdrawFromPartner', from(relais))).toHaveLength(1);
    expect(await scopeSeen(aspe, person)).toBeUndefined();
    expect(await scopeSeen(relais, person)).toBeUndefined();
  });
});

describe('the database itself refuses', () => {
  let login: LoginConnection;
  beforeAll(async () => {
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  const key = (id: string) => id.slice(id.indexOf('_') + 1);
  const insert = ({ member, partner }: House, person: string, to: House, row: Data) => {
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

  it('an agreement without a date, before the information, or before a withdrawal', async () => {
    const person = await withdrawn();
    for (const agreed_on of [null, daysAgo(361), daysAgo(60), daysAgo(20)]) {
      expect(await insert(csc, person, relais, { agreed_on })).toMatchObject({ code: '42501' });
    }
    expect(await insert(csc, person, relais, { agreed_on: daysAgo(19) })).toMatchObject({ count: 1 });
    const confirmed = { agreed_on: daysAgo(20), agreed_after_withdrawal: true };
    expect(await insert(csc, person, relais, confirmed)).toMatchObject({ count: 1 });
  });

  it('the scope of a referral after the sender has lost its own access', async () => {
    const person = await registerPerson(csc.client);
    const first = await sendReferral(csc.client, person, relais.partner);
    await done(relais.client, ...call('ACCEPT', first, 1));
    const further = await sendReferral(relais.client, person, aspe.partner);
    await done(csc.client, ...call('CANCEL', first, 2));
    await done(aspe.client, ...call('ACCEPT', further, 1));
    const opened = {
      scope: 'PATHWAY',
      basis: 'REFERRAL',
      referral_id: key(further),
      granted_by_id: relais.partner.key,
      agreed_on: daysAgo(0),
    };
    expect(await insert(aspe, person, aspe, opened)).toMatchObject({ code: '42501' });
  });
});

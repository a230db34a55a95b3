import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { Browser, type Oidc, startOidc } from '../kit/oidc.js';
import { RawSocket } from '../kit/raw-socket.js';
import { openPathway, registerPerson } from '../kit/town.js';
import { inner } from './harmless.js';

/**
 * Measures whether timing reveals existence: the probability that a request about an existing person
 * takes longer than one about a person who does not exist. At .5, timing reveals nothing. The order is
 * random and the comparison uses ranks, so that other load on the machine has little influence.
 */
async function probabilityOfSlower(
  name: string,
  samples: number,
  ask: (who: 'existing' | 'unknown') => Promise<unknown>,
  prepare?: (round: number) => Promise<unknown>,
): Promise<number> {
  const took = { existing: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < samples; round++) {
    const order = ['existing', 'unknown'] as const;
    await prepare?.(round);
    for (const who of Math.random() < 0.5 ? order : order.toReversed()) {
      const begun = performance.now();
      await ask(who);
      took[who].push(performance.now() - begun);
    }
  }
  const wins = took.existing.flatMap((a) => took.unknown.map((b) => Number(a > b)));
  const probability = wins.reduce((sum, it) => sum + it, 0) / wins.length;
  console.log(`${name}: an existing person takes longer with probability ${probability.toFixed(3)}`);
  return probability;
}

describe('an answer discloses nothing', () => {
  const hub = testHub();
  let insider: Client;
  let stranger: Client;
  let person: string;
  let partner: string;

  beforeAll(async () => {
    const caseworker = await hub.town.caseworker();
    insider = caseworker.client;
    partner = caseworker.partner.id;
    person = await registerPerson(insider);
    await openPathway(insider, person);
    ({ client: stranger } = await hub.town.caseworker());
  });

  const textOf = async (client: Client, query: string, variables = {}) =>
    (await client.post({ query, variables })).text();

  it('by introspection: the schema is the same for every role and contains no data', async () => {
    const query = '{ __schema { types { name fields { name } } } }';
    const shown = await textOf(insider, query);
    const { client } = await hub.town.signedInMember(await hub.town.partner(), 'COMMITTEE_MEMBER');
    expect(await textOf(client, query)).toBe(shown);
    expect(shown).not.toContain(person.slice(person.indexOf('_') + 1));
  });

  it('by introspection without a token', async () => {
    const answer = await new Client(hub.url, '').post({ query: '{ __schema { types { name } } }' });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['stack traces: a query with a syntax error', '{ beneficiary(', {}],
    [
      'stack traces: a variable of the wrong type',
      'query ($id: ID!) { beneficiary(id: $id) { id } }',
      { id: { a: 1 } },
    ],
    ['SQL: an invalid id', `{ beneficiary(id: "'; select 1 --") { id } }`, {}],
    ['SQL: an invalid cursor', '{ beneficiaries(after: "x") { nodes { id } } }', {}],
    [
      'SQL: a date that does not exist',
      'mutation ($input: RegisterBeneficiaryInput!) { registerBeneficiary(input: $input) { userErrors { message } } }',
      { input: validInput.registerBeneficiary({ birthDate: '1990-02-31' }) },
    ],
  ])('about %s', async (_, query, variables) => {
    const text = await textOf(insider, query, variables);
    expect(text).toMatch(/errors/);
    expect(text).not.toMatch(inner);
  });

  it('about constraints: a second open pathway of a person', async () => {
    const payload = await insider.run('openPathway', validInput.openPathway(person), 'pathway { id }');
    expect(payload.userErrors).toHaveLength(1);
    expect(JSON.stringify(payload)).not.toMatch(inner);
  });

  it('about existence by errors: another partner’s person gets the same answer as an unknown id', async () => {
    const read = (id: string) =>
      textOf(stranger, 'query ($id: ID!) { beneficiary(id: $id) { id } node(id: $id) { id } }', { id });
    const unknown = `beneficiary_${randomUUID()}`;
    expect(await read(person)).toBe(await read(unknown));
    expect(JSON.parse(await read(person))).toMatchObject({ data: { beneficiary: null, node: null } });
    const shared = (id: string) =>
      stranger.run(
        'recordSharingAgreement',
        {
          ...validInput.recordSharingAgreement(id, { id: partner, key: '', slug: '' }),
          idempotencyKey: 'same',
        },
        'sharing { id }',
      );
    expect(await shared(person)).toEqual(await shared(unknown));
    expect(await shared(person)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it.each<[string, string, object?]>([
    ['a field', '{ viewr { role } }'],
    ['a field of an object', '{ viewer { rol } }'],
    ['an argument', '{ beneficiary(idd: "x") { id } }'],
    ['a value of an enum', '{ beneficiaries(orderBy: NAMES) { totalCount } }'],
    [
      'a value of an enum in a variable',
      'query ($by: BeneficiaryOrder) { beneficiaries(orderBy: $by) { totalCount } }',
      { by: 'NAMES' },
    ],
    ['a field of an input', '{ beneficiaries(filter: { serch: "x" }) { totalCount } }'],
    [
      'a field of an input in a variable',
      'query ($f: BeneficiaryFilter) { beneficiaries(filter: $f) { totalCount } }',
      { f: { serch: 'x' } },
    ],
    ['a type of a variable', 'query ($f: BeneficiaryFiler) { beneficiaries(filter: $f) { totalCount } }'],
    ['a type of a fragment', '{ node(id: "x") { ... on Beneficiry { id } } }'],
    ['a fragment', '{ viewer { ...rols } } fragment roles on Viewer { role }'],
    ['a directive', '{ viewer { role @skp(if: true) } }'],
    ['a mutation', 'mutation { registerBeneficiry { __typename } }'],
    ['a subscription', 'subscription { referralEvnts { kind } }'],
  ])(
    'about other names of the schema: no suggestions for a misspelt name of %s, over HTTP and WebSocket',
    async (_, query, variables = {}) => {
      const text = await textOf(insider, query, variables);
      const socket = await RawSocket.signedIn(hub.url, insider.token);
      socket.subscribe('1', query, variables);
      const errors = await socket.errorsOf('1');
      socket.close();
      expect(JSON.parse(text).errors.length).toBeGreaterThan(0);
      expect(errors.length).toBeGreaterThan(0);
      for (const said of [text, JSON.stringify(errors)]) expect(said).not.toMatch(/did you mean|suggest/i);
    },
  );

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['beneficiary', (id) => textOf(stranger, 'query ($id: ID!) { beneficiary(id: $id) { id } }', { id })],
    ['node', (id) => textOf(stranger, 'query ($id: ID!) { node(id: $id) { id } }', { id })],
    [
      'auditTrail',
      (id) => textOf(stranger, 'query ($id: ID!) { auditTrail(beneficiary: $id) { nodes { at } } }', { id }),
    ],
    ['openPathway', (id) => stranger.run('openPathway', validInput.openPathway(id), 'pathway { id }')],
  ])(
    'about existence by timing: %s takes as long for another partner’s person as for an unknown id',
    async (name, ask) => {
      const id = (who: string) => (who === 'existing' ? person : `beneficiary_${randomUUID()}`);
      const probability = await probabilityOfSlower(name, 80, (who) => ask(id(who)));
      expect(Math.abs(probability - 0.5)).toBeLessThan(0.2);
    },
  );

  it('about existence by timing: requestLink takes as long for a person of another partner as for an unknown person', async () => {
    const followed = { firstName: 'Ada', lastName: 'Lovelace', birthDate: '1995-12-10' };
    await registerPerson(insider, followed);
    const probability = await probabilityOfSlower(
      'requestLink',
      60,
      (who) =>
        runCommand(stranger, 'requestLink', validInput.requestLink(who === 'existing' ? followed : {})),
      // The hub allows only ten attempts a day.
      async (round) => round % 5 === 0 && hub.owner('delete from link_attempt'),
    );
    expect(Math.abs(probability - 0.5)).toBeLessThan(0.2);
  });

  it('about e-mail addresses by invitations: an address that another partner uses is invited like any other', async () => {
    const { client, member } = await hub.town.signedInMember(
      await hub.town.partner(),
      'PARTNER_ADMINISTRATOR',
    );
    const known = (await hub.town.member(await hub.town.partner())).email;
    expect(known).not.toBe(member.email);
    const fields = 'member { role kind deactivatedAt }';
    const invited = (email: string) => client.run('inviteMember', validInput.inviteMember({ email }), fields);
    expect(await invited(known)).toEqual(await invited('nobody@elsewhere.test'));
  });
});

describe('sign-in at a provider discloses nothing', () => {
  const env: Record<string, string> = {};
  let oidc: Oidc;
  beforeAll(async () => {
    oidc = await startOidc();
    Object.assign(env, oidc.env);
  });
  const hub = testHub(env);
  let known: string;
  // biome-ignore lint/suspicious/noDuplicateTestHooks: between the two, the hub starts
  beforeAll(async () => {
    const { key, email } = await hub.town.member(await hub.town.partner());
    await hub.owner('update member set subject = null where id = $1', [key]);
    known = email;
  });
  afterAll(() => oidc.stop());

  /** The parts of a response that a browser can observe. */
  const seen = async (response: Response) => ({
    status: response.status,
    text: await response.text(),
    cookies: response.headers.getSetCookie().map((it) => it.replace(/=[^;]*/, '=')),
  });

  it.each<[string, (email: string) => Promise<Response>]>([
    [
      'the demonstration sign-in',
      (email) =>
        fetch(`${hub.url}/auth/demo`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email }),
        }),
    ],
    [
      'the list of demonstration accounts',
      (email) => fetch(`${hub.url}/auth/demo?email=${encodeURIComponent(email)}`),
    ],
    [
      'a login hint',
      (email) =>
        fetch(`${hub.url}/auth/login?login_hint=${encodeURIComponent(email)}`, { redirect: 'manual' }),
    ],
    [
      'an e-mail address as a token',
      (email) => new Client(hub.url, email.replace('@', '.')).post({ query: '{ viewer { role } }' }),
    ],
    ['an account with an unverified address', (email) => signedIn(email, false)],
  ])('%s: a known e-mail address gets the same answer as an unknown one', async (_, ask) => {
    const answer = await seen(await ask(known));
    expect(answer).toEqual(await seen(await ask(`x${known.slice(1)}`)));
    expect(answer.status).not.toBe(200);
    expect(JSON.stringify(answer)).not.toContain('@');
  });

  it('a deactivated member gets the same answer as an account that was never invited', async () => {
    const { key, email } = await hub.town.member(await hub.town.partner());
    await hub.owner('update member set subject = null, deactivated_at = now() where id = $1', [key]);
    const gone = await seen(await signedIn(email, true));
    expect(gone).toEqual(await seen(await signedIn('never.invited@elsewhere.test', true)));
    expect(gone.status).toBe(403);
  });

  it('an invited account can sign in (control for the tests above)', async () => {
    expect((await signedIn(known, true)).status).toBe(200);
  });

  /** The final response of the hub after sign-in at the provider with this address. */
  async function signedIn(email: string, proven: boolean): Promise<Response> {
    const login = randomUUID();
    oidc.accounts.set(login, { email, emailVerified: proven });
    return new Browser().signIn(hub.url, login);
  }
});

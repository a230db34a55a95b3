import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, rightInput } from '../kit/acts.js';
import { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { Browser, type Oidc, startOidc } from '../kit/oidc.js';
import { RawSocket } from '../kit/raw-socket.js';
import { openPathway, registerPerson } from '../kit/town.js';
import { inner } from './harmless.js';

/**
 * How probable it is that a question about somebody takes longer than one about nobody: .5 tells nothing.
 * Asked in a random order, and compared by ranks, so that a machine at work on other things changes little.
 */
async function told(
  name: string,
  samples: number,
  ask: (who: 'somebody' | 'nobody') => Promise<unknown>,
  prepare?: (round: number) => Promise<unknown>,
): Promise<number> {
  const took = { somebody: [] as number[], nobody: [] as number[] };
  for (let round = 0; round < samples; round++) {
    const order = ['somebody', 'nobody'] as const;
    await prepare?.(round);
    for (const who of Math.random() < 0.5 ? order : order.toReversed()) {
      const begun = performance.now();
      await ask(who);
      took[who].push(performance.now() - begun);
    }
  }
  const wins = took.somebody.flatMap((a) => took.nobody.map((b) => Number(a > b)));
  const probability = wins.reduce((sum, it) => sum + it, 0) / wins.length;
  console.log(`${name}: somebody takes longer than nobody with probability ${probability.toFixed(3)}`);
  return probability;
}

describe('an answer gives nothing away', () => {
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

  it('of introspection: the schema is the same for every role, and holds no row', async () => {
    const query = '{ __schema { types { name fields { name } } } }';
    const shown = await textOf(insider, query);
    const { client } = await hub.town.signedIn(await hub.town.partner(), 'COMMITTEE_MEMBER');
    expect(await textOf(client, query)).toBe(shown);
    expect(shown).not.toContain(person.slice(person.indexOf('_') + 1));
  });

  it('of introspection without a token', async () => {
    const answer = await new Client(hub.url, '').post({ query: '{ __schema { types { name } } }' });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['a stack: a query that does not parse', '{ beneficiary(', {}],
    [
      'a stack: a variable of the wrong type',
      'query ($id: ID!) { beneficiary(id: $id) { id } }',
      { id: { a: 1 } },
    ],
    ['SQL: an id that is none', `{ beneficiary(id: "'; select 1 --") { id } }`, {}],
    ['SQL: a cursor that is none', '{ beneficiaries(after: "x") { nodes { id } } }', {}],
    [
      'SQL: a day beyond the calendar',
      'mutation ($input: RegisterBeneficiaryInput!) { registerBeneficiary(input: $input) { userErrors { message } } }',
      { input: rightInput.registerBeneficiary({ birthDate: '1990-02-31' }) },
    ],
  ])('of %s', async (_, query, variables) => {
    const text = await textOf(insider, query, variables);
    expect(text).toMatch(/errors/);
    expect(text).not.toMatch(inner);
  });

  it('of a constraint: two open pathways of one person', async () => {
    const payload = await insider.act('openPathway', rightInput.openPathway(person), 'pathway { id }');
    expect(payload.userErrors).toHaveLength(1);
    expect(JSON.stringify(payload)).not.toMatch(inner);
  });

  it('of existence by error: another partner’s person is as absent as nobody', async () => {
    const asked = (id: string) =>
      textOf(stranger, 'query ($id: ID!) { beneficiary(id: $id) { id } node(id: $id) { id } }', { id });
    const nobody = `beneficiary_${randomUUID()}`;
    expect(await asked(person)).toBe(await asked(nobody));
    expect(JSON.parse(await asked(person))).toMatchObject({ data: { beneficiary: null, node: null } });
    const shared = (id: string) =>
      stranger.act(
        'recordSharingAgreement',
        {
          ...rightInput.recordSharingAgreement(id, { id: partner, key: '', slug: '' }),
          idempotencyKey: 'same',
        },
        'sharing { id }',
      );
    expect(await shared(person)).toEqual(await shared(nobody));
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
    ['an act', 'mutation { registerBeneficiry { __typename } }'],
    ['a subscription', 'subscription { referralEvnts { kind } }'],
  ])(
    'of what else there is: %s that is misspelt, over HTTP and WebSocket',
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
    ['openPathway', (id) => stranger.act('openPathway', rightInput.openPathway(id), 'pathway { id }')],
  ])(
    'of existence by timing: %s takes as long for another partner’s person as for nobody',
    async (name, ask) => {
      const id = (who: string) => (who === 'somebody' ? person : `beneficiary_${randomUUID()}`);
      const probability = await told(name, 80, (who) => ask(id(who)));
      expect(Math.abs(probability - 0.5)).toBeLessThan(0.2);
    },
  );

  it('of existence by timing: a request to be linked takes as long for who is followed as for nobody', async () => {
    const followed = { firstName: 'Ada', lastName: 'Lovelace', birthDate: '1995-12-10' };
    await registerPerson(insider, followed);
    const probability = await told(
      'requestLink',
      60,
      (who) => done(stranger, 'requestLink', rightInput.requestLink(who === 'somebody' ? followed : {})),
      // The hub itself would allow ten a day.
      async (round) => round % 5 === 0 && hub.owner('delete from link_attempt'),
    );
    expect(Math.abs(probability - 0.5)).toBeLessThan(0.2);
  });

  it('of addresses by invitations: one that another partner knows is invited as any', async () => {
    const { client, member } = await hub.town.signedIn(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    const known = (await hub.town.member(await hub.town.partner())).email;
    expect(known).not.toBe(member.email);
    const fields = 'member { role kind deactivatedAt }';
    const invited = (email: string) => client.act('inviteMember', rightInput.inviteMember({ email }), fields);
    expect(await invited(known)).toEqual(await invited('nobody@elsewhere.test'));
  });
});

describe('signing in by a provider gives nothing away', () => {
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

  /** What a browser sees of an answer. */
  const seen = async (response: Response) => ({
    status: response.status,
    text: await response.text(),
    cookies: response.headers.getSetCookie().map((it) => it.replace(/=[^;]*/, '=')),
  });

  it.each<[string, (email: string) => Promise<Response>]>([
    [
      'the door of the demonstration',
      (email) =>
        fetch(`${hub.url}/auth/demo`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email }),
        }),
    ],
    ['the list of its accounts', (email) => fetch(`${hub.url}/auth/demo?email=${encodeURIComponent(email)}`)],
    [
      'a hint at signing in',
      (email) =>
        fetch(`${hub.url}/auth/login?login_hint=${encodeURIComponent(email)}`, { redirect: 'manual' }),
    ],
    [
      'an address for a token',
      (email) => new Client(hub.url, email.replace('@', '.')).post({ query: '{ viewer { role } }' }),
    ],
    ['an account whose address is not proven', (email) => signedIn(email, false)],
  ])('%s: an address that is known is answered as one that is not', async (_, ask) => {
    const answer = await seen(await ask(known));
    expect(answer).toEqual(await seen(await ask(`x${known.slice(1)}`)));
    expect(answer.status).not.toBe(200);
    expect(JSON.stringify(answer)).not.toContain('@');
  });

  it('a member who signs in no more is told what whoever was never invited is told', async () => {
    const { key, email } = await hub.town.member(await hub.town.partner());
    await hub.owner('update member set subject = null, deactivated_at = now() where id = $1', [key]);
    const gone = await seen(await signedIn(email, true));
    expect(gone).toEqual(await seen(await signedIn('never.invited@elsewhere.test', true)));
    expect(gone.status).toBe(403);
  });

  it('while whoever is invited comes in, so that the others prove something', async () => {
    expect((await signedIn(known, true)).status).toBe(200);
  });

  /** The hub's last page for somebody who signs in at the provider with this address. */
  async function signedIn(email: string, proven: boolean): Promise<Response> {
    const login = randomUUID();
    oidc.accounts.set(login, { email, proven });
    return new Browser().signIn(hub.url, login);
  }
});

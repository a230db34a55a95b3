import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { Client, type Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { registerPerson } from '../kit/town.js';
import { address, gatewaySecret, link, runGateway, SpyService, testGateway } from './kit.js';

const hub = testHub({ HUB_GATEWAY_SECRET: gatewaySecret });

const sdl = `${link('"@key"')}
type Query { ftOffers(district: String): [FtOffer!] ftHost: Partner }
type FtOffer @key(fields: "id") { id: ID! title: String! host: Partner }
type Partner @key(fields: "id") { id: ID! ftJobOffers: Int ftAppointments(first: Int): [FtAppointment!] ftCount: Int }
type FtAppointment { at: String! }`;

let spy: SpyService;
let client: Client;
let partner: { readonly id: string; readonly slug: string };
beforeAll(async () => {
  const caseworker = await hub.town.caseworker();
  ({ client, partner } = caseworker);
  spy = await SpyService.start(sdl, {
    ftOffers: [{ id: '1', title: 'Gardener', host: { id: partner.id } }],
    ftHost: { id: partner.id, ftJobOffers: 3 },
    _entities: ({ __typename, id }: Data) => ({
      ...{ __typename, id, ftJobOffers: 3, ftCount: 2 },
      ftAppointments: ({ first }: Data) => [{ at: '09:00' }, { at: '10:00' }].slice(0, first ?? 2),
    }),
  });
});
afterAll(() => spy.stop());

const gateway = testGateway(() =>
  runGateway(hub.url, [{ name: 'france-travail', prefix: 'ft', url: spy.url }]),
);
beforeEach(() => {
  spy.received.length = 0;
  spy.answer = undefined;
});

const partnersQuery = `query ($first: Int) {
  partners(first: 50) { nodes { id name ftAppointments(first: $first) { at } ftCount } }
}`;
const one = (data: Data) => data.partners.nodes.find(({ id }: Data) => id === partner.id);
const hubPart = () => ({ id: partner.id, name: `The ${partner.slug}` });

describe('an operation', () => {
  it('joins the fields of the hub and of a partner', async () => {
    const data = await gateway.for(client).data(partnersQuery, { first: 1 });
    expect(one(data)).toEqual({ ...hubPart(), ftAppointments: [{ at: '09:00' }], ftCount: 2 });
  });

  it('follows a partner’s reference back to the hub', async () => {
    const data = await gateway
      .for(client)
      .data('{ ftOffers { title host { slug } } ftHost { slug ftJobOffers } }');
    expect(data).toEqual({
      ftOffers: [{ title: 'Gardener', host: { slug: partner.slug } }],
      ftHost: { slug: partner.slug, ftJobOffers: 3 },
    });
  });

  it('runs a command of the hub', async () => {
    const id = await registerPerson(gateway.for(client));
    expect(id).toMatch(/^beneficiary_/);
  });

  it('shows nothing that is for gateways only', async () => {
    const { errors } = await gateway
      .for(client)
      .send('{ node(id: "x") { id } _service { sdl } _entities { id } }');
    expect(errors?.map((it) => it.extensions?.['code'])).toEqual(Array(3).fill('GRAPHQL_VALIDATION_FAILED'));
    const data = await gateway.for(client).data('{ __schema { types { name fields { name } } } }');
    expect(JSON.stringify(data)).not.toMatch(/"(node|nodes)",?.*"Query"|_entities|_service|join__/);
  });

  it.each([
    ['tokens', `{ viewer { ${'role '.repeat(4000)} } }`],
    [
      'depth',
      `{ partners { nodes ${'{ services { nodes { partner '.repeat(6)} { id } ${'} } }'.repeat(6)} } }`,
    ],
    ['fields', `{ viewer { ${Array.from({ length: 1001 }, (_, i) => `a${i}: role`).join(' ')} } }`],
  ])('is refused above the limit of %s', async (_, query) => {
    const { errors } = await gateway.for(client).send(query);
    expect(errors).toHaveLength(1);
    expect(spy.received).toEqual([]);
  });

  it('is refused when its introspection is nested', async () => {
    const nested = 'fields { type { '.repeat(5);
    const query = `{ __schema { types { ${nested} name ${'} } '.repeat(5)} } } }`;
    const { errors } = await gateway.for(client).send(query);
    expect(errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('is refused when its body is too large', async () => {
    const response = await gateway.for(client).post({ query: `{ viewer { role } } #${'x'.repeat(300_000)}` });
    expect(response.status).toBe(413);
  });

  it.each([
    ['no token', {}],
    ['an invented token', { authorization: 'Bearer invented' }],
    ['a cookie alone', { cookie: 'hub_session=x' }],
  ])('is refused with %s, and no partner is asked', async (_, headers: Record<string, string>) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ ftOffers { title } }' }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(spy.received).toEqual([]);
  });
});

describe('a partner', () => {
  it('receives types and keys, no name, no token and no header of the viewer', async () => {
    const own = gateway.for(client);
    await own.post(
      { query: partnersQuery, operationName: null },
      { cookie: 'hub_session=x', 'x-hub-partner': partner.slug, 'x-forwarded-for': '192.0.2.7' },
    );
    expect(spy.received).toHaveLength(1);
    expect(spy.text).not.toMatch(new RegExp(`The partner|${client.token}|cookie|x-hub|192\\.0\\.2\\.7`));
    for (const it of spy.representations) expect(Object.keys(it)).toEqual(['__typename', 'id']);
    expect(spy.representations).toContainEqual({ __typename: 'Partner', id: partner.id });
  });

  it('gets a token of the gateway: its audience, 60 s, the partner and role of the viewer, no person', async () => {
    await gateway.for(client).data('{ ftOffers { title } }');
    const token = spy.received[0]?.headers.authorization?.replace('Bearer ', '') ?? '';
    const response = await fetch(`${gateway.url}/.well-known/jwks.json`);
    const keys = createLocalJWKSet((await response.json()) as JSONWebKeySet);
    const { payload } = await jwtVerify(token, keys, { issuer: address, audience: 'france-travail' });
    const { iat, exp, ...claims } = payload;
    expect((exp as number) - (iat as number)).toBe(60);
    expect(claims).toEqual({
      ...{ iss: address, aud: 'france-travail' },
      ...{ partner: partner.slug, partner_id: partner.id, role: 'CASEWORKER' },
    });
    const atHub = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ viewer { role } }' }),
    });
    expect(atHub.status).toBe(401);
  });

  it('gets the role and the partner that the viewer has chosen', async () => {
    const administrator = await hub.town.signedInMember(
      client && (await hub.town.partner()),
      'PARTNER_ADMINISTRATOR',
    );
    await gateway.for(administrator.client).data('{ ftOffers { title } }');
    const [, claims = ''] = spy.received[0]?.headers.authorization?.split('.') ?? [];
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      partner: administrator.partner.slug,
      role: 'PARTNER_ADMINISTRATOR',
    });
  });
});

describe('a partner that does not answer rightly', () => {
  const unavailable = { code: 'PARTNER_UNAVAILABLE', partner: 'france-travail' };
  const paths = (errors: Data) => errors.map(({ path }: Data) => path.at(-1)).sort();

  it.each<[string, SpyService['answer']]>([
    ['breaks the connection', (_, response) => void response.destroy()],
    ['answers malformed JSON', () => '{"data": {"_entities": ['],
    ['answers something else', () => '"SECRET"'],
    ['answers a failure', (_, response) => void response.writeHead(500).end('{"data":{},"errors":[]}')],
    ['redirects', (_, response) => void response.writeHead(307, { location: hub.url }).end()],
    ['answers too much', () => `{"data": "${'x'.repeat(5_000_000)}"}`],
    ['answers nested too deeply', () => `{"data": {"x": ${'['.repeat(1e6)}${']'.repeat(1e6)}}}`],
    ['answers nothing', () => ({ extensions: {} })],
  ])('and %s: the hub’s part is whole, its own is null with an error for each field', async (_, answer) => {
    spy.answer = answer;
    const { data, errors } = await gateway.for(client).send(partnersQuery);
    expect(one(data)).toEqual({ ...hubPart(), ftAppointments: null, ftCount: null });
    const index = data.partners.nodes.findIndex(({ id }: Data) => id === partner.id);
    const own = errors?.filter(({ path }) => path?.[2] === index);
    expect(paths(own)).toEqual(['ftAppointments', 'ftCount']);
    for (const error of own ?? []) expect(error.extensions).toEqual(unavailable);
    expect(JSON.stringify(errors)).not.toMatch(
      /SECRET|127\.0\.0\.1|representations|partner_|_entities|query|at /,
    );
    await closeCircuit();
  });

  it('and does not answer in time: the same', async () => {
    spy.answer = () => undefined;
    const settings = { name: 'france-travail', prefix: 'ft', url: spy.url, timeout: 300 };
    const impatient = await runGateway(hub.url, [settings]);
    const own = new Client(impatient.url, client.token);
    const { data, errors } = await own.send('{ viewer { role } ftOffers { title } }');
    expect(data).toEqual({ viewer: { role: 'CASEWORKER' }, ftOffers: null });
    expect(errors?.map((it) => it.extensions)).toEqual([unavailable]);
    await own.close();
    await impatient.stop();
  });

  it('and answers about other objects: null with an error, never their data', async () => {
    const foreign = `partner_${'0'.repeat(8)}`;
    spy.answer = async (received) =>
      JSON.parse(JSON.stringify(await spy.execute(received)).replaceAll(partner.id, foreign));
    const { data, errors } = await gateway.for(client).send(partnersQuery);
    expect(one(data)).toEqual({ ...hubPart(), ftAppointments: null, ftCount: null });
    expect(errors?.map((it) => it.extensions)).toEqual([unavailable, unavailable]);
  });

  it('and answers too few: the rest is null with an error', async () => {
    const second = await hub.town.partner();
    spy.answer = async (received) => {
      const answer = JSON.parse(JSON.stringify(await spy.execute(received)));
      answer.data._entities.length = 1;
      return answer;
    };
    const { data, errors } = await gateway.for(client).send(partnersQuery);
    const answered = data.partners.nodes.filter(({ ftCount }: Data) => ftCount === 2);
    expect(answered).toHaveLength(1);
    expect(errors).toHaveLength(2 * (data.partners.nodes.length - 1));
    expect(data.partners.nodes.map(({ id }: Data) => id)).toContain(second.id);
  });

  it('and answers more than it was asked for: it replaces nothing of the hub', async () => {
    spy.answer = async (received) => {
      const answer = JSON.parse(JSON.stringify(await spy.execute(received)));
      for (const it of answer.data._entities)
        Object.assign(it, {
          name: 'Replaced',
          ftCount: 'Quintessence',
          ftAppointments: [{ at: 1, lastName: 'X' }],
        });
      return answer;
    };
    const { data, errors } = await gateway.for(client).send(partnersQuery);
    expect(one(data)).toEqual({ ...hubPart(), ftAppointments: [{ at: '1' }], ftCount: null });
    expect(paths(errors)).toEqual(Array(errors?.length).fill('ftCount'));
    expect(JSON.stringify(errors)).not.toContain('Quintessence');
  });

  it('and answers with an error of its own: its text is not shown', async () => {
    const error = {
      message: 'SELECT FROM person WHERE Quintessence',
      path: ['ftOffers'],
      extensions: { stack: 'x' },
    };
    spy.answer = () => ({ data: { ftOffers: null }, errors: [error] });
    const { data, errors } = await gateway.for(client).send('{ viewer { role } ftOffers { title } }');
    expect(data).toEqual({ viewer: { role: 'CASEWORKER' }, ftOffers: null });
    expect(errors).toEqual([
      {
        message: 'The system of france-travail has answered with an error: ask that partner for the reason.',
        path: ['ftOffers'],
        extensions: { code: 'PARTNER_ERROR', partner: 'france-travail' },
      },
    ]);
  });

  it('and refuses an argument with 400: an error of the partner, which is asked again', async () => {
    await closeCircuit();
    spy.answer = (_, response) => {
      response.statusCode = 400;
      return { errors: [{ message: 'Quintessence is no district' }] };
    };
    for (let n = 0; n < 8; n++) {
      const { data, errors } = await gateway.for(client).send('{ ftOffers { title } }');
      expect(data).toEqual({ ftOffers: null });
      expect(errors?.map((it) => it.extensions)).toEqual([
        { code: 'PARTNER_ERROR', partner: 'france-travail' },
      ]);
      expect(JSON.stringify(errors)).not.toContain('Quintessence');
    }
    expect(spy.received).toHaveLength(9);
  });

  it('is left alone after five failures in a row', async () => {
    await closeCircuit();
    const query = '{ ftOffers { title } }';
    spy.answer = (_, response) => void response.destroy();
    for (let n = 0; n < 8; n++) await gateway.for(client).send(query);
    expect(spy.received).toHaveLength(6);
    const { data, errors } = await gateway.for(client, 'fr').send(query);
    expect(data).toEqual({ ftOffers: null });
    expect(errors).toEqual([
      {
        message:
          'Le système de france-travail ne répond pas : le reste est complet. Réessayez dans un moment.',
        path: ['ftOffers'],
        extensions: unavailable,
      },
    ]);
  });

  /** A success sets the count of failures back. */
  async function closeCircuit() {
    spy.answer = undefined;
    await gateway.for(client).data('{ ftOffers { title } }');
  }
});

it('answers its health and nothing else', async () => {
  const statusOf = async (path: string) => (await fetch(`${gateway.url}${path}`)).status;
  expect(
    await Promise.all(['/health/live', '/health/ready', '/', '/graphiql', '/readiness'].map(statusOf)),
  ).toEqual([200, 200, 404, 404, 404]);
});

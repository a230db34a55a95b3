import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { Data } from '../kit/client.js';
import { ExampleProcess } from './example-process.js';
import { fieldsWith, keysOf, objectsOf } from './gateway-client.js';

const issuer = 'https://graph.test';
const viewer = { partner: 'club-relais', partner_id: 'partner_1', role: 'CASEWORKER' };

let gateway: Server;
type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
let privateKey: Key;
let strangeKey: Key;
let example: ExampleProcess;
let url: string;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  ({ privateKey } = pair);
  strangeKey = (await generateKeyPair('ES256')).privateKey;
  const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }];
  gateway = createServer((_, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys })),
  ).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const keysUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/.well-known/jwks.json`;
  example = await ExampleProcess.start(issuer, keysUrl);
  ({ url } = example);
});

afterAll(async () => {
  await example.stop();
  gateway.close();
});

const now = () => Math.floor(Date.now() / 1000);

/** A token as the gateway signs it, with other claims or another key. */
function token(changes: JWTPayload = {}, key = privateKey): Promise<string> {
  const claims = { iss: issuer, aud: 'france-travail', iat: now(), exp: now() + 60, ...viewer, ...changes };
  const defined = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  return new SignJWT(defined).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(key);
}

const post = (authorization: string | undefined, query: string, variables = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ query, variables }),
  });

async function asked(query: string, variables = {}): Promise<Data> {
  const response = await post(`Bearer ${await token()}`, query, variables);
  expect(response.status).toBe(200);
  return response.json();
}

const definitions = '{ _service { sdl } }';

describe('the example of a partner’s system', () => {
  it('answers the gateway only: 401 without a valid token of the gateway for this partner', async () => {
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.`;
    const refused = {
      none: undefined,
      malformed: 'Bearer x',
      unsigned: `Bearer ${unsigned}`,
      expired: `Bearer ${await token({ iat: now() - 120, exp: now() - 60 })}`,
      'too old': `Bearer ${await token({ iat: now() - 120, exp: now() + 600 })}`,
      'without end': `Bearer ${await token({ exp: undefined as never })}`,
      'other audience': `Bearer ${await token({ aud: 'departement' })}`,
      'without audience': `Bearer ${await token({ aud: undefined as never })}`,
      'other issuer': `Bearer ${await token({ iss: 'https://hub.test' })}`,
      'other key': `Bearer ${await token({}, strangeKey)}`,
    };
    for (const [name, authorization] of Object.entries(refused))
      for (const query of [definitions, '{ ftActivity(year: 2025) { persons } }']) {
        const response = await post(authorization, query);
        expect([name, response.status]).toEqual([name, 401]);
        expect(await response.text()).not.toMatch(/sdl|persons/);
      }
    expect((await post(`Bearer ${await token()}`, definitions)).status).toBe(200);
  });

  it('answers the hub only, where the hub asks for figures: 401 also for the gateway', async () => {
    for (const path of ['activity', 'distinct/one/start'])
      for (const authorization of [undefined, 'Bearer x', `Bearer ${await token()}`]) {
        const response = await fetch(new URL(path, url), {
          ...{ method: 'POST', headers: { ...(authorization && { authorization }) } },
          body: JSON.stringify({ periods: [], period: '2025-Q1', parties: 2 }),
        });
        expect([path, authorization, response.status]).toEqual([path, authorization, 401]);
      }
  });

  it('gives a token without a viewer the definitions only', async () => {
    const bare = { partner: undefined, partner_id: undefined, role: undefined };
    const authorization = `Bearer ${await token(bare as never)}`;
    expect(await (await post(authorization, definitions)).json()).toMatchObject({
      data: { _service: { sdl: expect.stringContaining('ftAppointments') } },
    });
    const query =
      '{ _entities(representations: [{ __typename: "Beneficiary", ftReference: "1000001A" }]) { __typename } }';
    expect(await (await post(authorization, query)).json()).toMatchObject({ data: null, errors: [{}] });
  });

  it('adds nullable fields with its prefix to Beneficiary by its own reference, and to Partner by its id', async () => {
    const { data } = await asked(definitions);
    const { sdl } = data._service;
    expect(keysOf(sdl)).toEqual({ Beneficiary: ['ftReference'], Partner: ['id'] });
    for (const { name, fields = [] } of objectsOf(sdl)) {
      if (!['Query', 'Beneficiary', 'Partner'].includes(name.value)) {
        expect(name.value).toMatch(/^Ft[A-Z]/);
        continue;
      }
      for (const field of fields.filter((it) => it.name.value !== 'id')) {
        expect(field.name.value).toMatch(/^ft[A-Z]/);
        expect([field.name.value, field.type.kind]).not.toContain('NonNullType');
      }
    }
    expect(fieldsWith(sdl, 'Query', 'override')).toEqual([]);
  });

  it('finds a person by its own reference; an unknown or malformed one is null, in its place', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
      __typename ... on Beneficiary { ftReference ftAppointments(first: 3) { at subject state } } } }`;
    const reference = (ftReference: unknown) => ({ __typename: 'Beneficiary', ftReference });
    const of = [
      reference('no-such'),
      reference('1000007A'),
      reference(7),
      { __typename: 'Beneficiary', id: 'beneficiary_01a2239a-d5a2-761b-b148-4bb217fb8cbb' },
      { __typename: 'FtJobOffer', number: '182KXRT' },
      reference('1000001A'),
    ];
    const { data, errors } = await asked(query, { of });
    expect(errors).toBeUndefined();
    const [unknown, seventh, number, byId, other, first] = data._entities;
    expect([unknown, number, byId, other]).toEqual([null, null, null, null]);
    for (const [found, ftReference] of [
      [seventh, '1000007A'],
      [first, '1000001A'],
    ]) {
      expect(found).toMatchObject({ __typename: 'Beneficiary', ftReference });
      const times = found.ftAppointments.map(({ at }: Data) => at);
      expect(times).toHaveLength(3);
      expect(times).toEqual(times.toSorted().reverse());
    }
    expect(seventh.ftAppointments).not.toEqual(first.ftAppointments);
  });

  it('lists the job offers for a partner of the hub', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Partner { id ftJobOffers(first: 2) { number title contract publishedOn } } } }`;
    const { data } = await asked(query, { of: [{ __typename: 'Partner', id: 'partner_1' }] });
    expect(data._entities).toMatchObject([{ id: 'partner_1', ftJobOffers: [{}, {}] }]);
  });

  it('counts its activity in quarters that have ended, rounded, and shows no count below 11', async () => {
    const query =
      'query ($year: Int!) { ftActivity(year: $year) { year persons quarters { quarter appointments } } }';
    const year = new Date().getUTCFullYear();
    const { data } = await asked(query, { year: year - 1 });
    expect(data.ftActivity.quarters.map(({ quarter }: Data) => quarter)).toEqual([1, 2, 3, 4]);
    const counts = [data.ftActivity.persons, ...data.ftActivity.quarters.map((it: Data) => it.appointments)];
    for (const count of counts) expect(count >= 10 && count % 5 === 0).toBe(true);
    const empty = await asked(query, { year: 2001 });
    expect(empty.data.ftActivity).toEqual({
      year: 2001,
      persons: null,
      quarters: [1, 2, 3, 4].map((quarter) => ({ quarter, appointments: null })),
    });
    const running = await asked(query, { year });
    expect(running.data.ftActivity.quarters).toHaveLength(Math.floor(new Date().getUTCMonth() / 3));
    expect((await asked(query, { year: year + 1 })).data.ftActivity).toMatchObject({
      persons: null,
      quarters: [],
    });
  });

  it('refuses malformed requests without details', async () => {
    const authorization = `Bearer ${await token()}`;
    for (const [body, status] of [
      ['not JSON', 400],
      ['[]', 200],
      ['{}', 200],
      [JSON.stringify({ query: '{ name }' }), 200],
      [JSON.stringify({ query: `{ _service { sdl } }${' '.repeat(1_000_001)}` }), 400],
    ] as const) {
      const response = await fetch(url, { method: 'POST', headers: { authorization }, body });
      expect(response.status).toBe(status);
      const answer = (await response.json()) as Data;
      expect(answer).toMatchObject({ errors: [{ message: expect.any(String) }] });
      expect(JSON.stringify(answer)).not.toMatch(/node:|\.ts|stack/);
    }
  });
});

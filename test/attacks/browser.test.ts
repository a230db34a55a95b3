import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';

const hub = testHub();
let client: Client;

beforeAll(async () => {
  ({ client } = await hub.town.caseworker());
});

const query = '{ viewer { role } }';
const foreign = { origin: 'https://elsewhere.example' };

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(hub.url + path, {
    headers: { authorization: `Bearer ${client.token}`, ...headers },
    redirect: 'manual',
  });
}

const graphql = (text: string) => `/graphql?query=${encodeURIComponent(text)}`;

describe('what a foreign page could make a browser send without asking first is refused', () => {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query }));
  it.each([
    ['text', JSON.stringify({ query }), 'text/plain'],
    ['a form', `query=${encodeURIComponent(query)}`, 'application/x-www-form-urlencoded'],
    ['a form of parts', form, undefined],
    ['bytes without a type', new Blob([JSON.stringify({ query })]), undefined],
  ])('%s', async (_, body, type) => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, ...foreign, ...(type && { 'content-type': type }) },
      body,
    });
    expect([400, 415]).toContain(response.status);
    const answer = (await response.json()) as Data;
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toHaveLength(1);
  });

  it('an address', async () => {
    const response = await get(graphql(query));
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/Cross-Site Request Forgery/);
  });
});

describe('GET', () => {
  const asked = { 'apollo-require-preflight': '1' };

  it('answers a query that came with a header that no foreign page may send', async () => {
    const response = await get(graphql(query), asked);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { viewer: { role: 'CASEWORKER' } } });
  });

  it('carries out no act', async () => {
    const act = 'mutation { withdrawSharing(input: { sharing: "x" }) { userErrors { code } } }';
    const response = await get(graphql(act), asked);
    expect(response.status).toBe(405);
    expect(((await response.json()) as Data).data).toBeUndefined();
  });
});

it('no other origin may read an answer', async () => {
  const answers = await Promise.all([
    client.post({ query }, foreign),
    get('/auth/demo', foreign),
    get('/health/ready', foreign),
    fetch(`${hub.url}/graphql`, {
      method: 'OPTIONS',
      headers: { ...foreign, 'access-control-request-method': 'POST' },
    }),
  ]);
  for (const { headers } of answers) {
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
  expect(answers[3]?.status).toBe(404);
});

it('every answer forbids the browser to guess its type, and none with data is kept', async () => {
  const answers = await Promise.all([
    client.post({ query }),
    client.post('{'),
    get(graphql(query), { 'apollo-require-preflight': '1' }),
    get('/auth/demo'),
    get('/health/live'),
    get('/nowhere'),
    fetch(`${hub.url}/graphql`, { method: 'POST' }),
  ]);
  for (const { headers, url } of answers) {
    expect([url, headers.get('x-content-type-options')]).toEqual([url, 'nosniff']);
    expect([url, headers.get('cache-control')]).toEqual([url, 'no-store']);
  }
});

it('the root leads to GraphiQL', async () => {
  const response = await get('/');
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/graphiql');
  expect((await get('/graphiql')).status).toBe(200);
});

it.each(['/nowhere?name=Amina', '/graphql/Amina', '/graphiql/Amina/x', '/%Amina', '/.git/Amina'])(
  'an unknown address is not found, without more: %s',
  async (path) => {
    const response = await get(path);
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).not.toMatch(/Amina|Route|fastify|FST_/i);
  },
);

it('health tells the machine that asks, and nobody more', async () => {
  expect(await (await fetch(`${hub.url}/health/live`)).json()).toEqual({ status: 'live' });
  expect(await (await fetch(`${hub.url}/health/ready`)).json()).toEqual({ status: 'ready' });
});

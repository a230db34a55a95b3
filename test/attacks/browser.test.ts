import { beforeAll, describe, expect, it } from '@jest/globals';
import { consoleRoutes } from '../../src/http/pages/console/index.js';
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

describe('a cross-site request that needs no preflight is refused:', () => {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query }));
  it.each([
    ['plain text', JSON.stringify({ query }), 'text/plain'],
    ['a form', `query=${encodeURIComponent(query)}`, 'application/x-www-form-urlencoded'],
    ['a multipart form', form, undefined],
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

  it('a GET address', async () => {
    const response = await get(graphql(query));
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/Cross-Site Request Forgery/);
  });
});

describe('GET', () => {
  const preflight = { 'apollo-require-preflight': '1' };

  it('answers a query with a header that another site cannot send without preflight', async () => {
    const response = await get(graphql(query), preflight);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { viewer: { role: 'CASEWORKER' } } });
  });

  it('runs no mutation', async () => {
    const mutation = 'mutation { withdrawSharing(input: { sharing: "x" }) { userErrors { code } } }';
    const response = await get(graphql(mutation), preflight);
    expect(response.status).toBe(405);
    expect(((await response.json()) as Data).data).toBeUndefined();
  });
});

it('responses have no CORS headers, so that no other origin can read them', async () => {
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

it('every response has nosniff and no-store', async () => {
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
    expect([url, headers.get('content-security-policy')]).toEqual([
      url,
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    ]);
    expect([url, headers.get('x-frame-options')]).toEqual([url, 'DENY']);
  }
});

it.each(['/', '/reception', '/personnes/beneficiary_1/orienter'])(
  'the console at %s may load scripts and styles of the hub only',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const policy = String(response.headers.get('content-security-policy'));
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      expect.stringMatching(/^style-src 'self' 'nonce-[\w-]{22}'$/),
      "connect-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:/);
  },
);

it.each(['/nowhere?name=Amina', '/graphql/Amina', '/graphiql/Amina/x', '/%Amina', '/.git/Amina'])(
  'an unknown address is answered with 404 without details: %s',
  async (path) => {
    const response = await get(path);
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).not.toMatch(/Amina|Route|fastify|FST_/i);
  },
);

it('the health addresses return only the status', async () => {
  expect(await (await fetch(`${hub.url}/health/live`)).json()).toEqual({ status: 'live' });
  expect(await (await fetch(`${hub.url}/health/ready`)).json()).toEqual({ status: 'ready' });
});

const others = [
  ...consoleRoutes,
  '/report',
  '/committee/report/2025',
  '/access-sheet/1',
  '/export/1',
  '/nowhere',
];
it.each(others)(
  '%s allows no inline style without a hash or nonce, and no worker: only GraphiQL does',
  async (path) => {
    const allowances = /'unsafe-|worker-src/;
    expect((await get('/graphiql')).headers.get('content-security-policy')).toMatch(allowances);
    const policy = (await get(path)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(allowances);
  },
);

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FastifyInstance, fastify } from 'fastify';
import { graphiql } from '../../src/http/pages/graphiql/index.js';
import { secureResponses } from '../../src/http/security-headers.js';
import { addressesIn, loadPageFiles } from '../kit/page.js';

const servers: FastifyInstance[] = [];

async function serve(mode: 'demo' | 'jwt' | 'oidc'): Promise<FastifyInstance> {
  const app = fastify();
  servers.push(app);
  secureResponses(app);
  await app.register(graphiql, { mode });
  return app;
}

afterAll(() => Promise.all(servers.map((app) => app.close())));

describe('the GraphiQL page', () => {
  let app: FastifyInstance;
  let html: string;
  beforeAll(async () => {
    app = await serve('demo');
    html = (await app.inject('/graphiql')).body;
  });

  it('has a content security policy that allows only the hub', async () => {
    const { statusCode, headers } = await app.inject('/graphiql');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join(' ')).not.toMatch(/unsafe|https?:|\*/);
  });

  it('has no inline script or style and refers to no other host', () => {
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|\/\//);
  });

  it('allows styles by a nonce that differs in each response', async () => {
    const again = await app.inject('/graphiql');
    const nonce = (text: string) => /data-style-nonce="([^"]+)"/.exec(text)?.[1];
    expect(nonce(again.body)).toBeTruthy();
    expect(nonce(again.body)).not.toBe(nonce(html));
    expect(again.headers['content-security-policy']).toContain(`'nonce-${nonce(again.body)}'`);
  });

  it('all files that it refers to, and their imports, are served with the right type', async () => {
    const types = { js: 'text/javascript', css: 'text/css' };
    const files = await loadPageFiles(html, (address) => app.inject(address));
    for (const [address, { statusCode, headers }] of files) {
      expect([address, statusCode]).toEqual([address, 200]);
      const extension = address.endsWith('.css') ? 'css' : 'js';
      expect(headers['content-type']).toBe(`${types[extension]}; charset=utf-8`);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toContain('immutable');
    }
    expect([...files.keys()].map((address) => address.replace(/.*\//, '')).sort()).toEqual([
      'app.js',
      'bar.js',
      'fetcher.js',
      'graphiql.css',
      'graphiql.js',
      'graphql-ws.js',
      'hub.css',
      'react-dom.js',
      'react.js',
      'session.js',
      'storage.js',
    ]);
  });

  it('sends files gzipped when accepted, and 304 when the client has the file', async () => {
    const address = String(addressesIn(html).find((path) => path.endsWith('/graphiql.js')));
    const plain = await app.inject(address);
    const gzipped = await app.inject({ url: address, headers: { 'accept-encoding': 'gzip, br' } });
    expect(gzipped.headers['content-encoding']).toBe('gzip');
    expect(gzipped.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    const headers = { 'if-none-match': String(plain.headers.etag) };
    expect((await app.inject({ url: address, headers })).statusCode).toBe(304);
  });

  it('lists the saved operations as JSON', async () => {
    const address = String(addressesIn(html)[0]).replace(/[^/]+$/, 'operations.json');
    const response = await app.inject(address);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json().length).toBeGreaterThanOrEqual(12);
  });

  it.each([
    '../index.ts',
    '..%2findex.ts',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '....//package.json',
    'react.js/../../package.json',
    'react.js%00.css',
    '..\\package.json',
    'graphiql.min.js.map',
    'constructor',
    '__proto__',
    '',
  ])('answers 404 for %j', async (name) => {
    const folder = String(addressesIn(html)[0]).replace(/[^/]+$/, '');
    expect((await app.inject(folder + name)).statusCode).toBe(404);
  });

  it('answers 404 for the files of another version', async () => {
    expect((await app.inject('/graphiql/000000000000/react.js')).statusCode).toBe(404);
  });
});

it('offers accounts in demonstration mode, and a token field with an identity provider', async () => {
  const demo = (await (await serve('demo')).inject('/graphiql')).body;
  expect(demo).toContain('id="account"');
  expect(demo).not.toContain('id="token"');
  const real = (await (await serve('jwt')).inject('/graphiql')).body;
  expect(real).toContain('id="token"');
  expect(real).not.toContain('id="account"');
});

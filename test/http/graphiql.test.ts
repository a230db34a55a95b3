import { extname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FastifyInstance, fastify } from 'fastify';
import { graphiql } from '../../src/http/pages/graphiql/index.js';
import { secureResponses } from '../../src/http/security-headers.js';
import { addressesIn, fileTypes, loadPageFiles } from '../kit/page.js';

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

  /** The address of one of the hub's own files of the page. */
  const hubFile = (name: string) =>
    String(addressesIn(html).find((path) => path.endsWith('/hub.css'))).replace(/[^/]+$/, name);

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
        "worker-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join(' ')).not.toMatch(/unsafe-eval|https?:|\*/);
    // The editor needs inline styles: no other page allows them.
    expect(policy.filter((it) => it.includes('unsafe'))).toEqual(["style-src 'self' 'unsafe-inline'"]);
  });

  it('has no inline script or style and refers to no other host', () => {
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|\/\//);
  });

  it('all files that it loads, and those that they name, are served with the right type', async () => {
    const files = await loadPageFiles(html, (address) => app.inject(address));
    for (const [address, { statusCode, headers }] of files) {
      expect([address, statusCode]).toEqual([address, 200]);
      expect([address, headers['content-type']]).toEqual([address, fileTypes[extname(address)]]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toContain('immutable');
    }
    const names = [...files.keys()].map((address) => address.replace(/.*\//, '').replace(/-[\w-]{8}\./, '.'));
    expect(names).toEqual(
      expect.arrayContaining(['app.js', 'app.css', 'hub.css', 'graphql.worker.js', 'json.worker.js']),
    );
  });

  it.each(['gzip', 'br'])(
    'sends files compressed as %s, and 304 when the client has the file',
    async (encoding) => {
      const address = String(addressesIn(html).find((path) => path.endsWith('.js')));
      const plain = await app.inject(address);
      const compressed = await app.inject({ url: address, headers: { 'accept-encoding': encoding } });
      expect(compressed.headers['content-encoding']).toBe(encoding);
      expect(compressed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
      const headers = { 'if-none-match': String(plain.headers.etag) };
      expect((await app.inject({ url: address, headers })).statusCode).toBe(304);
    },
  );

  it('lists the saved operations as JSON', async () => {
    const address = hubFile('operations.json');
    const response = await app.inject(address);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json().length).toBeGreaterThanOrEqual(12);
  });

  it.each([
    '../index.ts',
    '..%2findex.ts',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '....//package.json',
    'bar.js/../../package.json',
    'bar.js%00.css',
    '../manifest.json',
    '..\\package.json',
    'graphiql.min.js.map',
    'constructor',
    '__proto__',
    '',
  ])('answers 404 for %j', async (name) => {
    for (const address of [hubFile(name), `/graphiql/files/${name}`])
      expect((await app.inject(address)).statusCode).toBe(404);
  });

  it('answers 404 for the files of another version', async () => {
    expect((await app.inject('/graphiql/000000000000/bar.js')).statusCode).toBe(404);
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

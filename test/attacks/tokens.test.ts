import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, exportSPKI, type JWTHeaderParameters, SignJWT } from 'jose';
import WebSocket from 'ws';
import { secondsFromNow } from '../kit/expiry.js';
import { testHub } from '../kit/hub.js';
import { audience, type IdentityProvider, newKeys, startIdentityProvider } from '../kit/identity-provider.js';

/*
 * Tokens that are forged, issued for someone else, expired or of another type. Each is refused with 401 over HTTP and
 * with 4403 over WebSocket. The hub never requests an address that a token contains.
 */

const env: Record<string, string> = { HUB_SECRET: 'a secret of this test, which is long enough' };
const rsa = await newKeys('RS256', 'rsa');
const mallory = await newKeys('RS256', 'rsa');
let provider: IdentityProvider;
/** A server of the attacker, which counts the requests it receives. */
let lure: Server;
let lured = 0;

beforeAll(async () => {
  provider = await startIdentityProvider([rsa]);
  lure = createServer((_, response) => {
    lured++;
    response.end(JSON.stringify({ keys: [mallory.jwk] }));
  }).listen(0, '127.0.0.1');
  await once(lure, 'listening');
  env['AUTH_ISSUER'] = provider.issuer;
  env['AUTH_AUDIENCE'] = audience;
  env['AUTH_JWKS_URL'] = provider.jwksUrl;
});
const hub = testHub(env);
let subject: string;
beforeAll(async () => {
  subject = (await hub.town.member(await hub.town.partner())).email;
});
afterAll(async () => {
  lure.close();
  await provider.stop();
});

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = (changes: object = {}) => ({
  iss: provider.issuer,
  aud: audience,
  sub: subject,
  exp: secondsFromNow(600),
  ...changes,
});
const right = (changes: Record<string, unknown>) => provider.token({ sub: subject, ...changes });
/** A token with additional headers, by default signed with the provider's key. */
const headed = (header: object, key: Parameters<SignJWT['sign']>[0] = rsa.key) =>
  new SignJWT(claims())
    .setProtectedHeader({ alg: 'RS256', kid: 'rsa', ...header } as JWTHeaderParameters)
    .sign(key);
const unsigned = (alg: string) => `${base64({ alg, kid: 'rsa' })}.${base64(claims())}.`;
const shared = async (secret: string) => headed({ alg: 'HS256' }, new TextEncoder().encode(secret));
const lureUrl = () => `http://127.0.0.1:${(lure.address() as AddressInfo).port}/keys`;

const attacks: [name: string, token: () => string | Promise<string>][] = [
  ...['none', 'None', 'NONE', 'nOnE', ''].map((alg): (typeof attacks)[0] => [
    `no signature, alg ${JSON.stringify(alg)}`,
    () => unsigned(alg),
  ]),
  ['a signature cut off', async () => (await right({})).replace(/\.[^.]*$/, '.')],
  [
    'changed claims with the original signature',
    async () => {
      const [header, , signature] = (await right({ sub: 'somebody else' })).split('.');
      return `${header}.${base64(claims())}.${signature}`;
    },
  ],
  ['HS256 with the public key as PEM', async () => shared(await exportSPKI(rsa.publicKey))],
  ['HS256 with the public key as JWK', async () => shared(JSON.stringify(await exportJWK(rsa.publicKey)))],
  ['HS256 with an empty key', () => shared('\0')],
  [
    'RS384, which the hub does not accept',
    () => headed({ alg: 'RS384' }, mallory.key).catch(() => unsigned('RS384')),
  ],
  ['another audience', () => right({ aud: 'another' })],
  ['no audience', () => right({ aud: null })],
  ['an audience with the right prefix', () => right({ aud: `${audience}-2` })],
  ['another issuer', () => right({ iss: 'https://elsewhere.example' })],
  ['an issuer with the right prefix', () => right({ iss: `${provider.issuer}/` })],
  ['no issuer', () => right({ iss: null })],
  ['expired', () => right({ exp: secondsFromNow(-120) })],
  ['not yet valid', () => right({ nbf: secondsFromNow(120) })],
  ['no expiry', () => right({ exp: null })],
  ['an expiry that is not a number', () => right({ exp: 'never' })],
  ['a kid that is a path', () => headed({ kid: '../../../../dev/null' }, mallory.key)],
  ['a kid that is SQL', () => headed({ kid: "rsa' union select 'key" }, mallory.key)],
  ['an unknown kid', () => headed({ kid: 'unknown' }, mallory.key)],
  ['a kid that is __proto__', () => headed({ kid: '__proto__' }, mallory.key)],
  ['the provider’s kid, another key', () => headed({}, mallory.key)],
  ['a key in the token (jwk)', () => headed({ jwk: mallory.jwk }, mallory.key)],
  ['the address of a key (jku)', () => headed({ jku: lureUrl() }, mallory.key)],
  ['the address of a certificate (x5u)', () => headed({ x5u: lureUrl() }, mallory.key)],
  ['a certificate in the token (x5c)', () => headed({ x5c: ['MIIB'] }, mallory.key)],
  [
    'an unknown critical extension',
    async () => {
      const [, payload, signature] = (await headed({})).split('.');
      return `${base64({ alg: 'RS256', kid: 'rsa', crit: ['x'], x: 1 })}.${payload}.${signature}`;
    },
  ],
  ['an ID token, recognised by its nonce', () => right({ nonce: 'n' })],
  ['an ID token, recognised by at_hash', () => right({ at_hash: 'h' })],
  ['an ID token of Keycloak (typ ID)', () => right({ typ: 'ID' })],
  ['a refresh token of Keycloak (typ Refresh)', () => right({ typ: 'Refresh' })],
  ['a logout token', () => headed({ typ: 'logout+jwt' })],
  ['a token bound to a key (cnf)', () => right({ cnf: { jkt: 'x' } })],
  [
    'a token of a person with the client id of a machine',
    () => right({ sub: 'a stranger', client_id: 'system', azp: 'system' }),
  ],
  ['a subject that is SQL', () => right({ sub: "' or true --" })],
  ['a subject that is a list', () => right({ sub: [subject] as never })],
];

async function closed(token: string): Promise<number> {
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  const payload = { authorization: `Bearer ${token}` };
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  const [code] = await Promise.race([
    once(socket, 'close'),
    once(socket, 'message').then(([data]) => [`message ${data}`]),
  ]);
  socket.terminate();
  return code as number;
}

async function status(token: string): Promise<number> {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { role } }' }),
  });
  return response.status;
}

describe('an invalid token', () => {
  beforeAll(async () => {
    const partner = await hub.town.partner();
    const { key } = await hub.town.member(partner);
    await hub.owner(
      "update member set kind = 'MACHINE', subject = 'system', client_id = 'system' where id = $1",
      [key],
    );
  });

  it.each(attacks)('%s: refused over HTTP and WebSocket', async (_, make) => {
    const token = await make();
    expect([await status(token), await closed(token)]).toEqual([401, 4403]);
  });

  it('a valid token is accepted (control for the tests above)', async () => {
    const token = await right({});
    expect([await status(token), await closed(token)]).toEqual([200, 'message {"type":"connection_ack"}']);
    expect(await status(await right({ sub: 'system', client_id: 'system' }))).toBe(200);
  });

  it('no address in a token was ever requested', () => expect(lured).toBe(0));
});

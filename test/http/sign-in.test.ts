import diagnostics from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, exportSPKI, UnsecuredJWT } from 'jose';
import { Client, type Data } from '../kit/client.js';
import { inTime, secondsFromNow } from '../kit/expiry.js';
import { expectSoon } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { audience, type IdentityProvider, newKeys, startIdentityProvider } from '../kit/identity-provider.js';
import { HubProcess } from '../kit/process.js';
import { freePort } from '../kit/scratch-server.js';
import type { SeededMember } from '../kit/town.js';
import { until } from '../kit/until.js';

const env: Record<string, string> = { HUB_SECRET: 'a secret of this test, which is long enough' };
const rsa = await newKeys('RS256', 'rsa');
const ec = await newKeys('ES256', 'ec');
let provider: IdentityProvider;

beforeAll(async () => {
  provider = await startIdentityProvider([rsa, ec]);
  env['AUTH_ISSUER'] = provider.issuer;
  env['AUTH_AUDIENCE'] = audience;
  env['AUTH_JWKS_URL'] = provider.jwksUrl;
});
const hub = testHub(env);
const demo = testHub();
let member: SeededMember;

beforeAll(async () => {
  member = await hub.town.member(await hub.town.partner());
});
afterAll(() => provider.stop());

async function role(token: string): Promise<string | undefined> {
  const { data } = await new Client(hub.url, token).send('{ viewer { role } }');
  return data?.viewer.role;
}

/** Expects that the hub refuses a request before it reads the body: also a malformed body gets 401. */
async function refused(headers: Record<string, string>): Promise<void> {
  for (const body of ['{"query":"{ viewer { role } }"}', '{"query":', '[]']) {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    const { data, errors } = (await response.json()) as Data;
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED' });
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('with an identity provider', () => {
  it('a member is identified by the subject of a token that any of the provider’s keys has signed', async () => {
    const subject = { sub: member.email };
    expect(await role(await provider.token(subject))).toBe('CASEWORKER');
    expect(await role(await provider.token(subject, ec))).toBe('CASEWORKER');
    expect(await role(await provider.token({ ...subject, aud: ['other', audience] }))).toBe('CASEWORKER');
  });

  it('a clock difference of up to a minute is tolerated', async () => {
    const subject = { sub: member.email };
    const roleUntil = async (exp: number) => role(await provider.token({ ...subject, exp }));
    expect(await inTime({ seconds: 10, longest: 55 }, (end) => roleUntil(end - 60))).toBe('CASEWORKER');
    expect(await role(await provider.token({ ...subject, nbf: secondsFromNow(50) }))).toBe('CASEWORKER');
    await refused(bearer(await provider.token({ ...subject, exp: secondsFromNow(-70) })));
    const refusedUntil = async (nbf: number) => refused(bearer(await provider.token({ ...subject, nbf })));
    await inTime({ seconds: 10 }, (end) => refusedUntil(end + 60));
  });

  it.each([
    ['no header', {}],
    ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }],
    ['no token', { authorization: 'Bearer ' }],
    ['a value that is not a token', { authorization: 'Bearer one two' }],
    ['an invalid token', { authorization: 'Bearer a.b.c' }],
    ['half a token', { authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9' }],
  ])('%s is refused', (_, headers) => refused(headers as Record<string, string>));

  it.each<[string, Record<string, unknown>]>([
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['without an issuer', { iss: null }],
    ['for another audience', { aud: 'another' }],
    ['without an audience', { aud: null }],
    ['without an expiry', { exp: null }],
    ['without a subject', { sub: null }],
    ['with a subject that is not a string', { sub: 12 }],
    ['with a subject that contains NUL', { sub: 'nobody\0' }],
    ['with an unknown subject', { sub: 'nobody' }],
    ['with a subject in other letter case', { sub: 'CASEWORKER' }],
  ])('a token %s is refused', async (_, claims) => {
    await refused(bearer(await provider.token({ sub: member.email, ...claims })));
  });

  it('a token without a signature is refused', async () => {
    const token = new UnsecuredJWT({ sub: member.email })
      .setIssuer(provider.issuer)
      .setAudience(audience)
      .setExpirationTime('1h')
      .encode();
    await refused(bearer(token));
    const [header, payload] = (await provider.token({ sub: member.email })).split('.');
    await refused(bearer(`${header}.${payload}.`));
  });

  it('a token signed with another key is refused, whatever key id it has', async () => {
    const subject = { sub: member.email };
    const other = await newKeys('RS256', 'rsa');
    await refused(bearer(await provider.token(subject, other)));
    await refused(bearer(await provider.token(subject, { ...other, kid: 'unknown' })));
    await refused(bearer(await provider.token(subject, { ...(await newKeys('ES256', 'rsa')) })));
  });

  it('a token signed with the public key as an HMAC secret is refused', async () => {
    const texts = [await exportSPKI(rsa.publicKey), JSON.stringify(await exportJWK(rsa.publicKey))];
    for (const text of texts) {
      const signer = { alg: 'HS256', kid: 'rsa', key: new TextEncoder().encode(text) };
      await refused(bearer(await provider.token({ sub: member.email }, signer)));
    }
  });

  it('demonstration accounts cannot sign in', async () => {
    const other = await demo.town.caseworker();
    await refused(bearer(other.client.token));
    expect((await fetch(`${hub.url}/auth/demo`)).status).toBe(404);
    const response = await fetch(`${hub.url}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: member.email }),
    });
    expect(response.status).toBe(404);
  });

  it('the memberships of an account are read once for a burst of requests, and again after a change', async () => {
    const token = await provider.token({ sub: member.email });
    let reads = 0;
    const count = (statement: unknown) => {
      if (/from member m join partner p/.test((statement as { text: string }).text)) reads++;
    };
    diagnostics.subscribe('hub:statement', count);
    await Promise.all(Array.from({ length: 20 }, () => role(token)));
    expect(reads).toBeLessThan(5);
    await hub.owner('update member set role = $2 where id = $1', [member.key, 'PARTNER_ADMINISTRATOR']);
    await until(async () => (await role(token)) === 'PARTNER_ADMINISTRATOR' || undefined);
    diagnostics.unsubscribe('hub:statement', count);
    await hub.owner('update member set role = $2 where id = $1', [member.key, 'CASEWORKER']);
    await until(async () => (await role(token)) === 'CASEWORKER' || undefined);
  });

  it('a former member is refused within about a second', async () => {
    const leaver = await hub.town.member(member.partner);
    const token = await provider.token({ sub: leaver.email });
    expect(await role(token)).toBe('CASEWORKER');
    await hub.owner('delete from member where id = $1', [leaver.key]);
    const began = performance.now();
    const status = async () =>
      (await new Client(hub.url, token).post({ query: '{ viewer { role } }' })).status;
    await until(async () => (await status()) === 401 || undefined);
    expectSoon(performance.now() - began, 1000);
    await refused(bearer(token));
  });
});

it('an unreachable identity provider is answered with UNAVAILABLE and retryAfter', async () => {
  const own = await startIdentityProvider([rsa]);
  const token = await own.token({ sub: member.email });
  await own.stop();
  env['AUTH_ISSUER'] = own.issuer;
  env['AUTH_JWKS_URL'] = own.jwksUrl;
  const other = await hub.startAnother();
  const response = await new Client(other.url, token).post({ query: '{ viewer { role } }' });
  expect(response.status).toBe(503);
  expect(((await response.json()) as Data).errors).toEqual([
    {
      message: expect.stringMatching(/identity provider/),
      extensions: { code: 'UNAVAILABLE', retryAfter: 2 },
    },
  ]);
});

describe('an identity provider that cannot be used is in the log, with its address and the reason', () => {
  const start = async (settings: Record<string, string>): Promise<HubProcess> => {
    const secret = env['HUB_SECRET'] as string;
    const started = await HubProcess.start({
      DATABASE_URL: hub.ownerUrl,
      AUTH_AUDIENCE: audience,
      HUB_SECRET: secret,
      ...settings,
    });
    processes.push(started);
    return started;
  };
  const processes: HubProcess[] = [];
  afterAll(() => Promise.all(processes.map((it) => it.kill())));

  const warnings = ({ output }: HubProcess, issuer: string) =>
    output
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
      .filter((entry) => entry.issuer === issuer);

  it('at the start, and at each sign-in with a browser', async () => {
    const issuer = `http://127.0.0.1:${await freePort()}`;
    const started = await start({
      AUTH_ISSUER: issuer,
      AUTH_CLIENT_ID: 'hub',
      AUTH_CLIENT_SECRET: 'a secret between hub and provider',
      HUB_URL: 'http://127.0.0.1',
    });
    await until(() => warnings(started, issuer).length === 1);
    expect((await fetch(`${started.url}/auth/login`)).status).toBe(503);
    await until(() => warnings(started, issuer).length === 2);
    for (const entry of warnings(started, issuer))
      expect(entry).toMatchObject({ level: 40, code: 'ECONNREFUSED' });
  });

  it('when the keys of a token cannot be fetched', async () => {
    const own = await startIdentityProvider([rsa]);
    const token = await own.token({ sub: member.email });
    await own.stop();
    const started = await start({ AUTH_ISSUER: own.issuer, AUTH_JWKS_URL: own.jwksUrl });
    expect((await new Client(started.url, token).post({ query: '{ viewer { role } }' })).status).toBe(503);
    await until(() => warnings(started, own.issuer).length === 1);
    expect(warnings(started, own.issuer)).toMatchObject([{ level: 40, code: 'ECONNREFUSED' }]);
  });
});

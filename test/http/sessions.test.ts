import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import WebSocket from 'ws';
import { globalId } from '../../src/graphql/ids.js';
import { Client, type Data } from '../kit/client.js';
import { expectSoon } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { acceptAllInvitations } from '../kit/invitations.js';
import { Browser, machineClient, type Oidc, startOidc } from '../kit/oidc.js';
import { uniqueWord } from '../kit/unique.js';
import { until } from '../kit/until.js';

const env: Record<string, string> = {};
let oidc: Oidc;
beforeAll(async () => {
  oidc = await startOidc();
  Object.assign(env, oidc.env);
});
const hub = testHub(env);
afterAll(() => oidc.stop());

const query = '{ viewer { role partner { slug } member { name } memberships { partner { slug } } } }';

/** A person with an account at the provider, invited by partners, who has not signed in yet. */
async function invited(count = 1, proven = true) {
  const partners = [];
  const keys = [];
  const login = `person-${uniqueWord()}`;
  const email = `${login}@People.test`;
  for (let i = 0; i < count; i++) {
    const partner = await hub.town.partner();
    const { key } = await hub.town.member(partner);
    await hub.owner('update member set subject = null, email = $2 where id = $1', [key, email.toLowerCase()]);
    partners.push(partner);
    keys.push(key);
  }
  oidc.accounts.set(login, { email, emailVerified: proven });
  return { login, partners, keys };
}

async function signedIn(count = 1) {
  const who = await invited(count);
  const browser = new Browser();
  const page = await browser.signIn(hub.url, who.login);
  expect([page.status, page.url]).toEqual([200, `${hub.url}/`]);
  await acceptAllInvitations(browser.account(hub.url));
  return { ...who, browser };
}

async function sendQuery(browser: Browser, headers: Record<string, string> = {}): Promise<Data> {
  const response = await browser.go(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { origin: hub.url, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

/** Opens a socket with a browser's cookies. Returns the HTTP status that refuses it, or the answer to `connection_init`. */
async function socket(browser: Browser, origin: string | undefined, params: object = {}) {
  const opened = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: browser.cookies(hub.url), ...(origin && { origin }) },
  });
  opened.on('error', () => {});
  const refused = once(opened, 'unexpected-response').then(([, response]) => response.statusCode as number);
  const answer = once(opened, 'open').then(async () => {
    opened.send(JSON.stringify({ type: 'connection_init', payload: params }));
    return Promise.race([
      once(opened, 'message').then(([data]) => JSON.parse(String(data)).type as string),
      once(opened, 'close').then(([code]) => code as number),
    ]);
  });
  return { opened, answer: await Promise.race([refused, answer]) };
}

describe('sign-in with a browser', () => {
  it('returns to the page that a mail links to, and never to an unknown address', async () => {
    const { login } = await invited();
    const referral = `orientations/${globalId('Referral', v7())}`;
    for (const [to, address] of [
      ['notifications', '/notifications'],
      [referral, `/${referral}`],
      ['https://elsewhere.test/', '/'],
    ]) {
      const browser = new Browser();
      await browser.signIn(hub.url, login, to);
      expect(browser.address).toBe(hub.url + address);
    }
  });

  it('finds an invitation by a verified e-mail address, and stores only a digest of the session cookie', async () => {
    const { browser, login, partners } = await signedIn();
    expect(await sendQuery(browser)).toMatchObject({
      status: 200,
      data: {
        viewer: {
          partner: { slug: partners[0]?.slug },
          memberships: [{ partner: { slug: partners[0]?.slug } }],
        },
      },
    });
    const value = browser.cookies(hub.url).replace('hub=', '');
    const rows = await hub.owner('select * from session where subject = $1', [login]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(value);
  });

  it('sets a new cookie each time, and the previous cookie is no longer accepted', async () => {
    const { browser, login } = await signedIn();
    const before = browser.cookies(hub.url);
    await browser.signIn(hub.url, login);
    expect(browser.cookies(hub.url)).not.toBe(before);
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { origin: hub.url, cookie: before, 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(401);
  });

  it('refuses an e-mail address that is not verified', async () => {
    const { login } = await invited(1, false);
    const browser = new Browser();
    expect((await browser.signIn(hub.url, login)).status).toBe(403);
    expect(browser.cookies(hub.url)).toBe('');
  });

  it('refuses a callback for a sign-in that this browser did not start', async () => {
    const browser = new Browser();
    expect((await browser.go(`${hub.url}/auth/callback?code=x&state=y`)).status).toBe(400);
    await browser.go(`${hub.url}/auth/login`);
    expect((await browser.go(`${hub.url}/auth/callback?code=x&state=y`)).status).toBe(403);
  });

  it('sign-out ends the session at once, or all sessions with logout-everywhere', async () => {
    const { browser, login } = await signedIn();
    const other = new Browser();
    await other.signIn(hub.url, login);
    const { next } = (await (await browser.post(hub.url, 'auth/logout')).json()) as { next: string };
    expect(next).toContain(oidc.issuer);
    expect((await sendQuery(browser)).status).toBe(401);
    expect((await sendQuery(other)).status).toBe(200);
    const { opened, answer } = await socket(other, hub.url);
    expect(answer).toBe('connection_ack');
    await browser.signIn(hub.url, login);
    expect((await browser.post(hub.url, 'auth/logout-everywhere')).status).toBe(200);
    const [code, reason] = await once(opened, 'close');
    expect([code, String(reason)]).toEqual([4403, 'session ended']);
    expect((await sendQuery(other)).status).toBe(401);
  });
});

describe('an account of several partners', () => {
  it('selects the partner once for the session or for each request', async () => {
    const { browser, partners } = await signedIn(2);
    const slugs = partners.map(({ slug }) => slug).sort();
    const [first = '', second = ''] = slugs;
    const { status, errors } = await sendQuery(browser);
    expect([status, errors[0].extensions]).toEqual([400, { code: 'PARTNER_REQUIRED', partners: slugs }]);
    expect((await browser.post(hub.url, 'auth/choose', { partner: 'nobody' })).status).toBe(401);
    expect((await browser.post(hub.url, 'auth/choose', { partner: second })).status).toBe(204);
    const chosen = (await sendQuery(browser)).data.viewer;
    expect(chosen.partner.slug).toBe(second);
    expect(chosen.memberships).toHaveLength(2);
    expect((await sendQuery(browser, { 'x-hub-partner': first })).data.viewer.partner.slug).toBe(first);
    const { opened, answer } = await socket(browser, hub.url, { partner: first });
    expect(answer).toBe('connection_ack');
    opened.terminate();
  });
});

describe('a request of another site', () => {
  it.each([['https://elsewhere.example'], ['null'], [null]])(
    'with the origin %s is refused',
    async (origin) => {
      const { browser } = await signedIn();
      for (const path of ['graphql', 'auth/logout', 'auth/logout-everywhere', 'auth/choose']) {
        const response = await browser.post(hub.url, path, { query, partner: 'x' }, origin);
        expect([path, response.status]).toEqual([path, 403]);
      }
      expect((await socket(browser, origin ?? undefined)).answer).toBe(403);
      expect((await sendQuery(browser)).status).toBe(200);
    },
  );
});

describe('a GET with a session', () => {
  it('is answered only for the hub’s own pages, and runs no mutation', async () => {
    const { browser } = await signedIn();
    const get = async (text: string, headers: Record<string, string>) => {
      const url = `${hub.url}/graphql?query=${encodeURIComponent(text)}`;
      return (await browser.go(url, { headers: { 'apollo-require-preflight': '1', ...headers } })).status;
    };
    expect(await get(query, { 'sec-fetch-site': 'same-origin' })).toBe(200);
    for (const site of ['cross-site', 'same-site', '']) {
      expect([site, await get(query, { 'sec-fetch-site': site })]).toEqual([site, 403]);
    }
    expect(await get(query, { origin: 'https://elsewhere.example' })).toBe(403);
    const mutation = 'mutation { withdrawSharing(input: { sharing: "x" }) { userErrors { code } } }';
    expect(await get(mutation, { 'sec-fetch-site': 'same-origin' })).toBe(405);
  });
});

describe('deactivation', () => {
  it('takes effect and closes sockets with 4403 within a second', async () => {
    const { browser, keys } = await signedIn();
    const { opened, answer } = await socket(browser, hub.url);
    expect(answer).toBe('connection_ack');
    const closed = once(opened, 'close');
    await hub.owner('update member set deactivated_at = now() where id = $1', [keys[0]]);
    const began = performance.now();
    await until(async () => (await sendQuery(browser)).status === 401 || undefined);
    expect((await closed)[0]).toBe(4403);
    expectSoon(performance.now() - began, 1000);
  });
});

describe('a machine', () => {
  it('is identified by its client id, and runs commands only with the scope hub:write and mayWrite', async () => {
    const { key } = await hub.town.member(await hub.town.partner());
    await hub.owner("update member set kind = 'MACHINE', subject = $2, client_id = $2 where id = $1", [
      key,
      machineClient,
    ]);
    const mutation = 'mutation { withdrawSharing(input: { sharing: "x" }) { userErrors { code } } }';
    const sent = async (scope?: string) => new Client(hub.url, await oidc.machineToken(scope)).send(mutation);
    expect((await sent()).errors?.[0]?.extensions).toEqual({ code: 'READ_ONLY' });
    expect((await sent('hub:write')).data.withdrawSharing.userErrors).toEqual([{ code: 'INVALID' }]);
    const offered = async (scope?: string): Promise<string[]> =>
      (await new Client(hub.url, await oidc.machineToken(scope)).data('{ viewer { can } }')).viewer.can;
    expect(await offered()).toEqual([]);
    expect(await offered('hub:write')).toContain('REGISTER_BENEFICIARY');
    await hub.owner('update member set may_write = false where id = $1', [key]);
    expect((await sent('hub:write')).errors?.[0]?.extensions).toEqual({ code: 'READ_ONLY' });
  });
});

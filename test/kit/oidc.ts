import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { freePort } from './scratch-server.js';

/** A real OpenID provider over HTTP, whose login page accepts every known account without a password check. */
export interface Oidc {
  readonly issuer: string;
  /** The accounts by login, each with its e-mail address and whether the address is verified. */
  readonly accounts: Map<string, { readonly email: string; readonly emailVerified: boolean }>;
  /** Settings of a hub that uses this provider. */
  readonly env: Record<string, string>;
  /** Gets a token for the machine client with its client credentials. */
  machineToken(scope?: string): Promise<string>;
  stop(): Promise<void>;
}

export const audience = 'urn:hub-of-a-test';
export const machineClient = 'partner-system';
const secret = 'a secret between hub and provider, long enough';

async function startListening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function startOidc(): Promise<Oidc> {
  const hubUrl = `http://127.0.0.1:${await freePort()}`;
  const accounts: Oidc['accounts'] = new Map();
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const server = createServer();
  const issuer = await startListening(server);
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'oidc' }] },
    clients: [
      {
        client_id: 'hub',
        client_secret: secret,
        redirect_uris: [`${hubUrl}/auth/callback`],
        post_logout_redirect_uris: [`${hubUrl}/`],
      },
      {
        client_id: machineClient,
        client_secret: secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    cookies: { keys: [secret] },
    scopes: ['openid', 'hub:write'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => false,
        getResourceServerInfo: () => ({
          audience,
          scope: 'hub:write',
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    findAccount: (_context: unknown, id: string) => {
      const account = accounts.get(id);
      if (!account) return undefined;
      const { email, emailVerified } = account;
      return { accountId: id, claims: async () => ({ sub: id, email, email_verified: emailVerified }) };
    },
  } as never);
  const handleRequest = provider.callback();
  server.on('request', (request, response) => void handleRequest(request, response));
  return {
    issuer,
    accounts,
    env: {
      AUTH: 'oidc',
      AUTH_ISSUER: issuer,
      AUTH_AUDIENCE: audience,
      AUTH_CLIENT_ID: 'hub',
      AUTH_CLIENT_SECRET: secret,
      HUB_SECRET: 'a secret of this test, which is long enough',
      HUB_URL: hubUrl,
      PORT: new URL(hubUrl).port,
    },
    machineToken: async (scope) => {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${machineClient}:${encodeURIComponent(secret)}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }),
      });
      return ((await response.json()) as { access_token: string }).access_token;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A minimal browser for signing in: cookies by host, redirects, and forms. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();
  /** The current address. */
  address = '';

  /** The Cookie header for an address. */
  cookies(url: string): string {
    return [...(this.#jars.get(new URL(url).host) ?? [])]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  }

  /** Sends a request, stores the cookies of the response, and follows redirects as a user's navigation does. */
  async go(url: string, init: RequestInit = {}): Promise<Response> {
    this.address = url;
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'none', ...init.headers, cookie: this.cookies(url) },
    });
    const jar = this.#jars.get(new URL(url).host) ?? new Map<string, string>();
    this.#jars.set(new URL(url).host, jar);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (!value || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const next = response.headers.get('location');
    return next && response.status < 400 ? this.go(new URL(next, url).href) : response;
  }

  /** Signs in at the hub with an account of the provider; returns the last page. */
  async signIn(hubUrl: string, login: string, to = ''): Promise<Response> {
    let page = await this.go(`${hubUrl}/auth/login?to=${encodeURIComponent(to)}`);
    for (;;) {
      const text = await page.clone().text();
      const [, action] = /<form[^>]* action="([^"]+)"/.exec(text) ?? [];
      if (!action || page.url.startsWith(hubUrl)) return page;
      const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(text) ?? [];
      const body = new URLSearchParams({ prompt, login, password: 'any' });
      page = await this.go(new URL(action, page.url).href, { method: 'POST', body });
    }
  }

  /** Requests to the account routes with the browser's session, as the hub's own page sends them. */
  account(hubUrl: string): (path: string, body?: object) => Promise<Response> {
    return (path, body) =>
      body
        ? this.post(hubUrl, path, body)
        : this.go(`${hubUrl}/${path}`, { headers: { 'sec-fetch-site': 'same-origin' } });
  }

  /** Posts to the hub as a script on the hub's own page does. */
  post(hubUrl: string, path: string, body?: unknown, origin: string | null = hubUrl): Promise<Response> {
    return this.go(`${hubUrl}/${path}`, {
      method: 'POST',
      headers: {
        ...(origin !== null && { origin }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}

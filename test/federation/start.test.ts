import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { loadConfig } from '../../gateway/dist/config.js';
import { Client } from '../kit/client.js';
import { expectSoon, figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { type Run, run } from '../kit/run.js';
import { until } from '../kit/until.js';
import { gatewaySecret, link, newKey, SpyService } from './kit.js';

const key = newKey().export({ type: 'pkcs8', format: 'pem' }) as string;
const secrets = { HUB_GATEWAY_SECRET: gatewaySecret, GATEWAY_SIGNING_KEY: key };
const partner = {
  name: 'france-travail',
  prefix: 'ft',
  slug: 'france-travail',
  url: 'http://ft.test/graphql',
};
const config = { hub: { url: 'http://hub.test' }, partners: [partner], address: 'https://graph.test' };

/** The lines with which a configuration is refused; empty when it is accepted. */
function refused(file: unknown, env: Record<string, string> = secrets): string[] {
  try {
    loadConfig(env, () => (typeof file === 'string' ? file : JSON.stringify(file)));
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

describe('the configuration', () => {
  it('is accepted with its defaults', () => {
    expect(loadConfig(secrets, () => JSON.stringify(config))).toMatchObject({
      hub: { url: 'http://hub.test', timeout: 30_000 },
      partners: [{ ...partner, timeout: 2000 }],
      ...{ host: '127.0.0.1', port: 4100, address: 'https://graph.test', definitions: '.gateway' },
    });
  });

  it.each([
    ['is not JSON', '{', ['gateway.json: is not valid JSON']],
    ['lacks the hub', { ...config, hub: undefined }, ['gateway.json: hub: is missing']],
    [
      'has a wrong address',
      { ...config, hub: { url: 'hub' } },
      ['gateway.json: hub.url: must be an address that begins with https:// or http://'],
    ],
    [
      'has a wrong prefix',
      { ...config, partners: [{ ...partner, prefix: 'F' }] },
      ['gateway.json: partners.0.prefix: must be 2 to 12 lower-case letters'],
    ],
    [
      'names a partner hub',
      { ...config, partners: [{ ...partner, name: 'hub' }] },
      ['gateway.json: partners.0.name: must not be "hub", which names the hub'],
    ],
    [
      'has an unknown setting',
      { ...config, ports: 1 },
      ['gateway.json: ports: is not a setting of the gateway'],
    ],
  ])('is refused when it %s', (_, file, lines) => {
    expect(refused(file)).toEqual(lines);
  });

  it('is refused without its secrets, and with keys of other kinds', () => {
    expect(refused(config, {})).toEqual([
      'HUB_GATEWAY_SECRET: must have at least 32 characters, the same as in the hub',
      'GATEWAY_SIGNING_KEY: must be a private key for ES256 or EdDSA, as PEM (PKCS #8) or as a JSON Web Key',
    ]);
    const jwk = JSON.stringify(newKey().export({ format: 'jwk' }));
    expect(refused(config, { ...secrets, GATEWAY_SIGNING_KEY: jwk })).toEqual([]);
    const { d: _, ...publicOnly } = JSON.parse(jwk);
    expect(refused(config, { ...secrets, GATEWAY_SIGNING_KEY: JSON.stringify(publicOnly) })).toHaveLength(1);
  });

  it('is refused in ten lines at most', () => {
    const partners = Array.from({ length: 30 }, (_, n) => ({ ...partner, slug: `partner-${n}`, prefix: '' }));
    const lines = refused({ ...config, partners });
    expect([lines.length, lines.at(-1)]).toEqual([10, 'and 21 more']);
  });
});

describe('the program', () => {
  const hub = testHub({ HUB_GATEWAY_SECRET: gatewaySecret });
  let folder: string;
  let spy: SpyService;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway '));
    spy = await SpyService.start(
      `${link('"@key"')}\ntype Query { ftOffers: Int } type Partner @key(fields: "id") { id: ID! ftJobOffers: Int }`,
      {
        ftOffers: 1,
        _entities: ({ __typename, id }: object & Record<string, string>) => ({ __typename, id }),
      },
    );
  });
  afterAll(async () => {
    await spy.stop();
    await rm(folder, { recursive: true });
  });

  async function start(changes: object, env: Record<string, string> = {}, ...args: string[]) {
    const path = join(folder, 'gateway.json');
    const file = {
      ...config,
      ...{ hub: { url: hub.url }, port: 0, definitions: join(folder, 'definitions') },
      partners: [{ ...partner, url: spy.url }],
      ...changes,
    };
    await writeFile(path, JSON.stringify(file));
    return run({ ...secrets, GATEWAY_CONFIG: path, ...env }, [
      process.execPath,
      'gateway/dist/main.js',
      ...args,
    ]);
  }

  it.each<[string, () => object, Record<string, string>, RegExp]>([
    [
      'the hub has another secret',
      () => ({}),
      { HUB_GATEWAY_SECRET: 'another secret, which is long enough' },
      /^hub: does not give its definitions at http.*: status 401, no SDL; check that .* HUB_GATEWAY_SECRET\n$/,
    ],
    [
      'a partner is not there',
      () => ({ partners: [{ ...partner, url: 'http://127.0.0.1:9' }] }),
      {},
      /^france-travail: does not give its definitions at http:\/\/127\.0\.0\.1:9: .*\n$/,
    ],
    [
      'the definitions do not fit',
      () => ({ partners: [{ ...partner, prefix: 'xy', url: spy.url }] }),
      {},
      /^france-travail: Query\.ftOffers is refused by the hub: /,
    ],
  ])('does not start when %s, and says why in ten lines at most', async (_, changes, env, message) => {
    const { code, stdout, stderr } = await (await start(changes(), env)).ended;
    expect(stderr).toMatch(message);
    expect(stderr.split('\n').length).toBeLessThanOrEqual(11);
    expect([code, stdout]).toEqual([1, '']);
  });

  it('prints the supergraph, for other gateways', async () => {
    const { code, stdout } = await (await start({}, {}, '--print')).ended;
    expect(code).toBe(0);
    expect(stdout).toContain(`FRANCE_TRAVAIL @join__graph(name: "france-travail", url: "${spy.url}")`);
    expect(stdout).toContain(`HUB @join__graph(name: "hub", url: "${hub.url}/graphql")`);
  });

  describe('while the system of a partner is down', () => {
    const query = '{ ftOffers viewer { partner { slug } } }';
    const ready = async (gateway: Run) =>
      until(() => /ready at (http\S+)\/graphql/.exec(gateway.output())?.[1]);
    const stop = async (gateway: Run) => {
      gateway.child.kill('SIGTERM');
      expect((await gateway.ended).code).toBe(0);
    };
    const folderOf = (name: string) => ({ definitions: join(folder, name) });

    it('starts with the definitions of the last start, and asks the partner again when it is back', async () => {
      const { client, partner: own } = await hub.town.caseworker();
      const where = folderOf('kept');
      const first = await start(where);
      await ready(first);
      await stop(first);
      await spy.stop();
      const second = await start(where);
      const joined = new Client(await ready(second), client.token);
      expect(second.output()).toContain('"partner":"france-travail"');
      expect(await joined.send(query)).toMatchObject({
        data: { ftOffers: null, viewer: { partner: { slug: own.slug } } },
        errors: [
          { path: ['ftOffers'], extensions: { code: 'PARTNER_UNAVAILABLE', partner: 'france-travail' } },
        ],
      });
      await spy.restart();
      expect(await joined.data(query)).toMatchObject({ ftOffers: 1 });
      await joined.close();
      await stop(second);
    });

    it('does not use them for another system, nor in place of definitions that do not fit', async () => {
      const where = folderOf('changed');
      const other = await SpyService.start('type Query { ftOffers: Int }', {});
      const first = await start({ ...where, partners: [{ ...partner, url: other.url }] });
      await ready(first);
      await stop(first);
      other.definitions = 'type Query { offers: Int }';
      const refused = await start({ ...where, partners: [{ ...partner, url: other.url }] });
      expect((await refused.ended).stderr).toMatch(/^france-travail: Query\.offers/);
      await other.stop();
      for (const change of [{ url: 'http://127.0.0.1:9' }, { slug: 'departement' }, { prefix: 'xy' }]) {
        const partners = [{ ...partner, url: other.url, ...change }];
        const { code, stderr } = await (await start({ ...where, partners })).ended;
        expect([code, stderr]).toEqual([1, expect.stringMatching(/^france-travail: does not give its def/)]);
      }
    });

    it('warns when the definitions cannot be stored, and starts', async () => {
      await writeFile(join(folder, 'a file'), '');
      const gateway = await start(folderOf('a file'));
      await ready(gateway);
      expect(gateway.output()).toContain('cannot be stored');
      await stop(gateway);
    });
  });

  it('says that its port is in use, or that two partners share a slug', async () => {
    const { port } = new URL(hub.url);
    const { code, stderr } = await (await start({ port: Number(port) })).ended;
    expect([code, stderr]).toEqual([
      1,
      `port ${port} on 127.0.0.1 is in use: change "port", or end what runs there\n`,
    ]);
    const partners = ['one', 'two'].map((name) => ({ ...partner, name, url: spy.url }));
    expect((await (await start({ partners })).ended).stderr).toMatch(/partners: two have the same slug/);
  });

  it('on SIGTERM leaves a client that does not read', async () => {
    const gateway = await start({});
    const url = await until(() => /ready at (http\S+)\/graphql/.exec(gateway.output())?.[1]);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.pause();
    const began = performance.now();
    gateway.child.kill('SIGTERM');
    expect((await gateway.ended).code).toBe(0);
    const took = performance.now() - began;
    expectSoon(took, 3000);
    figure('gateway: stops within 3 s beside a client that does not read', `${Math.round(took)} ms`);
    socket.terminate();
  });

  it('on SIGTERM finishes the requests in progress, and sends its sockets away to reconnect', async () => {
    const gateway = await start({});
    const url = await until(() => /ready at (http\S+)\/graphql/.exec(gateway.output())?.[1]);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    let release = () => {};
    const asked = new Promise<void>((resolve) => {
      spy.answer = async (received) => {
        resolve();
        await new Promise<void>((go) => {
          release = go;
        });
        return spy.execute(received);
      };
    });
    const { client } = await hub.town.caseworker();
    const answer = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}` },
      body: JSON.stringify({ query: '{ ftOffers }' }),
    });
    await asked;
    gateway.child.kill('SIGTERM');
    const [code] = await once(socket, 'close');
    release();
    expect(await (await answer).json()).toEqual({ data: { ftOffers: 1 } });
    expect([code, (await gateway.ended).code]).toEqual([1001, 0]);
    expect(gateway.output()).not.toContain('Bearer');
  });
});

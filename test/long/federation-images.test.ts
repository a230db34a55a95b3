import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { address, gatewaySecret, newKey } from '../federation/kit.js';
import { Client } from '../kit/client.js';
import { runImage } from '../kit/container.js';
import { testHub } from '../kit/hub.js';
import { buildImage, type Image } from '../kit/image.js';
import { type Run, root } from '../kit/run.js';
import { freePort } from '../kit/scratch-server.js';
import { registerPerson } from '../kit/town.js';
import { until } from '../kit/until.js';

const slug = 'france-travail';
const hub = testHub({
  HUB_GATEWAY_SECRET: gatewaySecret,
  HUB_PARTNER_SYSTEMS: `[{"prefix":"ft","partner":"${slug}"}]`,
});

let temporary: string;
let gateway: Image;
let example: Image;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'federation-images-'));
  for (const name of ['gateway', 'example']) await mkdir(join(temporary, name));
  gateway = await buildImage(root, join(temporary, 'gateway'), 'gateway/Dockerfile');
  example = await buildImage(join(root, 'examples/partner-subgraph'), join(temporary, 'example'));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

describe('the images of the gateway and of the example of a partner’s system', () => {
  it('contain what they need and nothing else, and run as a non-root user', async () => {
    expect((await readdir(gateway.folder)).sort()).toEqual([
      '.gateway',
      'dist',
      'node_modules',
      'package.json',
    ]);
    expect(existsSync(join(example.folder, 'test'))).toBe(false);
    for (const { user } of [gateway, example]) expect(user).not.toMatch(/^(?:root|0)\b/);
  });

  it('the gateway does not start without a configuration and names it', async () => {
    const { code, stderr } = await runImage(gateway, {}).ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('GATEWAY_CONFIG')]);
  });

  it('run together with a hub, and join a person’s fields', async () => {
    const [port, partnerPort] = [await freePort(), await freePort()];
    const config = join(temporary, 'gateway.json');
    const partners = [{ name: slug, slug, prefix: 'ft', url: `http://127.0.0.1:${partnerPort}/graphql` }];
    await writeFile(config, JSON.stringify({ hub: { url: hub.url }, partners, port, address }));
    const url = `http://127.0.0.1:${port}`;
    const partner = runImage(example, {
      ...{ PORT: String(partnerPort), HOST: '127.0.0.1', GATEWAY_ISSUER: address },
      GATEWAY_JWKS_URL: `${url}/.well-known/jwks.json`,
    });
    await answers(partner, `http://127.0.0.1:${partnerPort}/health`);
    const joined = runImage(gateway, {
      ...{ GATEWAY_CONFIG: config, HUB_GATEWAY_SECRET: gatewaySecret },
      GATEWAY_SIGNING_KEY: newKey().export({ format: 'pem', type: 'pkcs8' }) as string,
    });
    await answers(joined, `${url}/health/ready`);

    const { client } = await hub.town.caseworker(slug);
    const own = new Client(url, client.token);
    const person = await registerPerson(own, { ownReference: '1000001A' });
    const query = 'query ($id: ID!) { beneficiary(id: $id) { ftAppointments(first: 1) { subject } } }';
    const { beneficiary } = await own.data(query, { id: person });
    expect(beneficiary.ftAppointments).toEqual([{ subject: expect.any(String) }]);
    await own.close();

    for (const { child, ended } of [joined, partner]) {
      child.kill('SIGTERM');
      await ended;
    }
    expect([joined.child.exitCode, partner.child.exitCode]).toEqual([0, 0]);
  });
});

/** Waits until a program answers its health check. */
function answers({ child, output }: Run, url: string): Promise<true> {
  return until(async () => {
    if (child.exitCode !== null) throw new Error(`ended: ${output()}`);
    return (await fetch(url).catch(() => undefined))?.ok || undefined;
  });
}

import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Child } from '../child.js';
import { memoryOf } from '../machine.js';
import { asOwner } from '../owner.js';
import { PartnerService, partnerSdl } from './partner-service.js';

/** What a run needs. */
interface Surroundings {
  readonly ownerUrl: string;
  /** The secret of the hub. */
  readonly secret: string;
  readonly root: string;
}

/** Times in milliseconds; the times of requests in the same order. */
export interface Results {
  readonly composition: number;
  readonly direct: readonly number[];
  readonly one: readonly number[];
  readonly two: readonly number[];
  /** Resident memory of the gateway after the requests, in megabytes. */
  readonly memory: number;
}

const gatewaySecret = 'the secret of hub and gateway in the bench';
const rows = (fields: string) => `{ services(first: 50) { nodes { id name ${fields} } } }`;

/** The demonstration town has fewer than 50 services. */
const moreServices = `insert into service select copy.* from service, generate_series(1, 4) n,
  jsonb_populate_record(service, jsonb_build_object('id', gen_random_uuid(), 'name', service.name || ' ' || n)) copy`;

/** The number of requests of each kind, and of those before that are not measured. */
const requests = { measured: 400, before: 50 };

export async function run({ ownerUrl, secret, root }: Surroundings): Promise<Results> {
  await asOwner(ownerUrl, (owner) => owner.query(moreServices));
  const partner = await PartnerService.start();
  const folder = await mkdtemp(join(tmpdir(), 'bench federation '));
  try {
    const hub = await Child.start(
      'dist/bundle/main.js',
      root,
      {
        ...{ DATABASE_URL: ownerUrl, AUTH: 'demo', HUB_SECRET: secret, PORT: '0', LOG_LEVEL: 'warn' },
        ...{ HUB_GATEWAY_SECRET: gatewaySecret, HUB_BUDGET: '10000000' },
      },
      /^The hub is ready .*(http:\/\/[^/\s]+)/,
    );
    const config = {
      hub: { url: hub.url },
      partners: [{ name: 'france-travail', prefix: 'ft', slug: 'france-travail', url: partner.url }],
      ...{ port: 0, address: 'https://graph.test' },
    };
    await writeFile(join(folder, 'gateway.json'), JSON.stringify(config));
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const gateway = await Child.start(
      'gateway/dist/main.js',
      root,
      {
        ...{
          GATEWAY_CONFIG: join(folder, 'gateway.json'),
          HUB_GATEWAY_SECRET: gatewaySecret,
          LOG_LEVEL: 'warn',
        },
        // As `npm run gateway` starts it.
        NODE_OPTIONS: '--max-semi-space-size=16',
        GATEWAY_SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      },
      /^The gateway is ready at (http:\/\/[^/\s]+)/,
    );
    const composition = await timeToCompose(root, hub.url, partner.url);
    const token = await signIn(hub.url);
    const times = { direct: [] as number[], one: [] as number[], two: [] as number[] };
    for (let n = -requests.before; n < requests.measured; n++) {
      const direct = await timed(hub.url, token, rows(''));
      const one = await timed(gateway.url, token, rows(''));
      const two = await timed(gateway.url, token, rows('ftSeats ftNote'));
      if (n < 0) continue;
      times.direct.push(direct);
      times.one.push(one);
      times.two.push(two);
    }
    return { composition, ...times, memory: await memoryOf([gateway.child.pid]) };
  } finally {
    await partner.stop();
    await rm(folder, { recursive: true });
  }
}

/** The time of the first composition in this process, in milliseconds. */
async function timeToCompose(root: string, hubUrl: string, partnerUrl: string): Promise<number> {
  const response = await fetch(`${hubUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-gateway': gatewaySecret },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  const { data } = (await response.json()) as { data: { _service: { sdl: string } } };
  // The gateway has libraries of its own, so that the bench does not import it when it is built.
  const { compose } = await import(pathToFileURL(join(root, 'gateway/dist/compose.js')).href);
  const began = performance.now();
  compose({ name: 'hub', url: hubUrl, sdl: data._service.sdl }, [
    { name: 'france-travail', prefix: 'ft', url: partnerUrl, sdl: partnerSdl },
  ]);
  return performance.now() - began;
}

async function signIn(hubUrl: string): Promise<string> {
  const response = await fetch(`${hubUrl}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'conseil@csc.demo' }),
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}

/** The time of a request until its answer is read, in milliseconds. */
async function timed(url: string, token: string, query: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const answer = await response.text();
  const took = performance.now() - began;
  const { data, errors } = JSON.parse(answer);
  if (errors || data.services.nodes.length !== 50) throw new Error(`not 50 rows: ${answer.slice(0, 500)}`);
  if (query.includes('ftSeats') && data.services.nodes[49].ftSeats !== 3)
    throw new Error(`not of the partner: ${answer.slice(0, 500)}`);
  return took;
}

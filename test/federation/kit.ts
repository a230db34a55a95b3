import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { buildSchema, type GraphQLSchema, graphql } from 'graphql';
import { pino } from 'pino';
import type { GatewayConfig, PartnerConfig } from '../../gateway/dist/config.js';
import { type Gateway, startGateway } from '../../gateway/dist/gateway.js';
import { Client, type Data } from '../kit/client.js';
import { gatewaySecret } from './gateway-client.js';

export { gatewaySecret };

/** The public address of the gateways of the tests. */
export const address = 'https://graph.test';

export const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${imports}])`;

/** A request that a service has received. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly query: string; readonly variables?: Data };
}

type Answer = (received: Received, response: ServerResponse) => unknown;

/** A GraphQL service in this process that records what it receives, and that can be made to fail. */
export class SpyService {
  readonly received: Received[] = [];
  /** Replaces the answer; undefined when it has written to the response itself. */
  answer: Answer | undefined;
  readonly #schema: GraphQLSchema;
  readonly #port: number;

  private constructor(
    private readonly server: Server,
    /** The definitions that it serves. */
    public definitions: string,
    private readonly rootValue: Data,
  ) {
    this.#schema = executable(definitions);
    this.#port = (server.address() as AddressInfo).port;
    server.on('request', async (request, response) => {
      let text = '';
      for await (const part of request) text += part;
      const received = { headers: request.headers, body: JSON.parse(text) };
      if (received.body.query.includes('_service'))
        return json(response, { data: { _service: { sdl: this.definitions } } });
      this.received.push(received);
      const answer = await (this.answer ?? ((it) => this.execute(it)))(received, response);
      if (answer !== undefined) json(response, answer);
    });
  }

  /**
   * Starts a service.
   * @param sdl its definitions
   * @param rootValue the resolvers of `Query`; `_entities` gets a function for one representation
   */
  static async start(sdl: string, rootValue: Data): Promise<SpyService> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SpyService(server, sdl, rootValue);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Executes a request by the service's schema. */
  execute({ body }: Received): Promise<Data> {
    const { _entities: entity, ...fields } = this.rootValue;
    const rootValue = {
      ...fields,
      _entities: ({ representations }: Data) => representations.map(entity),
    };
    return graphql({ schema: this.#schema, source: body.query, variableValues: body.variables, rootValue });
  }

  /** All that it has received, without what the connection needs. */
  get text(): string {
    return JSON.stringify(this.received);
  }

  /** The representations that it has received. */
  get representations(): Data[] {
    return this.received.flatMap(({ body }) =>
      Object.values(body.variables ?? {})
        .filter(Array.isArray)
        .flat(),
    );
  }

  /** Stops; `restart` starts it again at the same address. */
  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  /** Starts again at the same address. */
  async restart(): Promise<void> {
    this.server.listen(this.#port, '127.0.0.1');
    await once(this.server, 'listening');
  }
}

function json(response: ServerResponse, answer: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
}

/** The schema of a subgraph with `_entities`. */
function executable(sdl: string): GraphQLSchema {
  const entities = [...new Set([...sdl.matchAll(/type (\w+) @key/g)].map(([, name]) => name))];
  const plain = sdl
    .replace(/extend schema[^\n]*/, '')
    .replaceAll(/@(key|tag)\([^)]*\)|@(inaccessible|shareable)/g, '');
  const entity =
    entities.length === 0
      ? ''
      : `scalar _Any union _Entity = ${entities.join(' | ')}
         extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  return buildSchema(`${plain}\n${entity}`);
}

/** A gateway that runs in the tests’ process. */
export interface TestGateway {
  readonly url: string;
  /** A client of the gateway with the token of a client of the hub. */
  for(client: Client, language?: string): Client;
}

type Settings = Pick<PartnerConfig, 'name' | 'prefix' | 'url'> & Partial<PartnerConfig>;

/**
 * Starts a gateway for a hub and partners, with the partners' names as slugs. `TEST_LOG=info` shows its log. The timeout
 * of a partner is too long to be reached, unless a test sets its own.
 */
export async function runGateway(
  hubUrl: string,
  partners: readonly Settings[],
  changes: Partial<GatewayConfig> = {},
): Promise<Gateway> {
  const definitions = await mkdtemp(join(tmpdir(), 'definitions-'));
  const config: GatewayConfig = {
    hub: { url: hubUrl, timeout: 30_000 },
    partners: partners.map((it) => ({ slug: it.name, timeout: 300_000, ...it })),
    ...{ host: '127.0.0.1', port: 0, address, secret: gatewaySecret, key: newKey(), logLevel: 'silent' },
    definitions,
    ...changes,
  };
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  try {
    return await startGateway(config, log);
  } finally {
    // They are read and written at the start only.
    await rm(definitions, { recursive: true });
  }
}

/** A new private key for ES256. */
export function newKey() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/** The gateway of a test file, which starts before its tests. Its clients are closed after them. */
export function testGateway(start: () => Promise<Gateway>): TestGateway {
  let gateway: Gateway;
  const clients: Client[] = [];
  beforeAll(async () => {
    gateway = await start();
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await gateway?.stop();
  });
  return {
    get url() {
      return gateway.url;
    },
    for(client, language) {
      const own = new Client(gateway.url, client.token, language);
      own.beforeSubscribing = () => client.beforeSubscribing();
      clients.push(own);
      return own;
    },
  };
}

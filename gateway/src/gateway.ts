import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { GatewayConfig } from './config.js';
import type { Graph } from './graph.js';
import { GraphqlOverHttp } from './http.js';
import { PartnerSystem } from './partner-system.js';
import { createRuntime } from './runtime.js';
import { Viewers } from './viewers.js';
import { graphqlOverWebSocket } from './websocket.js';

/** A running gateway. */
export interface Gateway {
  /** Its address on this machine. */
  readonly url: string;
  /** Finishes the requests in progress, and closes all sockets so that clients reconnect. */
  stop(): Promise<void>;
}

/** How long requests in progress may take when the gateway stops, in milliseconds. */
const stopTimeout = 5000;

/** Starts a gateway for the joined graph. */
export async function startGateway(config: GatewayConfig, graph: Graph, log: Logger): Promise<Gateway> {
  const { supergraph, definitions, hub, tokens } = graph;
  const viewers = new Viewers(hub);
  const partners = new Map(
    config.partners.map((it, index) => {
      const sdl = definitions.partners[index]?.sdl ?? '';
      return [it.name, new PartnerSystem(it, sdl, { tokens, viewers, log })] as const;
    }),
  );
  const runtime = await createRuntime(supergraph, hub, partners, log);
  const http = new GraphqlOverHttp(runtime, hub, viewers);

  let stopping = false;
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    switch (request.url?.split('?')[0]) {
      case '/graphql':
        return http.answer(request, response);
      case '/.well-known/jwks.json':
        return json(response, 200, tokens.published);
      case '/health/live':
        return json(response, 200, { status: 'live' });
      case '/health/ready':
        return json(response, stopping ? 503 : 200, { status: stopping ? 'stopping' : 'ready' });
      default:
        return json(response, 404, { error: 'not found' });
    }
  };
  const server = createServer((request, response) => {
    // Otherwise the connections of answered requests would be waited for.
    response.once('close', () => stopping && setImmediate(() => server.closeIdleConnections()));
    respond(request, response).catch((error: Error) => {
      // A client that leaves in the middle of its request is no bug.
      if (!request.destroyed)
        log.error({ error: error.name, frames: error.stack?.split('\n').slice(1) }, 'bug');
      response.destroy();
    });
  });
  const closeSockets = graphqlOverWebSocket(server, runtime, hub, log);
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { host } = config;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    stop: async () => {
      stopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      http.stop();
      await closeSockets();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), stopTimeout);
      await closed;
      clearTimeout(late);
      await runtime[Symbol.asyncDispose]();
    },
  };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(body)}\n`);
}

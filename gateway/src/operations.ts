import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { GatewayConfig } from './config.js';
import type { Graph } from './graph.js';
import { GraphqlOverHttp } from './http.js';
import { PartnerSystem } from './partner-system.js';
import { createRuntime } from './runtime.js';
import { Viewers } from './viewers.js';
import { graphqlOverWebSocket } from './websocket.js';

/** What answers `/graphql`. */
export interface Operations {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Closes all sockets and streams of events, so that clients reconnect. */
  closeStreams(): Promise<void>;
  dispose(): Promise<void>;
}

/** Answers operations on the graph, over HTTP and over WebSocket upgrades of the server. */
export async function answerOperations(
  config: GatewayConfig,
  { supergraph, definitions, hub, tokens }: Graph,
  server: Server,
  log: Logger,
): Promise<Operations> {
  const viewers = new Viewers(hub);
  const partners = new Map(
    config.partners.map((it, index) => {
      const sdl = definitions.partners[index]?.sdl ?? '';
      return [it.name, new PartnerSystem(it, sdl, { tokens, viewers, log })] as const;
    }),
  );
  const runtime = await createRuntime(supergraph, hub, partners, log);
  const http = new GraphqlOverHttp(runtime, hub, viewers);
  const closeSockets = graphqlOverWebSocket(server, runtime, hub, log);
  return {
    answer: (request, response) => http.answer(request, response),
    closeStreams: async () => {
      http.stop();
      await closeSockets();
    },
    dispose: async () => runtime[Symbol.asyncDispose](),
  };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GatewayRuntime } from '@graphql-hive/gateway-runtime';
import type { GraphQLError } from 'graphql';
import { type Caller, credentialsOfRequest } from './caller.js';
import { unauthenticated } from './errors.js';
import type { Hub } from './hub.js';
import { forbidden, type HubSocket } from './hub-socket.js';
import { languageOf } from './i18n.js';
import { limits } from './limits.js';
import { Refused, type Viewers } from './viewers.js';

/** The headers that the runtime needs; it gets no credentials. */
const neededHeaders = ['accept', 'content-type'] as const;

/** GraphQL over HTTP: one answer, or events as Server-Sent Events. */
export class GraphqlOverHttp {
  /** The responses that are streams of events. */
  readonly #streams = new Set<ServerResponse>();

  constructor(
    private readonly runtime: GatewayRuntime,
    private readonly hub: Hub,
    private readonly viewers: Viewers,
  ) {}

  /** Answers a request. One without a valid token is refused before its body is read, as the hub does it. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const credentials = credentialsOfRequest(request.headers);
    if (!credentials) return refuse(response, 401, [unauthenticated(languageOf(request.headers))]);
    try {
      await this.viewers.of(credentials);
    } catch (error) {
      if (error instanceof Refused) return refuse(response, error.status, error.errors);
      throw error;
    }
    const body = await bodyOf(request);
    if (!body) return refuse(response, 413, []);
    let socket: HubSocket | undefined;
    const caller: Caller = {
      credentials,
      // A stream that breaks off makes clients resume; only the end of their access completes it.
      socket: () => {
        socket ??= this.hub.connect(credentials, (code) => code !== forbidden && response.destroy());
        this.#streams.add(response);
        return socket;
      },
      refused: () => {},
    };
    response.once('close', () => {
      this.#streams.delete(response);
      socket?.dispose();
    });
    await this.#run(request, body, response, caller);
  }

  /** Breaks the streams of events off, so that clients resume them. */
  stop(): void {
    for (const response of this.#streams) response.destroy();
  }

  async #run(
    { method = 'GET', url = '/', headers }: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    caller: Caller,
  ): Promise<void> {
    const passed = neededHeaders.flatMap((name) => (headers[name] ? [[name, headers[name]] as const] : []));
    const answer = await this.runtime.fetch(
      `http://gateway${url}`,
      {
        method,
        headers: Object.fromEntries(passed),
        ...(method === 'POST' && { body: body.toString('utf8') }),
      },
      { caller },
    );
    response.writeHead(answer.status, { 'cache-control': 'no-store', ...Object.fromEntries(answer.headers) });
    const reader = answer.body?.getReader();
    response.once('close', () => void reader?.cancel().catch(() => {}));
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      if (response.destroyed) return;
      const drained = response.write(part.value) || response.destroyed;
      if (!drained) await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
    }
    response.end();
  }
}

/** The body of a request; undefined when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > limits.bytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function refuse(response: ServerResponse, status: number, errors: readonly GraphQLError[]): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(status === 503 && { 'retry-after': '2' }),
    // The rest of the body is not read.
    connection: 'close',
  });
  response.end(errors.length > 0 ? `${JSON.stringify({ errors })}\n` : undefined);
}

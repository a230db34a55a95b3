import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { GatewayConfig } from './config.js';
import { StartError } from './start-error.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** How long requests in progress may take when the gateway stops, in milliseconds. */
const stopTimeout = 5000;

/** Another program listens on the port. */
export class PortInUse extends StartError {
  override readonly name = 'PortInUse';
}

/**
 * The HTTP server. It publishes the keys of the gateway from its first moment: a partner's system checks with them the
 * token of the request for its definitions, which the gateway needs to start.
 */
export class Front {
  #state: 'starting' | 'ready' | 'stopping' = 'starting';
  #answer: Handler = async (_, response) => json(response, 503, { status: this.#state });

  private constructor(readonly server: Server) {}

  /**
   * @param keys the public keys, as a JSON Web Key Set
   * @throws StartError when the port cannot be opened
   */
  static async open({ host, port }: GatewayConfig, keys: object, log: Logger): Promise<Front> {
    const server = createServer();
    const front = new Front(server);
    server.on('request', (request, response) => {
      // Otherwise the connections of answered requests would be waited for when the gateway stops.
      response.once('close', () => front.isStopping && setImmediate(() => server.closeIdleConnections()));
      front.#respond(keys, request, response).catch((error: Error) => {
        // A client that leaves in the middle of its request is no bug.
        if (!request.destroyed)
          log.error({ error: error.name, frames: error.stack?.split('\n').slice(1) }, 'bug');
        response.destroy();
      });
    });
    server.listen(port, host);
    try {
      await once(server, 'listening');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const place = `port ${port} on ${host}`;
      if (code === 'EADDRINUSE')
        throw new PortInUse([`${place} is in use: change "port", or end what runs there`]);
      throw new StartError([`${place} cannot be opened (${code}): change "port" or "host"`]);
    }
    return front;
  }

  /** The address on this machine. */
  get url(): string {
    const { address, port, family } = this.server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
  }

  get isStopping(): boolean {
    return this.#state === 'stopping';
  }

  /** From now on `/graphql` is answered. */
  serve(answer: Handler): void {
    this.#answer = answer;
    this.#state = 'ready';
  }

  /** Accepts no further connections, and waits for the requests in progress. */
  async stop(closeStreams: () => Promise<void> = async () => {}): Promise<void> {
    this.#state = 'stopping';
    const closed = new Promise((resolve) => this.server.close(resolve));
    const late = setTimeout(() => this.server.closeAllConnections(), stopTimeout);
    await closeStreams();
    this.server.closeIdleConnections();
    await closed;
    clearTimeout(late);
  }

  async #respond(keys: object, request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (request.url?.split('?')[0]) {
      case '/graphql':
        return this.#answer(request, response);
      case '/.well-known/jwks.json':
        return json(response, 200, keys);
      case '/health/live':
        return json(response, 200, { status: 'live' });
      case '/health/ready':
        return json(response, this.#state === 'ready' ? 200 : 503, { status: this.#state });
      default:
        return json(response, 404, { error: 'not found' });
    }
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(body)}\n`);
}

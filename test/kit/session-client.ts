import type { ClientOptions } from 'graphql-ws';
import WebSocket from 'ws';
import { Client } from './client.js';
import type { Browser } from './oidc.js';

/** A client that authenticates with a browser's session, as the hub's own pages do. */
export class SessionClient extends Client {
  constructor(
    url: string,
    readonly browser: Browser,
  ) {
    super(url, '');
  }

  /** Opens a page of the hub, as a user who enters its address. */
  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.browser.go(`${this.url}${path}`, { headers });
  }

  override post(body: unknown): Promise<Response> {
    return this.browser.post(this.url, 'graphql', body);
  }

  protected override get socketOptions(): Pick<ClientOptions, 'webSocketImpl'> {
    const headers = { cookie: this.browser.cookies(this.url), origin: this.url };
    return {
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, { headers });
        }
      },
    };
  }
}

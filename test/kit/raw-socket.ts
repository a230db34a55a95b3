import { once } from 'node:events';
import WebSocket from 'ws';
import type { Data } from './client.js';

/** A WebSocket that sends single protocol messages, for messages that stock clients never send. */
export class RawSocket {
  readonly messages: Data[] = [];
  /** The close code of the hub. */
  readonly closed: Promise<number>;
  /** The close reason of the hub, once the socket is closed. */
  reason: string | undefined;
  #onChange: (() => void) | undefined;

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => {
        this.reason = String(reason);
        resolve(code);
      }),
    );
    socket.on('error', () => {});
    socket.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)));
      this.#onChange?.();
    });
    socket.on('close', () => this.#onChange?.());
  }

  static async open(url: string, protocol = 'graphql-transport-ws'): Promise<RawSocket> {
    const raw = new RawSocket(
      new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol, {
        headers: { 'accept-language': 'en' },
      }),
    );
    await once(raw.socket, 'open');
    return raw;
  }

  /** Opens a socket and signs in; the connection is acknowledged. */
  static async signedIn(url: string, token: string): Promise<RawSocket> {
    const raw = await RawSocket.open(url);
    raw.init(token);
    await raw.message((it) => it.type === 'connection_ack');
    return raw;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  init(token?: string): void {
    this.send({
      type: 'connection_init',
      ...(token !== undefined && { payload: { authorization: `Bearer ${token}` } }),
    });
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** Waits for and returns the first message that matches. */
  async message(is: (message: Data) => boolean): Promise<Data> {
    for (;;) {
      const found = this.messages.find(is);
      if (found) return found;
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error('the socket is closed');
      await new Promise<void>((resolve) => (this.#onChange = resolve));
    }
  }

  /** The errors of a refused operation, from an `error` or a `next` message. */
  async errorsOf(id: string): Promise<Data[]> {
    const message = await this.message((it) => it.id === id && (it.type === 'error' || it.type === 'next'));
    return message.type === 'error' ? message.payload : message.payload.errors;
  }

  close(): void {
    this.socket.terminate();
  }
}

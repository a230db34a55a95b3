import { once } from 'node:events';
import WebSocket from 'ws';
import type { Data } from './client.js';

/** A WebSocket spoken to message by message, for what stock clients never say. */
export class RawSocket {
  readonly messages: Data[] = [];
  /** The code with which the hub closed it. */
  readonly closed: Promise<number>;
  /** What it said to that, once it is closed. */
  reason: string | undefined;
  #news: (() => void) | undefined;

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
      this.#news?.();
    });
    socket.on('close', () => this.#news?.());
  }

  static async open(url: string, protocol = 'graphql-transport-ws'): Promise<RawSocket> {
    const raw = new RawSocket(new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol));
    await once(raw.socket, 'open');
    return raw;
  }

  /** An open socket, with the connection acknowledged. */
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

  /** The first message that is so, which it waits for. */
  async message(is: (message: Data) => boolean): Promise<Data> {
    for (;;) {
      const found = this.messages.find(is);
      if (found) return found;
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error('the socket is closed');
      await new Promise<void>((resolve) => (this.#news = resolve));
    }
  }

  /** The errors of an operation that is refused, however the protocol says so. */
  async errorsOf(id: string): Promise<Data[]> {
    const message = await this.message((it) => it.id === id && (it.type === 'error' || it.type === 'next'));
    return message.type === 'error' ? message.payload : message.payload.errors;
  }

  close(): void {
    this.socket.terminate();
  }
}

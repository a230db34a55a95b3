import type { GraphQLFormattedError } from 'graphql';
import { type ClientOptions, createClient, type Client as SocketClient } from 'graphql-ws';
import WebSocket from 'ws';

type Variables = Readonly<Record<string, unknown>>;
// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is the test's business
export type Data = any;

interface Answer {
  readonly data?: Data;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** A signed-in client as users have it: fetch for requests, stock graphql-ws for subscriptions. */
export class Client {
  #socket: SocketClient | undefined;

  constructor(
    readonly url: string,
    readonly token: string,
    readonly language = 'en',
  ) {}

  static async signIn(url: string, email: string): Promise<Client> {
    const response = await fetch(`${url}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    const { accessToken } = (await response.json()) as { accessToken: string };
    return new Client(url, accessToken);
  }

  /** The whole answer of an operation. */
  async send(query: string, variables: Variables = {}): Promise<Answer> {
    const response = await this.post({ query, variables });
    return (await response.json()) as Answer;
  }

  /** The data of an operation that must go well. */
  async data(query: string, variables: Variables = {}): Promise<Data> {
    const { data, errors } = await this.send(query, variables);
    if (errors) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The payload of a mutation with one input. */
  async act(name: string, input: Variables, fields: string): Promise<Data> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message path } } }`;
    const data = await this.data(query, { input });
    return data[name];
  }

  post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.token}`,
        'accept-language': this.language,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** The client's socket; made when first used. */
  get socket(): SocketClient {
    this.#socket ??= createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      ...this.socketOptions,
      retryAttempts: 0,
      lazy: true,
    });
    return this.#socket;
  }

  /** How its socket says who it is. */
  protected get socketOptions(): Pick<ClientOptions, 'webSocketImpl' | 'connectionParams'> {
    return { webSocketImpl: WebSocket, connectionParams: { authorization: `Bearer ${this.token}` } };
  }

  /** Listens to events, from now on or after a cursor. Resolves once the hub has taken the subscription. */
  async listen(selection: string, after?: string, events = 'referralEvents'): Promise<Listening> {
    const argument = after ? `(after: ${JSON.stringify(after)})` : '';
    const results = this.socket.iterate<Data>({
      query: `subscription { ${events}${argument} { ${selection} } }`,
    });
    const listening = new Listening(results, events);
    // Messages of one socket are taken in order: once this is answered, the subscription is in place.
    for await (const _ of this.socket.iterate({ query: '{ viewer { role } }' })) break;
    return listening;
  }

  async close(): Promise<void> {
    // It rejects when a connection that is being made fails at this moment: that one is gone too.
    await Promise.resolve(this.#socket?.dispose()).catch(() => {});
  }
}

/** A running subscription. */
export class Listening {
  constructor(
    private readonly results: AsyncIterableIterator<Answer>,
    private readonly events: string,
  ) {}

  /** The next event; waits for it. */
  async next(): Promise<Data> {
    const { value, done } = await this.results.next();
    if (done) throw new Error('the subscription ended');
    if (value.errors) throw new Error(`unexpected errors: ${JSON.stringify(value.errors)}`);
    return value.data[this.events];
  }

  /**
   * The next event of this kind, and about this referral when one is named: events that happened just before
   * the subscription may still come first.
   */
  async until(kind: string, referral?: string): Promise<Data> {
    for (;;) {
      const event = await this.next();
      if (event.kind === kind && (!referral || event.referral?.id === referral)) return event;
    }
  }

  async stop(): Promise<void> {
    await this.results.return?.();
  }
}

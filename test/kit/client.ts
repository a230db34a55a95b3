import { setTimeout as delay } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { type ClientOptions, createClient, type Client as SocketClient } from 'graphql-ws';
import WebSocket from 'ws';

type Variables = Readonly<Record<string, unknown>>;
// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of its responses
export type Data = any;

interface GraphQLResponse {
  readonly data?: Data;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** How many times an operation is sent that must succeed. */
const attempts = 60;

/** A signed-in client, with the same libraries as users: fetch for requests, graphql-ws for subscriptions. */
export class Client {
  #socket: SocketClient | undefined;
  /** Waits until new subscriptions no longer get the events from before. */
  beforeSubscribing: () => Promise<void> = async () => {};

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

  /** Runs an operation and returns its response, with data and errors. */
  async send(query: string, variables: Variables = {}): Promise<GraphQLResponse> {
    const response = await this.post({ query, variables });
    return (await response.json()) as GraphQLResponse;
  }

  /**
   * Runs an operation that must succeed and returns its data. Repeats it while the hub answers UNAVAILABLE, as its
   * answer asks for: on a busy machine, a request may wait too long for one of the hub's connections.
   */
  async data(query: string, variables: Variables = {}): Promise<Data> {
    for (let attempt = 1; ; attempt++) {
      const { data, errors } = await this.send(query, variables);
      if (!errors) return data;
      const isUnavailable = errors[0]?.extensions?.['code'] === 'UNAVAILABLE';
      if (!isUnavailable || attempt === attempts)
        throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
      await delay(500);
    }
  }

  /** Runs a mutation with one input and returns its payload. */
  async run(name: string, input: Variables, fields: string): Promise<Data> {
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

  /** The client's socket; created at first use. */
  get socket(): SocketClient {
    this.#socket ??= createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      ...this.socketOptions,
      retryAttempts: 0,
      lazy: true,
    });
    return this.#socket;
  }

  /** Options with which the socket authenticates. */
  protected get socketOptions(): Pick<ClientOptions, 'webSocketImpl' | 'connectionParams'> {
    const headers = { 'accept-language': this.language };
    return {
      // Browsers send their language when they open a socket.
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, { headers });
        }
      },
      connectionParams: { authorization: `Bearer ${this.token}` },
    };
  }

  /**
   * Subscribes to events, from now on or after a cursor. Resolves once the subscription is active in the hub.
   * @param argument a further argument, as it is written in a document
   */
  async subscribe(
    selection: string,
    after?: string,
    events = 'referralEvents',
    argument?: string,
  ): Promise<Subscription> {
    if (!after) await this.beforeSubscribing();
    const given = [argument, after && `after: ${JSON.stringify(after)}`].filter(Boolean).join(', ');
    const results = this.socket.iterate<Data>({
      query: `subscription { ${events}${given && `(${given})`} { ${selection} } }`,
    });
    const subscription = new Subscription(results, events);
    // The hub handles the messages of a socket in order: once this query is answered, the subscription is active.
    for await (const _ of this.socket.iterate({ query: '{ viewer { role } }' })) break;
    return subscription;
  }

  async close(): Promise<void> {
    // Rejects when a connection attempt fails at this moment; that connection is closed too.
    await Promise.resolve(this.#socket?.dispose()).catch(() => {});
  }
}

/** A running subscription. */
export class Subscription {
  constructor(
    private readonly results: AsyncIterableIterator<GraphQLResponse>,
    private readonly events: string,
  ) {}

  /** Waits for the next event. */
  async next(): Promise<Data> {
    const { value, done } = await this.results.next();
    if (done) throw new Error('the subscription ended');
    if (value.errors) throw new Error(`unexpected errors: ${JSON.stringify(value.errors)}`);
    return value.data[this.events];
  }

  /**
   * Waits for the next event of this kind, and of this referral if one is given. Events from just before the
   * subscription may arrive first.
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

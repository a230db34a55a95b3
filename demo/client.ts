import { type Client, createClient } from 'graphql-ws';

/** An answer; the caller states the type of its data. */
type Answer<Data> = { readonly data?: Data; readonly errors?: readonly { readonly message: string }[] };

/** A user signed in with a demonstration account, with an optional subscription. */
export class DemoUser {
  private constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly socket: Client,
    private readonly leaving: AbortSignal,
  ) {}

  /**
   * Signs in with the account.
   * @param leaving aborted when the demo is being stopped; a subscription that ends then is not reported
   */
  static async open(url: string, email: string, leaving: AbortSignal): Promise<DemoUser> {
    const response = await fetch(`${url}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    if (!response.ok)
      throw new Error(
        `${url} has no demonstration account ${email}: check that this hub runs in demonstration mode (AUTH=demo) and that the demonstration town is loaded (\`npm run demo:load\`).`,
      );
    const { accessToken } = (await response.json()) as { accessToken: string };
    const socket = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      connectionParams: { authorization: `Bearer ${accessToken}` },
    });
    return new DemoUser(url, accessToken, socket, leaving);
  }

  /** Runs an operation over HTTP. */
  async ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.token}`,
        'accept-language': 'en',
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer<Data>;
    if (!data || errors) throw new Error(errors?.[0]?.message ?? `the hub answered ${response.status}`);
    return data;
  }

  /**
   * Subscribes to events over WebSocket; resolves when the subscription is active in the hub.
   * @param seen receives each event and its arrival time, in milliseconds since the process started
   */
  async listen<Event>(selection: string, seen: (event: Event, at: number) => void): Promise<void> {
    this.socket.subscribe<{ referralEvents: Event }>(
      { query: `subscription { referralEvents { ${selection} } }` },
      {
        next: ({ data }) => data && seen(data.referralEvents, performance.now()),
        error: (error) => this.leaving.aborted || console.error('the subscription failed:', error),
        complete: () => {},
      },
    );
    // The hub handles messages of one socket in order: once this query is answered, the subscription is active.
    for await (const _ of this.socket.iterate({ query: '{ viewer { role } }' })) break;
  }

  async close(): Promise<void> {
    await this.socket.dispose();
  }
}

import { type Client, createClient } from 'graphql-ws';

/** An answer's data, as the caller knows it to be. */
type Answer<Data> = { readonly data?: Data; readonly errors?: readonly { readonly message: string }[] };

/** A person at a screen: signed in as a demonstration account, with a page open and, maybe, a feed. */
export class Desk {
  private constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly socket: Client,
    private readonly leaving: AbortSignal,
  ) {}

  /**
   * Signs in as the account.
   * @param leaving aborted once the story is being stopped: that a feed ends then is no news
   */
  static async open(url: string, email: string, leaving: AbortSignal): Promise<Desk> {
    const response = await fetch(`${url}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    if (!response.ok)
      throw new Error(`${url} gives no demonstration account ${email}: is it in demonstration mode?`);
    const { accessToken } = (await response.json()) as { accessToken: string };
    const socket = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      connectionParams: { authorization: `Bearer ${accessToken}` },
    });
    return new Desk(url, accessToken, socket, leaving);
  }

  /** Asks over HTTP. */
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
   * Listens over WebSocket from now on; resolves when the hub has taken the subscription.
   * @param seen gets each event, and when it came, in milliseconds since the process began
   */
  async listen<Event>(selection: string, seen: (event: Event, at: number) => void): Promise<void> {
    this.socket.subscribe<{ referralEvents: Event }>(
      { query: `subscription { referralEvents { ${selection} } }` },
      {
        next: ({ data }) => data && seen(data.referralEvents, performance.now()),
        error: (error) => this.leaving.aborted || console.error('the feed broke off:', error),
        complete: () => {},
      },
    );
    // Messages of one socket are taken in order: once this is answered, the subscription is in place.
    for await (const _ of this.socket.iterate({ query: '{ viewer { role } }' })) break;
  }

  async close(): Promise<void> {
    await this.socket.dispose();
  }
}

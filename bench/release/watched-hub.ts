import { type StartedHub, startHub } from '../contenders/hub.js';

/** A hub whose event loop is watched. */
export class WatchedHub {
  private constructor(
    private readonly hub: StartedHub,
    private readonly pauses: string,
  ) {}

  static async start(...[options, databaseUrl]: Parameters<typeof startHub>): Promise<WatchedHub> {
    const hub = await startHub(options, databaseUrl, [new URL('./pauses.js', import.meta.url).href]);
    const [, port] = /pauses at (\d+)/.exec(hub.child.output) ?? [];
    return new WatchedHub(hub, `http://127.0.0.1:${port}`);
  }

  get pid(): number {
    return this.hub.child.pid;
  }

  /** The longest pause of the event loop since this was asked last, in milliseconds. */
  async longestPause(): Promise<number> {
    return Number(await (await fetch(this.pauses)).text());
  }

  /**
   * Sends an operation in a member's name.
   * @returns the milliseconds until the answer
   * @throws Error when the answer has errors
   */
  async ask(subject: string, query: string, variables: object): Promise<number> {
    const sent = performance.now();
    const response = await fetch(`${this.hub.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.hub.tokens.get(subject)}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = await response.text();
    const took = performance.now() - sent;
    if (!body.startsWith('{"data":{') || body.includes('"userErrors":[{')) {
      throw new Error(`The hub refused: ${body.slice(0, 500)}\n${this.hub.child.output}`);
    }
    return took;
  }

  async stop(): Promise<void> {
    await this.hub.child.stop();
    this.hub.provider.close();
  }
}

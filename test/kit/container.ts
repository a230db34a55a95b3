import { asOwner, blankDatabase, type TestDatabase } from './database.js';
import type { Image } from './image.js';
import { Browser, type Oidc } from './oidc.js';
import { type Ended, type Run, run } from './run.js';
import { SessionClient } from './session-client.js';
import { Seed, type SeededPartner } from './town.js';
import { until } from './until.js';

/** Makes a process say which routes it mounts, on lines of its own. */
const tellRoutes = `import { subscribe } from 'node:diagnostics_channel';
  subscribe('fastify.initialization', ({ fastify }) => fastify.addHook('onRoute', ({ method, url }) => {
    for (const it of [method].flat()) console.log('route ' + it + ' ' + url);
  }));`;

/** Runs a command of an image, its own or another one, in the image's folder and environment. */
export function runImage(image: Image, env: Record<string, string>, command = image.command): Run {
  if (!command) throw new Error('the image has no such command');
  return run({ ...image.env, ...env }, command, image.folder);
}

/**
 * A hub of an image, on a database that no hub has served, with an identity provider. Node lets it read the
 * folder of the image only, write nothing and start no program.
 */
export class Container {
  readonly #clients: SessionClient[] = [];
  readonly #hub: Run;
  /** Makes partners, and members who sign in at the identity provider with a browser. */
  readonly town = new Seed(
    (sql, values = []) =>
      asOwner(this.database.ownerUrl, async (owner) => (await owner.query(sql, [...values])).rows as never),
    ({ email }) => this.#signIn(email),
  );

  private constructor(
    private readonly image: Image,
    private readonly oidc: Oidc,
    private readonly database: TestDatabase,
  ) {
    this.#hub = this.#run({ DATABASE_URL: database.ownerUrl });
  }

  /** Starts it, and waits until the health check of the image says that it is ready. */
  static async start(image: Image, oidc: Oidc): Promise<Container> {
    const container = new Container(image, oidc, await blankDatabase());
    await until(async () => {
      if (container.#hub.child.exitCode !== null) throw new Error(`it ended: ${container.said()}`);
      return (await container.healthy()) || undefined;
    });
    return container;
  }

  get url(): string {
    return this.oidc.env['HUB_URL'] as string;
  }

  /** What it has said so far. */
  said(): string {
    return this.#hub.said();
  }

  /** The routes that it has mounted, such as `GET /graphiql`. */
  get routes(): string[] {
    return [...this.said().matchAll(/^route (.*)$/gm)].map(([, route]) => String(route));
  }

  /** Whether the health check of the image passes. */
  async healthy(): Promise<boolean> {
    return (await runImage(this.image, this.oidc.env, this.image.healthcheck).ended).code === 0;
  }

  /** Whether the hub is allowed what `process.permission.has` is asked. */
  async may(...rights: string[]): Promise<boolean> {
    const question = `process.permission.has(...${JSON.stringify(rights)})`;
    return (await this.#run({}, ['node', '-p', question]).ended).stdout.trim() !== 'false';
  }

  /** A browser that nobody has signed in with. */
  stranger(): SessionClient {
    return new SessionClient(this.url, new Browser());
  }

  /** A new member of a new partner, signed in. */
  async member(role?: string, kind?: string): Promise<{ client: SessionClient; partner: SeededPartner }> {
    const { client, partner } = await this.town.signedIn(await this.town.partner(undefined, kind), role);
    return { client: client as SessionClient, partner };
  }

  /** Asks it to stop, as Docker does, and waits until it has. */
  async stop(): Promise<Ended> {
    this.#hub.child.kill('SIGTERM');
    return this.#hub.ended;
  }

  /** Ends what is left of it. */
  async remove(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.close()));
    this.#hub.child.kill('SIGKILL');
    await this.#hub.ended;
    await this.database.drop();
  }

  #run(env: Record<string, string>, command = this.image.command): Run {
    const only = `--permission "--allow-fs-read=${this.image.folder}/*"`;
    const tell = `--import=data:text/javascript,${encodeURIComponent(tellRoutes)}`;
    return runImage(this.image, { ...this.oidc.env, ...env, NODE_OPTIONS: `${only} ${tell}` }, command);
  }

  async #signIn(email: string): Promise<SessionClient> {
    this.oidc.accounts.set(email, { email, proven: true });
    const client = this.stranger();
    await client.browser.signIn(this.url, email);
    this.#clients.push(client);
    return client;
  }
}

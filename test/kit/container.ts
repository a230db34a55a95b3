import { asOwner, blankDatabase, type TestDatabase } from './database.js';
import type { Image } from './image.js';
import { Browser, type Oidc } from './oidc.js';
import { type ProgramResult, type Run, run } from './run.js';
import { SessionClient } from './session-client.js';
import { Seed, type SeededPartner } from './town.js';
import { until } from './until.js';

/** Module that makes a process print each route that it mounts, one per line. */
const printRoutes = `import { subscribe } from 'node:diagnostics_channel';
  subscribe('fastify.initialization', ({ fastify }) => fastify.addHook('onRoute', ({ method, url }) => {
    for (const it of [method].flat()) console.log('route ' + it + ' ' + url);
  }));`;

/** Runs a command in the folder and environment of an image; by default the image's own command. */
export function runImage(image: Image, env: Record<string, string>, command = image.command): Run {
  if (!command) throw new Error('the image has no such command');
  return run({ ...image.env, ...env }, command, image.folder);
}

/**
 * A hub that runs from an image, on a new database, with an identity provider. Node's permission model restricts it:
 * it may read only the folder of the image, write no file and start no program.
 */
export class Container {
  readonly #clients: SessionClient[] = [];
  readonly #hub: Run;
  /** Creates partners, and members who sign in at the identity provider with a browser. */
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

  /** Starts the hub and waits until the image's health check passes. */
  static async start(image: Image, oidc: Oidc): Promise<Container> {
    const container = new Container(image, oidc, await blankDatabase());
    await until(async () => {
      if (container.#hub.child.exitCode !== null) throw new Error(`the hub ended: ${container.output()}`);
      return (await container.isHealthy()) || undefined;
    });
    return container;
  }

  get url(): string {
    return this.oidc.env['HUB_URL'] as string;
  }

  /** The output of the hub so far. */
  output(): string {
    return this.#hub.output();
  }

  /** The routes that the hub has mounted, such as `GET /graphiql`. */
  get routes(): string[] {
    return [...this.output().matchAll(/^route (.*)$/gm)].map(([, route]) => String(route));
  }

  /** Whether the image's health check passes. */
  async isHealthy(): Promise<boolean> {
    return (await runImage(this.image, this.oidc.env, this.image.healthcheck).ended).code === 0;
  }

  /** Whether the hub has a permission of Node's permission model; takes the arguments of `process.permission.has`. */
  async hasPermission(...permission: string[]): Promise<boolean> {
    const expression = `process.permission.has(...${JSON.stringify(permission)})`;
    return (await this.#run({}, ['node', '-p', expression]).ended).stdout.trim() !== 'false';
  }

  /** A client without a signed-in account. */
  anonymousClient(): SessionClient {
    return new SessionClient(this.url, new Browser());
  }

  /** A new member of a new partner, signed in. */
  async member(role?: string, kind?: string): Promise<{ client: SessionClient; partner: SeededPartner }> {
    const { client, partner } = await this.town.signedInMember(
      await this.town.partner(undefined, kind),
      role,
    );
    return { client: client as SessionClient, partner };
  }

  /** Stops the hub with SIGTERM, as Docker does, and waits until it has ended. */
  async stop(): Promise<ProgramResult> {
    this.#hub.child.kill('SIGTERM');
    return this.#hub.ended;
  }

  /** Kills the hub if it still runs, and drops its database. */
  async remove(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.close()));
    this.#hub.child.kill('SIGKILL');
    await this.#hub.ended;
    await this.database.drop();
  }

  #run(env: Record<string, string>, command = this.image.command): Run {
    const permissions = `--permission "--allow-fs-read=${this.image.folder}/*"`;
    const preload = `--import=data:text/javascript,${encodeURIComponent(printRoutes)}`;
    return runImage(
      this.image,
      { ...this.oidc.env, ...env, NODE_OPTIONS: `${permissions} ${preload}` },
      command,
    );
  }

  async #signIn(email: string): Promise<SessionClient> {
    this.oidc.accounts.set(email, { email, emailVerified: true });
    const client = this.anonymousClient();
    await client.browser.signIn(this.url, email);
    this.#clients.push(client);
    return client;
  }
}

import { expect } from '@jest/globals';
import { loadConfig } from '../../src/config/index.js';
import { type Hub, startHub } from '../../src/hub.js';
import { setUp } from '../../src/setup/command.js';
import { StartError } from '../../src/start-error.js';
import type { Data } from '../kit/client.js';
import { payloadField, validInput } from '../kit/commands.js';
import { acceptAllInvitations } from '../kit/invitations.js';
import { Browser, type Oidc } from '../kit/oidc.js';
import { run as runProcess } from '../kit/run.js';

export type Env = Readonly<Record<string, string>>;

/** Runs the command in this process without a terminal; returns its output. */
export async function setup(env: Env, ...args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  await setUp(args, env, { hasTerminal: false, say: (text) => lines.push(text) });
  return lines.join('\n');
}

/** Expects the setup to be refused with a one-line error that matches `why`. */
export async function refused(env: Env, args: readonly string[], why: RegExp): Promise<void> {
  const error = await setup(env, ...args).then(
    () => new Error('done'),
    (error: Error) => error,
  );
  expect(error.message).toMatch(why);
  expect(error.message).not.toContain('\n');
  expect(error).toBeInstanceOf(StartError);
}

/** Returns command-line arguments for these values. */
export function argumentsFor(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([option, value]) => [`--${option}`, value]);
}

export const administrator = { name: 'Nour Benali', email: 'Nour@Ville.test' };
export const coordinator = { name: 'Ana Weber', email: 'ana@ville.test' };

/** The arguments that create the town of these tests. */
export const town = {
  name: 'Ville de Neuilly-l’Évêque',
  'administrator-name': administrator.name,
  'administrator-email': administrator.email,
  'coordinator-name': coordinator.name,
  'coordinator-email': coordinator.email,
};
export const slug = 'ville-de-neuilly-l-eveque';

/** Starts a hub with these settings. */
export function serve(env: Env): Promise<Hub> {
  return startHub(loadConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env }), { gracePeriod: 0 });
}

/** A person with an account at the identity provider, signed in at a hub with a browser. */
export class Person {
  private constructor(
    private readonly browser: Browser,
    private readonly hubUrl: string,
  ) {}

  static async signIn(oidc: Oidc, hubUrl: string, email: string): Promise<Person> {
    const login = email.toLowerCase();
    oidc.accounts.set(login, { email, emailVerified: true });
    const browser = new Browser();
    const page = await browser.signIn(hubUrl, login);
    expect([page.status, browser.address]).toEqual([200, `${hubUrl}/`]);
    await acceptAllInvitations(browser.account(hubUrl));
    return new Person(browser, hubUrl);
  }

  async send(query: string, variables: object = {}): Promise<Data> {
    const response = await this.browser.post(this.hubUrl, 'graphql', { query, variables });
    return response.json();
  }

  /** Runs a command that must succeed; returns its object. */
  async run(name: 'inviteMember' | 'addPartner', input: object): Promise<Data> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${payloadField(name)} { id } userErrors { message path } } }`;
    const { data } = await this.send(query, { input });
    expect(data[name].userErrors).toEqual([]);
    return data[name][payloadField(name)];
  }
}

/**
 * Sets up a town: runs the setup command, signs in the administrator and the coordinator, lets the administrator
 * invite a colleague who signs in, and lets the coordinator add a partner.
 * @param env the database, and the settings of `oidc`
 * @returns the running hub, and the administrator
 */
export async function firstDay(env: Env, oidc: Oidc): Promise<{ hub: Hub; signedIn: Person }> {
  const command = [process.execPath, 'dist/scripts/setup.js', ...argumentsFor(town)] as const;
  const { code, stdout, stderr } = await runProcess(env, [...command]).ended;
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`${env['HUB_URL']}/auth/login`);
  const hub = await serve(env);
  const viewer = '{ viewer { role partner { slug name kind } member { name email } } }';
  const partner = { slug, name: town.name, kind: 'TOWN' };
  const signedIn = await Person.signIn(oidc, hub.url, administrator.email);
  expect((await signedIn.send(viewer)).data.viewer).toEqual({
    role: 'PARTNER_ADMINISTRATOR',
    partner,
    member: { ...administrator, email: 'nour@ville.test' },
  });
  await signedIn.run('inviteMember', validInput.inviteMember({ email: 'colleague@ville.test' }));
  const colleague = await Person.signIn(oidc, hub.url, 'colleague@ville.test');
  expect((await colleague.send(viewer)).data.viewer).toMatchObject({ role: 'CASEWORKER', partner });
  const other = await Person.signIn(oidc, hub.url, coordinator.email);
  expect((await other.send(viewer)).data.viewer).toMatchObject({ role: 'COORDINATOR', partner });
  await other.run('addPartner', {
    idempotencyKey: 'la-fabrique',
    slug: 'la-fabrique',
    name: 'La Fabrique',
    kind: 'ASSOCIATION',
    administratorName: 'Lou Martin',
    administratorEmail: 'lou@fabrique.test',
  });
  return { hub, signedIn };
}

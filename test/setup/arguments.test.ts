import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { argumentsFor, type Env, refused, setup, slug, town } from './first-accounts.js';

/** Settings with an unreachable database: all refusals in this file come before the setup connects to one. */
const jwt: Env = {
  AUTH: 'jwt',
  AUTH_ISSUER: 'https://id.test',
  AUTH_AUDIENCE: 'hub',
  AUTH_JWKS_URL: 'https://id.test/keys',
  HUB_SECRET: 'a secret of this test, which is long enough',
  DATABASE_URL: 'postgres://owner@127.0.0.1:1/hub',
};
const env: Env = {
  ...jwt,
  AUTH: 'oidc',
  AUTH_CLIENT_ID: 'the-hub',
  AUTH_CLIENT_SECRET: 'known to both',
  HUB_URL: 'https://hub.test',
};
const successor = ['--administrator', ...argumentsFor({ slug, 'administrator-name': 'Ida Roy' })];

describe('the arguments of `npm run setup`', () => {
  it('are listed by --help', async () => {
    const help = await setup({}, '--help');
    for (const option of [...Object.keys(town), 'slug', 'administrator', 'left']) {
      expect(help).toContain(`--${option} `);
    }
  });

  it('are named in the error when they are missing and there is no terminal', async () => {
    await refused(env, [], /^--name, --administrator-name, .* are missing/);
    const { 'coordinator-email': _, ...rest } = town;
    await refused(env, argumentsFor(rest), /^--coordinator-email is missing/);
    await refused(env, argumentsFor({ ...town, name: '北京市' }), /^--slug is missing/);
    await refused(env, successor, /^--administrator-email is missing/);
    await refused(jwt, argumentsFor(town), /^--administrator-subject, --coordinator-subject are missing/);
  });

  it.each([
    ['name', ' ', 'empty'],
    ['name', 'Ville\u0007', 'control characters'],
    ['slug', 'La Ville', 'lower-case letters without accents, digits and hyphens'],
    ['slug', 'a'.repeat(61), 'longer than 60'],
    ['administrator-name', '12', 'letter'],
    ['administrator-name', 'Nour 2 85 05 78 006 084 36', 'national identification number'],
    ['administrator-email', 'nour@ville', 'not an e-mail address'],
    ['coordinator-email', 'ana@ville', 'not an e-mail address'],
  ])('are validated with the rules of the API: %s %j', (option, value, why) =>
    refused(
      env,
      argumentsFor({ ...town, [option]: value }),
      new RegExp(`^--${option} is not valid: .*${why}`),
    ),
  );

  it('are refused when they are unknown, have no value or cannot be combined', async () => {
    await refused(env, ['--town', 'x'], /^Unknown option '--town'/);
    await refused(env, ['--name'], /'--name <value>' argument missing/);
    await refused(env, ['Ville'], /^Unexpected argument 'Ville'/);
    await refused(
      env,
      [...argumentsFor(town), '--left', 'a@b.test'],
      /^--left can only be used with --administrator/,
    );
    await refused(
      env,
      ['--administrator', ...argumentsFor(town)],
      /^--name cannot be used with --administrator/,
    );
  });

  it('need the settings of the hub in the environment', () =>
    refused({ NODE_ENV: 'production' }, argumentsFor(town), /AUTH_ISSUER/));
});

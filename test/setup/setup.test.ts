import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Hub } from '../../src/hub.js';
import { Client } from '../kit/client.js';
import { asOwner } from '../kit/database.js';
import { audience, newKeys, startIdentityProvider } from '../kit/identity-provider.js';
import { type ManagedDatabase, managedDatabase } from '../kit/managed.js';
import { type Oidc, startOidc } from '../kit/oidc.js';
import { HubProcess } from '../kit/process.js';
import {
  administrator,
  argumentsFor,
  type Env,
  firstDay,
  Person,
  refused,
  serve,
  setup,
  slug,
  town,
} from './first-accounts.js';

describe('`npm run setup`, with a database owner that is not a superuser and roles made by an administrator', () => {
  let database: ManagedDatabase;
  let oidc: Oidc;
  let env: Env;
  let hub: Hub | undefined;
  let first: Person;

  const rows = (sql: string) =>
    asOwner(database.adminUrl, async (admin) => (await admin.query(sql)).rows as Record<string, unknown>[]);
  const events = async () =>
    (
      await rows(`select e.kind, m.email, e.by_id, e.member_id from event e join member m on m.id = e.subject
        where e.topic = 'MEMBER' and e.by_id is null order by e.xid, e.id`)
    ).map(({ kind, email, ...by }) => {
      expect(by).toEqual({ by_id: null, member_id: null });
      return `${kind} ${email}`;
    });
  const successor = ['--administrator', ...argumentsFor({ slug, 'administrator-name': 'Ida Roy' })];
  const newAdministrator = [...successor, '--administrator-email', 'ida@ville.test'];

  beforeAll(async () => {
    database = await managedDatabase(process.env['HUB_TEST_SERVER'] as string);
    oidc = await startOidc();
    env = { ...oidc.env, ...database.env };
  });
  afterAll(async () => {
    await hub?.stop();
    await oidc.stop();
    await database.drop();
  });

  it('refuses --administrator on an empty database', () =>
    refused(env, newAdministrator, /^There is no partner with the short name ville-de/));

  it('is recommended in the log by a hub that starts on an empty database', async () => {
    const early = await HubProcess.start(env);
    await early.waitForOutput(/Run `npm run setup` to create the town/);
    await early.stop();
  });

  it('creates the town: its administrator signs in and invites, its coordinator adds a partner', async () => {
    ({ hub, signedIn: first } = await firstDay(env, oidc));
    expect(await events()).toEqual([
      'INVITED nour@ville.test',
      'INVITED ana@ville.test',
      'JOINED nour@ville.test',
      'JOINED colleague@ville.test',
      'JOINED ana@ville.test',
    ]);
  });

  it('refuses a database that has partners, and changes nothing', async () => {
    const before = await rows('select * from member order by id');
    await refused(env, argumentsFor({ ...town, slug: 'another' }), /already has partners.* --administrator/);
    expect(await rows('select * from member order by id')).toEqual(before);
  });

  it('refuses a new administrator for a partner whose administrator can sign in', () =>
    refused(env, newAdministrator, /has an administrator who can sign in and invite others.* --left/));

  it('refuses --left for a member who is not an administrator, and for the new administrator', async () => {
    await refused(
      env,
      [...newAdministrator, '--left', 'ana@ville.test'],
      /^--left ana@ville.test: no administrator of the partner/,
    );
    const herself = [...successor, ...argumentsFor({ 'administrator-email': administrator.email })];
    await refused(
      env,
      [...herself, '--left', administrator.email],
      /^--left gives the address of the new administrator/,
    );
  });

  it('gives a partner a new administrator once, deactivates the one who left, and emits events without an author', async () => {
    const left = [...newAdministrator, '--left', administrator.email.toUpperCase()];
    expect(await setup(env, ...left)).toContain(`The partner ${slug} has a new administrator.`);
    const expected = ['DEACTIVATED nour@ville.test', 'INVITED ida@ville.test'];
    expect((await events()).slice(5)).toEqual(expected);
    expect(await setup(env, ...left)).toContain('nothing was changed');
    expect((await events()).slice(5)).toEqual(expected);
    expect((await first.send('{ viewer { role } }')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    const person = await Person.signIn(oidc, hub?.url as string, 'ida@ville.test');
    expect((await person.send('{ viewer { role } }')).data.viewer.role).toBe('PARTNER_ADMINISTRATOR');
    expect(await setup(env, ...left)).toContain('nothing was changed');
  });

  it('makes a colleague the administrator, and reactivates an administrator who comes back', async () => {
    const colleague = [...successor, ...argumentsFor({ 'administrator-email': 'colleague@ville.test' })];
    await setup(env, ...colleague, '--left', 'ida@ville.test');
    const back = [...successor, ...argumentsFor({ 'administrator-email': administrator.email })];
    await setup(env, ...back, '--left', 'colleague@ville.test');
    expect((await events()).slice(8)).toEqual([
      'DEACTIVATED ida@ville.test',
      'INVITED colleague@ville.test',
      'DEACTIVATED colleague@ville.test',
      'REACTIVATED nour@ville.test',
    ]);
    expect((await first.send('{ viewer { role } }')).data.viewer.role).toBe('PARTNER_ADMINISTRATOR');
  });

  it('sets the subject of the new administrator with AUTH=jwt, so that no invitation has to be accepted', async () => {
    await hub?.stop();
    hub = undefined;
    const provider = await startIdentityProvider([await newKeys('ES256', 'key')]);
    const tokens = {
      ...database.env,
      HUB_SECRET: env['HUB_SECRET'] as string,
      AUTH_ISSUER: provider.issuer,
      AUTH_AUDIENCE: audience,
      AUTH_JWKS_URL: provider.jwksUrl,
    };
    try {
      const lou = {
        slug: 'la-fabrique',
        'administrator-name': 'Lou Martin',
        'administrator-email': 'lou@fabrique.test',
      };
      const known = ['--administrator', ...argumentsFor({ ...lou, 'administrator-subject': 'lou-1' })];
      expect(await setup(tokens, ...known)).toContain(`access token from ${provider.issuer}`);
      expect(await setup(tokens, ...known)).toContain('nothing was changed');
      const other = ['--administrator', ...argumentsFor({ ...lou, 'administrator-subject': 'lou-2' })];
      await refused(tokens, other, /two different accounts/);
      hub = await serve(tokens);
      const client = new Client(hub.url, await provider.token({ sub: 'lou-1' }));
      expect((await client.data('{ viewer { role partner { slug } } }')).viewer).toEqual({
        role: 'PARTNER_ADMINISTRATOR',
        partner: { slug: 'la-fabrique' },
      });
    } finally {
      await hub?.stop();
      hub = undefined;
      await provider.stop();
    }
  });
});

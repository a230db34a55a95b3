import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { loadConfig } from '../../src/config/index.js';
import { checkLogin } from '../../src/database/login.js';
import { migrate } from '../../src/database/migrate.js';
import { operationRoles, ownerRoles } from '../../src/database/roles.js';
import { entities } from '../../src/features/index.js';
import { startHub } from '../../src/hub.js';
import { StartError } from '../../src/start-error.js';
import { Client } from '../kit/client.js';
import { asOwner } from '../kit/database.js';
import type { ScratchServer } from '../kit/scratch-server.js';
import { registerPerson } from '../kit/town.js';

const operations = operationRoles.join(', ');

/**
 * The hub's requirements on a database, and its messages when they are not met.
 * @param version the PostgreSQL version, for the names of the tests
 */
export const firstStarts = (version: string, serve: () => Promise<ScratchServer>) =>
  describe(`on a PostgreSQL ${version} without roles of a hub`, () => {
    let server: ScratchServer;

    const admin = (sql: string, database = 'postgres') => {
      const url = new URL(server.url);
      url.pathname = `/${database}`;
      return asOwner(url.href, async (client) => (await client.query(sql)).rows);
    };
    const urlOf = (user: string, database = 'town') => {
      const url = new URL(server.url);
      url.username = user;
      url.password = 'secret';
      url.pathname = `/${database}`;
      return url.href;
    };
    /** The message with which the hub refuses to start. */
    const refusal = async (owner: string, login?: string): Promise<string> => {
      const error = await migrate(owner, entities, login).then(
        () => new Error('migrated'),
        (error: Error) => error,
      );
      expect(error).toBeInstanceOf(StartError);
      expect(error.message).toMatch(/^[^\n]+[^.]\.$/);
      return error.message;
    };
    /** Checks that a hub works: a member signs in and registers a person. */
    const serves = async (databaseUrl: string, loginUrl?: string) => {
      const hub = await startHub(
        loadConfig({
          DATABASE_URL: databaseUrl,
          PORT: '0',
          LOG_LEVEL: 'silent',
          ...(loginUrl && { DATABASE_LOGIN_URL: loginUrl }),
        }),
      );
      try {
        const [partner, email] = [v7(), `${v7()}@csc.test`];
        await admin(
          `insert into partner (id, slug, name, kind) values ('${partner}', '${partner}', 'CSC', 'ASSOCIATION');
         insert into member (id, name, subject, email, role, partner_id)
           values ('${v7()}', 'Ana', '${email}', '${email}', 'CASEWORKER', '${partner}')`,
          'town',
        );
        expect(await registerPerson(await Client.signIn(hub.url, email))).toMatch(/^beneficiary_/);
      } finally {
        await hub.stop();
      }
    };
    const groupRoles = () =>
      admin(
        `${[...operationRoles, ...ownerRoles].map((it) => `create role ${it} nologin noinherit`).join('; ')}`,
      );
    const loginRole = (attributes = 'noinherit') =>
      admin(`create role waiter login ${attributes} password 'secret'; grant ${operations} to waiter`);

    beforeAll(async () => {
      server = await serve();
    });
    afterAll(() => server.stop());

    beforeEach(async () => {
      await admin('drop database if exists town with (force)');
      await admin('drop database if exists village with (force)');
      const roles = await admin('select quote_ident(rolname) as name from pg_roles where oid >= 16384');
      // All in one statement, because some of them granted others.
      if (roles.length > 0) await admin(`drop role ${roles.map((it) => it.name).join(', ')}`);
      await admin("create role mayor login password 'secret'");
      await admin('create database town owner mayor');
    });

    it('an owner that may create roles needs no other right, at the first start and later', async () => {
      await admin('alter role mayor createrole');
      await serves(urlOf('mayor'));
      await serves(urlOf('mayor'));
    });

    it('for an owner that does not own the database, the error lists the missing grants, which are sufficient', async () => {
      await admin('alter role mayor createrole');
      await admin('alter database town owner to current_user');
      expect(await refusal(urlOf('mayor'))).toContain(
        '`grant create on database town to mayor; grant create on schema public to mayor`',
      );
      await admin('grant create on database town to mayor; grant create on schema public to mayor', 'town');
      await serves(urlOf('mayor'));
    });

    it('for an owner that may not create roles, the error lists the roles that an administrator must create', async () => {
      const message = await refusal(urlOf('mayor'));
      expect(message).toContain('`create role hub_partner nologin noinherit; create role hub_committee');
    });

    it('with roles created by an administrator, the hub runs with DATABASE_LOGIN_URL', async () => {
      await groupRoles();
      expect(await refusal(urlOf('mayor'))).toContain(
        ownerRoles.map((role) => `grant ${role} to mayor`).join('; '),
      );
      await admin(`grant ${ownerRoles.join(', ')} to mayor`);
      const message = await refusal(urlOf('mayor'));
      expect(message).toContain('create role "hub_login_town" login noinherit');
      expect(message).toContain('DATABASE_LOGIN_URL');
      await loginRole();
      await serves(urlOf('mayor'), urlOf('waiter'));
    });

    it('for a login role without its groups, the error lists the missing grants', async () => {
      await admin('alter role mayor createrole');
      await admin("create role waiter login noinherit password 'secret'");
      expect(await refusal(urlOf('mayor'), urlOf('waiter'))).toContain(`\`grant ${operations} to "waiter"\``);
    });

    it('a login role with any right except to become the operation roles is refused', async () => {
      await admin('alter role mayor createrole');
      await migrate(urlOf('mayor'), entities);
      await admin('alter role mayor nocreaterole');
      await loginRole();
      expect(await migrate(urlOf('mayor'), entities, urlOf('waiter'))).toBe(urlOf('waiter'));
      for (const [power, given, taken] of [
        ['is a superuser', 'alter role waiter superuser', 'alter role waiter nosuperuser'],
        ['bypasses row security', 'alter role waiter bypassrls', 'alter role waiter nobypassrls'],
        ['may create roles', 'alter role waiter createrole', 'alter role waiter nocreaterole'],
        ['can become hub_access, which owns', 'grant mayor to waiter', 'revoke mayor from waiter'],
        ['can become hub_access, which owns', 'grant hub_access to waiter', 'revoke hub_access from waiter'],
        [
          'can become pg_read_all_data, which has rights on tables',
          'grant pg_read_all_data to waiter',
          'revoke pg_read_all_data from waiter',
        ],
        ['has rights on tables', 'grant select on partner to waiter', 'revoke select on partner from waiter'],
        [
          'has rights on tables',
          'grant update (name) on partner to waiter',
          'revoke update (name) on partner from waiter',
        ],
        [
          'has rights on tables',
          'grant usage on sequence referral_number to waiter',
          'revoke usage on sequence referral_number from waiter',
        ],
        ['owns tables', 'alter table partner owner to waiter', 'alter table partner owner to mayor'],
        ['owns the database', 'alter database town owner to waiter', 'alter database town owner to mayor'],
      ] as const) {
        await admin(given, 'town');
        const refused = asOwner(urlOf('waiter'), (login) => checkLogin(login, 'DATABASE_LOGIN_URL'));
        await expect(refused).rejects.toThrow(StartError);
        await expect(refused).rejects.toThrow(power);
        await admin(taken, 'town');
      }
      await asOwner(urlOf('waiter'), (login) => checkLogin(login, 'DATABASE_LOGIN_URL'));
      await admin('grant select on partner to waiter', 'town');
      expect(await refusal(urlOf('mayor'), urlOf('waiter'))).toContain('"waiter" in DATABASE_LOGIN_URL');
    });

    it('rights on extensions and on other programs’ own schemas are allowed for the login role', async () => {
      await admin('alter role mayor createrole');
      await admin('create extension pg_stat_statements', 'town');
      expect(await admin('select from pg_class where relname = $$pg_stat_statements$$', 'town')).toHaveLength(
        1,
      );
      await admin(
        `create role gardener;
         create schema garden authorization gardener;
         grant usage on schema garden to public;
         set role gardener;
         create table garden.bed (id int);
         create view garden.beds as select * from garden.bed;
         grant all on garden.bed, garden.beds to public`,
        'town',
      );
      await serves(urlOf('mayor'));
      await admin('create extension pg_buffercache; create extension unaccent schema garden', 'town');
      await serves(urlOf('mayor'));
      await admin('grant select on partner to public', 'town');
      expect(await refusal(urlOf('mayor'))).toContain('has rights on tables');
    });

    it('a login role that inherits the operation roles is refused', async () => {
      await admin('alter role mayor createrole');
      await migrate(urlOf('mayor'), entities);
      await loginRole('inherit');
      expect(await refusal(urlOf('mayor'), urlOf('waiter'))).toContain('NOINHERIT');
    });

    it('a DATABASE_LOGIN_URL of another database is refused', async () => {
      await admin('alter role mayor createrole');
      await admin('create database village');
      await migrate(urlOf('mayor'), entities);
      await loginRole();
      const message = await refusal(urlOf('mayor'), urlOf('waiter', 'village'));
      expect(message).toBe(
        'The database in DATABASE_LOGIN_URL is not the one in DATABASE_URL: let both settings name the same database.',
      );
    });

    it('databases with long names that begin alike have different login roles', async () => {
      await admin('alter role mayor createrole');
      const names = ['a', 'b'].map((end) => `${'town'.repeat(15)}${end}`);
      try {
        for (const name of names) await admin(`create database ${name} owner mayor`);
        const urls: string[] = [];
        for (const name of names) urls.push(await migrate(urlOf('mayor', name), entities));
        expect(new Set(urls.map((url) => new URL(url).username)).size).toBe(2);
      } finally {
        for (const name of names) await admin(`drop database if exists ${name} with (force)`);
      }
    });
  });

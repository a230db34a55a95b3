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

const operationRoleList = operationRoles.join(', ');

/**
 * Declares the tests of the hub's requirements on a database, and of its messages when they are not met.
 * @param version the PostgreSQL version, for the names of the tests
 */
export const firstStarts = (version: string, serve: () => Promise<ScratchServer>) =>
  describe(`on a PostgreSQL ${version} without the roles of a hub`, () => {
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
    const startErrorOf = async (owner: string, login?: string): Promise<string> => {
      const error = await migrate(owner, entities, login).then(
        () => new Error('migrated'),
        (error: Error) => error,
      );
      expect(error).toBeInstanceOf(StartError);
      expect(error.message).toMatch(/^[^\n]+[^.]\.$/);
      return error.message;
    };
    /** Checks that a hub works: a member signs in and registers a person. */
    const expectWorkingHub = async (databaseUrl: string, loginUrl?: string) => {
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
      admin(
        `create role login_role login ${attributes} password 'secret'; grant ${operationRoleList} to login_role`,
      );

    beforeAll(async () => {
      server = await serve();
    });
    afterAll(() => server.stop());

    beforeEach(async () => {
      await admin('drop database if exists town with (force)');
      await admin('drop database if exists other_town with (force)');
      const roles = await admin('select quote_ident(rolname) as name from pg_roles where oid >= 16384');
      // All in one statement, because some roles granted others.
      if (roles.length > 0) await admin(`drop role ${roles.map((it) => it.name).join(', ')}`);
      await admin("create role owner_role login password 'secret'");
      await admin('create database town owner owner_role');
    });

    it('an owner that may create roles needs no other right, at the first start and later', async () => {
      await admin('alter role owner_role createrole');
      await expectWorkingHub(urlOf('owner_role'));
      await expectWorkingHub(urlOf('owner_role'));
    });

    it('for an owner that does not own the database, the error lists the missing grants, which are sufficient', async () => {
      await admin('alter role owner_role createrole');
      await admin('alter database town owner to current_user');
      expect(await startErrorOf(urlOf('owner_role'))).toContain(
        '`grant create on database town to owner_role; grant create on schema public to owner_role`',
      );
      await admin(
        'grant create on database town to owner_role; grant create on schema public to owner_role',
        'town',
      );
      await expectWorkingHub(urlOf('owner_role'));
    });

    it('for an owner that may not create roles, the error lists the roles that an administrator must create', async () => {
      const message = await startErrorOf(urlOf('owner_role'));
      expect(message).toContain('`create role hub_partner nologin noinherit; create role hub_committee');
    });

    it('with roles created by an administrator, the hub runs with DATABASE_LOGIN_URL', async () => {
      await groupRoles();
      expect(await startErrorOf(urlOf('owner_role'))).toContain(
        ownerRoles.map((role) => `grant ${role} to owner_role`).join('; '),
      );
      await admin(`grant ${ownerRoles.join(', ')} to owner_role`);
      const message = await startErrorOf(urlOf('owner_role'));
      expect(message).toContain('create role "hub_login_town" login noinherit');
      expect(message).toContain('DATABASE_LOGIN_URL');
      await loginRole();
      await expectWorkingHub(urlOf('owner_role'), urlOf('login_role'));
    });

    it('for a login role without its groups, the error lists the missing grants', async () => {
      await admin('alter role owner_role createrole');
      await admin("create role login_role login noinherit password 'secret'");
      expect(await startErrorOf(urlOf('owner_role'), urlOf('login_role'))).toContain(
        `\`grant ${operationRoleList} to "login_role"\``,
      );
    });

    it('a login role with any right except to become the operation roles is refused', async () => {
      await admin('alter role owner_role createrole');
      await migrate(urlOf('owner_role'), entities);
      await admin('alter role owner_role nocreaterole');
      await loginRole();
      expect(await migrate(urlOf('owner_role'), entities, urlOf('login_role'))).toBe(urlOf('login_role'));
      for (const [problem, grant, revoke] of [
        ['is a superuser', 'alter role login_role superuser', 'alter role login_role nosuperuser'],
        ['bypasses row security', 'alter role login_role bypassrls', 'alter role login_role nobypassrls'],
        ['may create roles', 'alter role login_role createrole', 'alter role login_role nocreaterole'],
        [
          'can become hub_access, which owns',
          'grant owner_role to login_role',
          'revoke owner_role from login_role',
        ],
        [
          'can become hub_access, which owns',
          'grant hub_access to login_role',
          'revoke hub_access from login_role',
        ],
        [
          'can become pg_read_all_data, which has rights on tables',
          'grant pg_read_all_data to login_role',
          'revoke pg_read_all_data from login_role',
        ],
        [
          'has rights on tables',
          'grant select on partner to login_role',
          'revoke select on partner from login_role',
        ],
        [
          'has rights on tables',
          'grant update (name) on partner to login_role',
          'revoke update (name) on partner from login_role',
        ],
        [
          'has rights on tables',
          'grant usage on sequence referral_number to login_role',
          'revoke usage on sequence referral_number from login_role',
        ],
        ['owns tables', 'alter table partner owner to login_role', 'alter table partner owner to owner_role'],
        [
          'owns the database',
          'alter database town owner to login_role',
          'alter database town owner to owner_role',
        ],
      ] as const) {
        await admin(grant, 'town');
        const check = asOwner(urlOf('login_role'), (login) => checkLogin(login, 'DATABASE_LOGIN_URL'));
        await expect(check).rejects.toThrow(StartError);
        await expect(check).rejects.toThrow(problem);
        await admin(revoke, 'town');
      }
      await asOwner(urlOf('login_role'), (login) => checkLogin(login, 'DATABASE_LOGIN_URL'));
      await admin('grant select on partner to login_role', 'town');
      expect(await startErrorOf(urlOf('owner_role'), urlOf('login_role'))).toContain(
        '"login_role" in DATABASE_LOGIN_URL',
      );
    });

    it('rights on extensions and on other programs’ own schemas are allowed for the login role', async () => {
      await admin('alter role owner_role createrole');
      await admin('create extension pg_stat_statements', 'town');
      expect(await admin('select from pg_class where relname = $$pg_stat_statements$$', 'town')).toHaveLength(
        1,
      );
      await admin(
        `create role reporting_owner;
         create schema reporting authorization reporting_owner;
         grant usage on schema reporting to public;
         set role reporting_owner;
         create table reporting.entry (id int);
         create view reporting.entries as select * from reporting.entry;
         grant all on reporting.entry, reporting.entries to public`,
        'town',
      );
      await expectWorkingHub(urlOf('owner_role'));
      await admin('create extension pg_buffercache; create extension unaccent schema reporting', 'town');
      await expectWorkingHub(urlOf('owner_role'));
      await admin('grant select on partner to public', 'town');
      expect(await startErrorOf(urlOf('owner_role'))).toContain('has rights on tables');
    });

    it('a login role that inherits the operation roles is refused', async () => {
      await admin('alter role owner_role createrole');
      await migrate(urlOf('owner_role'), entities);
      await loginRole('inherit');
      expect(await startErrorOf(urlOf('owner_role'), urlOf('login_role'))).toContain('NOINHERIT');
    });

    it('a DATABASE_LOGIN_URL of another database is refused', async () => {
      await admin('alter role owner_role createrole');
      await admin('create database other_town');
      await migrate(urlOf('owner_role'), entities);
      await loginRole();
      const message = await startErrorOf(urlOf('owner_role'), urlOf('login_role', 'other_town'));
      expect(message).toBe(
        'The database in DATABASE_LOGIN_URL is not the one in DATABASE_URL: let both settings name the same database.',
      );
    });

    it('databases with long names that begin alike have different login roles', async () => {
      await admin('alter role owner_role createrole');
      const names = ['a', 'b'].map((end) => `${'town'.repeat(15)}${end}`);
      try {
        for (const name of names) await admin(`create database ${name} owner owner_role`);
        const urls: string[] = [];
        for (const name of names) urls.push(await migrate(urlOf('owner_role', name), entities));
        expect(new Set(urls.map((url) => new URL(url).username)).size).toBe(2);
      } finally {
        for (const name of names) await admin(`drop database if exists ${name} with (force)`);
      }
    });
  });

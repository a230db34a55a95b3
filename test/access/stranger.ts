import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLObjectType, isObjectType, Kind, parse } from 'graphql';
import { Database } from '../../src/database/database.js';
import type { DatabaseRole } from '../../src/database/database-role.js';
import { entities } from '../../src/features/index.js';
import { Compiler } from '../../src/graphql/read/compile.js';
import { statement } from '../../src/graphql/read/sql.js';
import { everything } from '../kit/everything.js';
import { type FullFixture, fixtureMark, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection, loginUrlOf } from '../kit/login.js';
import { openPathway, registerPerson, type SeededMember } from '../kit/town.js';
import { directories, ofCommittee, openQueries, openRows, readers, waitingHere } from './open-to-all.js';
import { UncheckedEngine } from './unchecked-engine.js';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** PostgreSQL's errors: no privilege on the table or the schema, or a session variable that is not a key. */
const refusals = ['42501', '42P01', '22P02'];

/**
 * Declares the tests that unrelated members read nothing when only the database restricts them.
 * @param depth the nesting depth of the queries
 */
export const strangersFindNothing = (depth: number) =>
  describe('with every access check in the code disabled', () => {
    const hub = testHub();
    let inside: FullFixture;
    let stranger: SeededMember;
    let ownPerson: string;
    /** The texts that must not be returned: all ids of the insiders except their partners', and the mark in their texts. */
    let secrets: string[];
    /** The ids of the unanswered referrals. */
    let waiting: string[];
    let tables: string[];
    let login: LoginConnection;
    let database: Database;
    let engine: UncheckedEngine;
    let outsiders: [string, DatabaseRole][];

    const rowsAsText = (table: string) => `select row_to_json(it)::text as text from ${table} it`;
    const leaks = (text: string) => secrets.filter((secret) => text.includes(secret));
    const leaksTo = (who: string, where: string, text: string) =>
      leaks(text).filter(
        (it) => !(who === 'a coordinator' && waitingHere.includes(where) && waiting.includes(it)),
      );
    const sessionOf = (member: SeededMember, role: string): DatabaseRole => ({
      role: 'hub_partner',
      variables: { 'app.member_id': member.key, 'app.partner_id': member.partner.key, 'app.role': role },
    });

    /** The viewers who together see all rows of the insiders. */
    const insideSessions = () => [
      sessionOf(inside.referent.member, 'CASEWORKER'),
      sessionOf(inside.facilitator.member, 'CLAUSE_FACILITATOR'),
      sessionOf(inside.committee.member, 'COMMITTEE_MEMBER'),
      sessionOf(inside.referent.member, 'DATA_PROTECTION_OFFICER'),
      sessionOf(inside.referent.member, 'PARTNER_ADMINISTRATOR'),
    ];

    beforeAll(async () => {
      inside = await fullFixture(hub.town);
      await hub.settled();
      tables = (
        await hub.owner<{ name: string }>(
          `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
        )
      ).map((row) => row.name);
      const found = new Set<string>([fixtureMark]);
      for (const table of tables) {
        for (const { text } of await hub.owner<{ text: string }>(rowsAsText(table))) {
          for (const id of text.match(uuid) ?? []) found.add(id);
        }
      }
      for (const open of [...directories.map((it) => `${it} it`), ...openRows]) {
        const rows = await hub.owner<{ text: string }>(`select row_to_json(it)::text as text from ${open}`);
        for (const id of rows.flatMap(({ text }) => text.match(uuid) ?? [])) found.delete(id);
      }
      secrets = [...found];
      const unanswered =
        "select id from referral where status in ('REQUESTED', 'IN_REVIEW', 'INFO_REQUESTED', 'WAITLISTED')";
      waiting = (await hub.owner<{ id: string }>(unanswered)).map(({ id }) => id);

      const aspe = await hub.town.caseworker();
      stranger = aspe.member;
      ownPerson = await registerPerson(aspe.client);
      await openPathway(aspe.client, ownPerson);
      const of = (role: string) => sessionOf(stranger, role);
      const variables = (partner: string, member: string, role: string): DatabaseRole => ({
        role: 'hub_partner',
        variables: { 'app.partner_id': partner, 'app.member_id': member, 'app.role': role },
      });
      outsiders = [
        ['a stranger', of('CASEWORKER')],
        ['an administrator', of('PARTNER_ADMINISTRATOR')],
        ['a coordinator', of('COORDINATOR')],
        ['a facilitator', of('CLAUSE_FACILITATOR')],
        ['a committee member', of('COMMITTEE_MEMBER')],
        ['a role that does not exist', of('SUPERVISOR')],
        ['no variables', { role: 'hub_partner', variables: {} }],
        ['empty variables', variables('', '', '')],
        ['malformed variables', variables('*', "' or true --", 'CASEWORKER')],
        ['the partner alone', { role: 'hub_partner', variables: { 'app.partner_id': stranger.partner.key } }],
        ['the committee', { role: 'hub_committee', variables: of('COMMITTEE_MEMBER').variables }],
      ];
      login = await LoginConnection.open(hub.ownerUrl);
      database = await Database.connect(await loginUrlOf(hub.ownerUrl), entities, 1);
      engine = await UncheckedEngine.create(database);
    });
    afterAll(async () => {
      await login.close();
      await database.close();
    });

    it('the insiders have a row in every table, so that every table is tested', async () => {
      // Records of merges and erasures are read only by functions; the committee's facts and budgets have no persons;
      // the audit is read only through `audit_trail`; sessions only by the sign-in; jobs, mails, presence, positions
      // of consumers and webhook secrets only by the hub itself.
      const unread =
        /^(facts|committee|private|audit|merges|rights|jobs)\.|\.(mikro_orm_migrations|session|budget|event_consumer|pending_mail|presence|webhook_secret)$/;
      for (const table of tables.filter((it) => !unread.test(it))) {
        const shown: unknown[] = [];
        for (const own of [...insideSessions(), sessionOf(inside.other.member, 'CASEWORKER')]) {
          const { rows, error } = await login.try(own, rowsAsText(table));
          expect([table, error]).toEqual([table, undefined]);
          shown.push(...rows.map((row) => row['text']));
        }
        if (!directories.includes(table)) expect([table, leaks(shown.join()).length]).not.toEqual([table, 0]);
      }
    });

    it('`select *` from every table of the catalogue returns no other partner’s row', async () => {
      for (const [who, databaseRole] of outsiders) {
        for (const table of tables) {
          if (readers.includes(who) && ofCommittee.includes(table)) continue;
          const { rows, code } = await login.try(databaseRole, rowsAsText(table));
          if (code) expect([who, table, refusals]).toEqual([who, table, expect.arrayContaining([code])]);
          const text = rows.map((row) => row['text']).join();
          expect([who, table, leaksTo(who, table, text)]).toEqual([who, table, []]);
        }
      }
      const own = await login.try(sessionOf(stranger, 'CASEWORKER'), rowsAsText('beneficiary'));
      expect(own.rows).toHaveLength(1);
    });

    it('the functions for row policies reveal nothing about a person whose key the viewer knows', async () => {
      const [person] = inside.ids.Beneficiary.map((it) => it.split('_')[1]);
      const [referral] = inside.ids.Referral.map((it) => it.split('_')[1]);
      for (const [who, databaseRole] of outsiders) {
        if (databaseRole.role === 'hub_committee') continue;
        const { rows, code } = await login.try(
          databaseRole,
          'select access.scope($1) as scope, access.referent($1) as referent, access.granted($2, $1, $3, now()) as granted, access.referred($2, $1) as referred',
          [person, referral, inside.referent.partner.key],
        );
        if (code) expect([who, code]).toEqual([who, '22P02']);
        else
          expect([who, rows]).toEqual([
            who,
            [{ scope: null, referent: null, granted: null, referred: false }],
          ]);
      }
    });

    const answer = async (databaseRole: DatabaseRole, query: string): Promise<string> => {
      // Without conditions everything is read, which takes longer than an operation may.
      const patient = { ...databaseRole, variables: { ...databaseRole.variables, statement_timeout: '60s' } };
      try {
        return await engine.textOf(patient, query);
      } catch (error) {
        const { code = '' } = error as { code?: string };
        if (!refusals.includes(code)) throw error;
        return '';
      }
    };
    const queries = (objects: number) => {
      const ids = Object.values(inside.ids).flat();
      const first = inside.ids.Beneficiary[0] as string;
      const period = { from: '2024-01-01', until: '2025-01-01' };
      const all = everything(engine.model.schema, objects, {
        id: first,
        beneficiary: first,
        ids,
        slug: inside.referent.partner.slug,
        first: 100,
        period,
        input: { subject: 'PATHWAYS', measures: ['COUNT'], period },
      });
      // Read with a different role, not by the engine: see test/committee.
      all.delete('committee');
      // Returned by a function whose checks are in the database: see test/rights.
      for (const name of ['accessSheet', 'exportFile']) all.delete(name);
      return all;
    };

    it('a deep query over every root field without conditions returns no row of another partner', async () => {
      const deeper = queries(depth + 1);
      const shownToInsiders = async (query: string) => {
        let own = '';
        for (const databaseRole of insideSessions()) own += await answer(databaseRole, query);
        return leaks(own).length > 0;
      };
      for (const [name, flat] of queries(depth)) {
        // As deep as needed for insiders to see data that unrelated members must not see.
        const isEnough = openQueries.includes(name) || (await shownToInsiders(flat));
        const query = isEnough ? flat : (deeper.get(name) as string);
        if (!isEnough) expect([name, await shownToInsiders(query)]).toEqual([name, true]);
        for (const [who, databaseRole] of outsiders) {
          expect([who, name, leaksTo(who, name, await answer(databaseRole, query))]).toEqual([who, name, []]);
        }
      }
    });

    it('a connection that has just served an insider returns nothing of it', async () => {
      const query = queries(depth).get('beneficiaries') as string;
      expect(leaks(await answer(sessionOf(inside.referent.member, 'CASEWORKER'), query))).not.toEqual([]);
      expect(leaks(await answer({ role: 'hub_partner', variables: {} }, query))).toEqual([]);
    });

    it('every object read by its key, as for payloads and events, is null', async () => {
      const document = parse('{ object { __typename } }');
      const [operation] = document.definitions;
      const nodes = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
      const keys = secrets.filter((secret) => secret !== fixtureMark);
      let types = 0;
      for (const type of Object.values(engine.model.schema.getTypeMap()).filter(isObjectType)) {
        const stored = engine.model.stored(type);
        if (!stored || type.name === 'AuditEntry' || directories.includes(`public.${stored.tableName}`))
          continue;
        const compiler = new Compiler(
          engine.model,
          { schema: engine.model.schema, fragments: {}, variables: {} },
          true,
        );
        const read = statement(compiler.byKeys(type as GraphQLObjectType, keys, nodes as never));
        const find = async (databaseRole: DatabaseRole) =>
          (await login.try(databaseRole, read.text, read.values)).rows.length;
        let found = 0;
        for (const own of insideSessions()) found += await find(own);
        expect([type.name, found]).not.toEqual([type.name, 0]);
        for (const [who, databaseRole] of outsiders)
          expect([who, type.name, await find(databaseRole)]).toEqual([who, type.name, 0]);
        types += 1;
      }
      expect(types).toBeGreaterThan(6);
    });
  });

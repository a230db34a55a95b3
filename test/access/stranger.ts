import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLObjectType, isObjectType, Kind, parse } from 'graphql';
import { Database } from '../../src/database/database.js';
import type { DatabaseRole } from '../../src/database/database-role.js';
import { entities } from '../../src/features/index.js';
import { Compiler } from '../../src/graphql/read/compile.js';
import { statement } from '../../src/graphql/read/sql.js';
import { exhaustiveQueries } from '../kit/exhaustive-queries.js';
import { type FullFixture, fixtureMark, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection, loginUrlOf } from '../kit/login.js';
import { randomFrom } from '../kit/random.js';
import { schema } from '../kit/schema.js';
import { openPathway, registerPerson, type SeededMember } from '../kit/town.js';
import {
  committeeReaders,
  committeeTables,
  coordinatorReads,
  publicQueries,
  publicRows,
  publicTables,
} from './public-data.js';
import { UncheckedEngine } from './unchecked-engine.js';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The root fields that the engine does not read. */
const readElsewhere = [
  // Read with a different role or without a row of a partner: see test/committee.
  'committee',
  'committeeProtection',
  // Returned by a function whose checks are in the database: see test/rights.
  'accessSheet',
  'exportFile',
];
const testedRoots = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter(
  (name) => !readElsewhere.includes(name),
);

/** PostgreSQL's errors: no privilege on the table or the schema, or a session variable that is not a key. */
const refusals = ['42501', '42P01', '22P02'];

/**
 * Declares the tests that strangers, members of an unrelated partner, read nothing when only the database limits them.
 * @param depth the nesting depth of the queries
 * @param readers how many of the strangers run each of the queries, chosen at random
 */
export const testStrangersReadNothing = (depth: number, readers: number) =>
  describe('with every access check in the code disabled', () => {
    const hub = testHub();
    const { random } = randomFrom('STRANGER_SEED');
    let fixture: FullFixture;
    let stranger: SeededMember;
    let strangersPerson: string;
    /** The texts that strangers must not read: the ids in the fixture's rows, except public ones, and its mark. */
    let secrets: string[];
    /** The ids that a coordinator may see: of unanswered referrals, and in the log of the committee's questions. */
    let open: Record<'unanswered' | 'questions', string[]>;
    let tables: string[];
    let login: LoginConnection;
    let database: Database;
    let engine: UncheckedEngine;
    let strangers: [string, DatabaseRole][];

    const rowsAsText = (table: string) => `select row_to_json(it)::text as text from ${table} it`;
    const secretsIn = (text: string) => secrets.filter((secret) => text.includes(secret));
    const leaks = (viewer: string, source: string, text: string) =>
      secretsIn(text).filter((it) => viewer !== 'a coordinator' || !openIn(source).includes(it));
    const openIn = (source: string) => {
      const kind = coordinatorReads[source];
      return kind === undefined ? [] : open[kind];
    };
    const databaseRoleOf = (member: SeededMember, role: string): DatabaseRole => ({
      role: 'hub_partner',
      variables: { 'app.member_id': member.key, 'app.partner_id': member.partner.key, 'app.role': role },
    });

    /** The viewers who together see all rows of the fixture. */
    const fixtureRoles = () => [
      databaseRoleOf(fixture.referent.member, 'CASEWORKER'),
      databaseRoleOf(fixture.facilitator.member, 'CLAUSE_FACILITATOR'),
      databaseRoleOf(fixture.committee.member, 'COMMITTEE_MEMBER'),
      databaseRoleOf(fixture.committee.member, 'COORDINATOR'),
      databaseRoleOf(fixture.referent.member, 'DATA_PROTECTION_OFFICER'),
      databaseRoleOf(fixture.referent.member, 'PARTNER_ADMINISTRATOR'),
    ];

    beforeAll(async () => {
      fixture = await fullFixture(hub.town);
      await hub.settled();
      // Without statistics, PostgreSQL may choose a plan for a deep query that takes minutes.
      await hub.owner('analyze');
      tables = (
        await hub.owner<{ name: string }>(
          `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
        )
      ).map((row) => row.name);
      const foundSecrets = new Set<string>([fixtureMark]);
      for (const table of tables) {
        for (const { text } of await hub.owner<{ text: string }>(rowsAsText(table))) {
          for (const id of text.match(uuid) ?? []) foundSecrets.add(id);
        }
      }
      for (const publicSource of [...publicTables.map((it) => `${it} it`), ...publicRows]) {
        const rows = await hub.owner<{ text: string }>(
          `select row_to_json(it)::text as text from ${publicSource}`,
        );
        for (const id of rows.flatMap(({ text }) => text.match(uuid) ?? [])) foundSecrets.delete(id);
      }
      secrets = [...foundSecrets];
      const unanswered =
        "select id from referral where status in ('REQUESTED', 'IN_REVIEW', 'INFO_REQUESTED', 'WAITLISTED')";
      const idsOf = async (query: string) => (await hub.owner<{ id: string }>(query)).map(({ id }) => id);
      const asked =
        'select id from committee_question union select member_id from committee_question union select id from distinct_count union select run from distinct_count';
      open = { unanswered: await idsOf(unanswered), questions: await idsOf(asked) };

      const caseworker = await hub.town.caseworker();
      stranger = caseworker.member;
      strangersPerson = await registerPerson(caseworker.client);
      await openPathway(caseworker.client, strangersPerson);
      const strangerAs = (role: string) => databaseRoleOf(stranger, role);
      const variables = (partner: string, member: string, role: string): DatabaseRole => ({
        role: 'hub_partner',
        variables: { 'app.partner_id': partner, 'app.member_id': member, 'app.role': role },
      });
      strangers = [
        ['a stranger', strangerAs('CASEWORKER')],
        ['an administrator', strangerAs('PARTNER_ADMINISTRATOR')],
        ['a coordinator', strangerAs('COORDINATOR')],
        ['a facilitator', strangerAs('CLAUSE_FACILITATOR')],
        ['a committee member', strangerAs('COMMITTEE_MEMBER')],
        ['a role that does not exist', strangerAs('SUPERVISOR')],
        ['no variables', { role: 'hub_partner', variables: {} }],
        ['empty variables', variables('', '', '')],
        ['malformed variables', variables('*', "' or true --", 'CASEWORKER')],
        ['the partner alone', { role: 'hub_partner', variables: { 'app.partner_id': stranger.partner.key } }],
        ['the committee', { role: 'hub_committee', variables: strangerAs('COMMITTEE_MEMBER').variables }],
      ];
      login = await LoginConnection.open(hub.ownerUrl);
      database = await Database.connect(await loginUrlOf(hub.ownerUrl), entities, 1);
      engine = await UncheckedEngine.create(database);
    });
    afterAll(async () => {
      await login.close();
      await database.close();
    });

    it('the fixture has a visible row in every table, so that every table is tested', async () => {
      // Only functions read the records of merges and erasures; budgets have no persons; the
      // audit is read through `audit_trail`; only the hub itself reads sessions, jobs, mails, presence, positions of
      // consumers and webhook secrets.
      const hiddenFromMembers =
        /^(facts|committee|private|audit|merges|rights|jobs)\.|\.(mikro_orm_migrations|session|budget|event_consumer|pending_mail|presence|webhook_secret|committee_cell|committee_closed_marks|distinct_count_set|committee_activity)$/;
      for (const table of tables.filter((it) => !hiddenFromMembers.test(it))) {
        const visible: unknown[] = [];
        const others = [databaseRoleOf(fixture.other.member, 'CASEWORKER')];
        for (const databaseRole of [...fixtureRoles(), ...others]) {
          const { rows, error } = await login.try(databaseRole, rowsAsText(table));
          expect([table, error]).toEqual([table, undefined]);
          visible.push(...rows.map((row) => row['text']));
        }
        if (!publicTables.includes(table))
          expect([table, secretsIn(visible.join()).length]).not.toEqual([table, 0]);
      }
    });

    it('`select *` from every table of the catalogue returns no other partner’s row', async () => {
      for (const [who, databaseRole] of strangers) {
        for (const table of tables) {
          if (committeeReaders.includes(who) && committeeTables.includes(table)) continue;
          const { rows, code } = await login.try(databaseRole, rowsAsText(table));
          if (code) expect([who, table, refusals]).toEqual([who, table, expect.arrayContaining([code])]);
          const text = rows.map((row) => row['text']).join();
          expect([who, table, leaks(who, table, text)]).toEqual([who, table, []]);
        }
      }
      const own = await login.try(databaseRoleOf(stranger, 'CASEWORKER'), rowsAsText('beneficiary'));
      expect(own.rows).toHaveLength(1);
    });

    it('the functions for row policies reveal nothing about a person whose key the viewer knows', async () => {
      const [person] = fixture.ids.Beneficiary.map((it) => it.split('_')[1]);
      const [referral] = fixture.ids.Referral.map((it) => it.split('_')[1]);
      for (const [who, databaseRole] of strangers) {
        if (databaseRole.role === 'hub_committee') continue;
        const { rows, code } = await login.try(
          databaseRole,
          'select access.scope($1) as scope, access.referent($1) as referent, access.granted($2, $1, $3, now()) as granted, access.referred($2, $1) as referred',
          [person, referral, fixture.referent.partner.key],
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
      // Without conditions, a query reads all rows; how long that takes is not tested.
      const withoutTimeout = {
        ...databaseRole,
        variables: { ...databaseRole.variables, statement_timeout: '3600s' },
      };
      try {
        return await engine.textOf(withoutTimeout, query);
      } catch (error) {
        const { code = '' } = error as { code?: string };
        if (!refusals.includes(code)) throw error;
        return '';
      }
    };
    /** The queries of each depth, made once for all tests. */
    const generated = new Map<number, ReadonlyMap<string, string>>();
    const queriesOfDepth = (objectDepth: number) => {
      const ids = Object.values(fixture.ids).flat();
      const first = fixture.ids.Beneficiary[0] as string;
      const period = { from: '2024-01-01', until: '2025-01-01' };
      return exhaustiveQueries(engine.model.schema, objectDepth, {
        id: first,
        beneficiary: first,
        ids,
        slug: fixture.referent.partner.slug,
        first: 100,
        period,
        input: { subject: 'PATHWAYS', measures: ['COUNT'], period },
      });
    };
    /**
     * One query for each root field. `node` and `nodes` select every type at once, and each type has a root field of
     * its own that is read to the full depth: they are read one level less deep, which takes a tenth of the time.
     */
    const queries = (objectDepth: number) => {
      const known = generated.get(objectDepth);
      if (known) return known;
      const ofAllTypes = [...queriesOfDepth(objectDepth - 1)].filter(([name]) => /^nodes?$/.test(name));
      const made = new Map([...queriesOfDepth(objectDepth), ...ofAllTypes]);
      generated.set(objectDepth, made);
      return made;
    };

    const isVisibleToFixture = async (query: string) => {
      let response = '';
      for (const databaseRole of fixtureRoles()) response += await answer(databaseRole, query);
      return secretsIn(response).length > 0;
    };
    // A test for each root field, because a slow machine takes minutes for all of them.
    it.each(testedRoots)(
      'a deep query of %s, without conditions of the code, returns no row of another partner',
      async (name) => {
        const shallowQuery = queries(depth).get(name) as string;
        // The query must be deep enough to show secrets to the fixture's members.
        const isEnough = publicQueries.includes(name) || (await isVisibleToFixture(shallowQuery));
        const query = isEnough ? shallowQuery : (queries(depth + 1).get(name) as string);
        if (!isEnough) expect([name, await isVisibleToFixture(query)]).toEqual([name, true]);
        for (const [who, databaseRole] of random.sample(strangers, readers)) {
          expect([who, name, leaks(who, name, await answer(databaseRole, query))]).toEqual([who, name, []]);
        }
      },
    );

    it('a database connection that has just served a viewer with access returns nothing without variables', async () => {
      const query = queries(depth).get('beneficiaries') as string;
      expect(
        secretsIn(await answer(databaseRoleOf(fixture.referent.member, 'CASEWORKER'), query)),
      ).not.toEqual([]);
      expect(secretsIn(await answer({ role: 'hub_partner', variables: {} }, query))).toEqual([]);
    });

    it('an object that is read by its key, as for payloads and events, is null', async () => {
      const document = parse('{ object { __typename } }');
      const [operation] = document.definitions;
      const nodes = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
      const keys = secrets.filter((secret) => secret !== fixtureMark);
      let types = 0;
      for (const type of Object.values(engine.model.schema.getTypeMap()).filter(isObjectType)) {
        const stored = engine.model.stored(type);
        // A virtual class has no table.
        if (
          !stored ||
          stored.virtual ||
          type.name === 'AuditEntry' ||
          publicTables.includes(`public.${stored.tableName}`)
        )
          continue;
        const compiler = new Compiler(
          engine.model,
          { schema: engine.model.schema, fragments: {}, variables: {} },
          true,
        );
        const read = statement(compiler.byKeys(type as GraphQLObjectType, keys, nodes as never));
        const countRows = async (databaseRole: DatabaseRole) =>
          (await login.try(databaseRole, read.text, read.values)).rows.length;
        let visibleRows = 0;
        for (const databaseRole of fixtureRoles()) visibleRows += await countRows(databaseRole);
        expect([type.name, visibleRows]).not.toEqual([type.name, 0]);
        for (const [who, databaseRole] of strangers) {
          if (who === 'a coordinator' && ['CommitteeQuestion', 'DistinctCount'].includes(type.name)) continue;
          expect([who, type.name, await countRows(databaseRole)]).toEqual([who, type.name, 0]);
        }
        types += 1;
      }
      expect(types).toBeGreaterThan(6);
    });
  });

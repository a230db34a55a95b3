import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql';
import { type BulkFixture, bulkFixture } from '../kit/bulk-fixture/index.js';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { type Question, questions, type Subjects } from './generate.js';
import { ReferenceResolver } from './reference-resolver.js';
import { cursorOf, lists, prefixOf, type Row, tables } from './stored.js';
import { someTimelineRows } from './timeline.js';

const rootsOf = (schema: GraphQLSchema) => Object.keys(schema.getQueryType()?.getFields() ?? {});

/** `DIFFERENTIAL_SEED` repeats a run. */
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? Date.now() % 1_000_000_000);

/** Declares the test that the hub answers this number of generated queries as the reference resolver does. */
export const generatedQueriesAgree = (numRuns: number) =>
  describe('generated queries', () => {
    const viewers: { readonly client: Client; readonly reference: ReferenceResolver }[] = [];
    // Registered before the hub's own hook, which drops the database.
    afterAll(() => Promise.all(viewers.map(({ reference }) => reference.close())));
    const hub = testHub({ HUB_BUDGET: '10000000' });
    let schemaText: string;
    let subjects: Subjects;

    beforeAll(async () => {
      schemaText = await readFile('schema.graphql', 'utf8');
      const made = await bulkFixture(hub);
      // Run due periodic tasks first: they would change the referrals of the fixture during the comparison.
      await hub.consumed();
      for (const viewer of made.viewers) {
        const reference = await new ReferenceResolver(hub.ownerUrl, schemaText, viewer).open();
        viewers.push({ client: await hub.as(viewer), reference });
      }
      subjects = await subjectsOf(made);
    });
    /** Ids and cursors of all rows, whether or not a viewer may see them. Those of the first viewer are more frequent. */
    async function subjectsOf({ multiPage }: BulkFixture): Promise<Subjects> {
      const all = async (table: string, sample: number): Promise<Row[]> =>
        hub.owner(
          `select r.* from (select * from ${table} order by id limit ${sample}) t, jsonb_populate_record(null::${table}, to_jsonb(t)) r`,
        );
      const ids = [
        multiPage.person,
        multiPage.person,
        multiPage.pathway,
        'step_00000000-0000-7000-8000-000000000000',
        'nothing_00000000-0000-7000-8000-000000000000',
      ];
      for (const [type, table] of Object.entries(tables)) {
        for (const { id } of await all(table, 8)) ids.push(`${prefixOf(type)}${id}`);
      }
      const reference = (viewers[0] as { reference: ReferenceResolver }).reference;
      const cursors: Record<string, string[]> = {};
      for (const [name, list] of Object.entries(lists)) {
        const [type = ''] = name.split('.');
        const table = type.endsWith('Event') ? 'event' : (tables[type] ?? someTimelineRows);
        const epoch = type.endsWith('Event') ? await reference.epoch() : '';
        cursors[name] = (await reference.rows(`select * from ${table} order by md5(id::text) limit 12`)).map(
          (row) => cursorOf(list, row, epoch),
        );
      }
      const slugs = (await hub.owner<{ slug: string }>('select slug from partner')).map(({ slug }) => slug);
      return {
        ids,
        slugs: [...slugs, 'nobody'],
        searches: [
          '',
          'd',
          'Dur',
          'léo',
          'lina da',
          'O’N',
          'd%',
          '_',
          'durnad',
          'Dasivla',
          'xneil',
          'lina durandd',
          'desk a',
          'EVALUATION',
          'worshkop',
        ],
        references: ['2025', ' 2025-000001', '2025-00000'],
        cursors,
      };
    }

    it('have the same answer as from a reference resolver, key for key, with and without the executor', async () => {
      const schema = buildSchema(schemaText);
      const seen = {
        asked: 0,
        invalid: 0,
        characters: 0,
        ...Object.fromEntries(rootsOf(schema).map((it) => [it, 0])),
      } as Record<string, number>;
      const ask = async (
        { query, mixed, variables }: Question,
        { client, reference }: (typeof viewers)[number],
      ) => {
        if (validate(schema, parse(query)).length > 0) {
          seen['invalid'] = (seen['invalid'] ?? 0) + 1;
          fc.pre(false);
        }
        const expected = await reference.answer(query, variables);
        const text = JSON.stringify(expected.data);
        for (const root of rootsOf(schema))
          if (new RegExp(`\\b${root}\\b`).test(query)) seen[root] = (seen[root] ?? 0) + 1;
        seen['asked'] = (seen['asked'] ?? 0) + 1;
        seen['characters'] = (seen['characters'] ?? 0) + text.length;
        const about = `${query}\n${JSON.stringify(variables)}\nas ${reference.viewer.role} of ${reference.viewer.partner.slug}`;
        expect({ about, errors: expected.errors }).toEqual({ about });

        const whole = await client.send(query, variables);
        const { data, errors } = await client.send(mixed, variables);
        // Some generated queries exceed the limits.
        if (['TOO_COSTLY', 'TOO_LARGE'].includes(String(errors?.[0]?.extensions?.['code']))) return;
        const { asked, ...executed } = data ?? {};
        expect({ about, way: 'engine', errors: whole.errors, data: whole.data }).toEqual({
          about,
          way: 'engine',
          data: JSON.parse(text),
        });
        expect({ about, way: 'executor', errors, data: executed }).toEqual({
          about,
          way: 'executor',
          data: JSON.parse(text),
        });
        expect(asked).toEqual({ queryType: { name: 'Query' } });
        expect([JSON.stringify(whole.data), JSON.stringify(executed)]).toEqual([text, text]);
      };
      await fc.assert(
        fc.asyncProperty(questions(schema, subjects), fc.nat({ max: 31 }), (question, who) =>
          ask(question, viewers[who < 16 ? who % 2 : who % viewers.length] as (typeof viewers)[number]),
        ),
        { seed, numRuns, maxSkipsPerRun: 10, endOnFailure: process.env['SHRINK'] !== '1' },
      );
      console.log(`seed ${seed}: ${JSON.stringify(seen)}`);
      expect(seen['asked']).toBeGreaterThanOrEqual(numRuns);
    });
  });

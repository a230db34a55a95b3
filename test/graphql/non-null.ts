import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, type GraphQLFormattedError, parse, validate } from 'graphql';
import { bulkFixture } from '../kit/bulk-fixture/index.js';
import type { Client, Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { questions } from './generate.js';
import { prefixOf, tables } from './stored.js';

/** Set `NON_NULL_SEED` to repeat a run. */
const seed = Number(process.env['NON_NULL_SEED'] ?? Date.now() % 1_000_000_000);

/** The tables that other rows refer to and that a row policy may hide. */
const parents = ['pathway', 'beneficiary', 'member', 'referral', 'lot', 'company'];

/** Declares the tests of non-null fields, with this number of generated queries. */
export const hiddenRowsMakeNull = (numRuns: number) =>
  describe('a non-null field whose row a policy hides', () => {
    const hub = testHub({ HUB_BUDGET: '10000000' });
    let clients: readonly Client[];

    beforeAll(async () => {
      const { viewers } = await bulkFixture(hub);
      await hub.consumed();
      clients = await Promise.all(viewers.slice(0, 4).map((viewer) => hub.as(viewer)));
      for (const table of parents)
        await hub.owner(
          `create policy "hidden" on "${table}" as restrictive for select to "hub_partner" using (hashtext(id::text) % 3 <> 0)`,
        );
    });

    const sampleOf = async (table: string, count: number) =>
      (
        await hub.owner<{ id: string }>(`select id from "${table}" order by md5(id::text) limit ${count}`)
      ).map(({ id }) => id);

    it('makes the nearest nullable parent null, with an error and its path', async () => {
      const ids = (await sampleOf('objective', 100)).map((id) => `objective_${id}`);
      const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Objective { pathway { id } } } }';
      let nulls = 0;
      for (const client of clients) {
        const { data, errors = [] } = await client.send(query, { ids });
        for (const node of data.nodes.filter(Boolean)) expect(node.pathway).not.toBeNull();
        for (const { path, message } of errors) {
          expect(message).toBe('Cannot return null for non-nullable field Objective.pathway.');
          expect(path).toEqual(['nodes', expect.any(Number), 'pathway']);
          expect(data.nodes[Number(path?.[1])]).toBeNull();
        }
        nulls += errors.length;
      }
      expect(nulls).toBeGreaterThan(0);
    });

    it('gets the same answer from the engine as from graphql-js, for generated queries', async () => {
      const schema = buildSchema(await readFile('schema.graphql', 'utf8'));
      const ids: string[] = [];
      for (const [type, table] of Object.entries(tables))
        for (const id of await sampleOf(table, 8)) ids.push(`${prefixOf(type)}${id}`);
      const slugs = (await hub.owner<{ slug: string }>('select slug from partner')).map(({ slug }) => slug);
      const places = (errors: readonly GraphQLFormattedError[] = []) =>
        errors.map(({ path, message }) => `${message} ${path}`).sort();
      let nulls = 0;
      await fc.assert(
        fc.asyncProperty(
          questions(schema, { ids, slugs, searches: ['', 'd'], references: [], cursors: {} }),
          fc.nat({ max: 3 }),
          async ({ query, mixed, variables }, who) => {
            fc.pre(validate(schema, parse(query)).length === 0);
            const client = clients[who] as Client;
            const whole = await client.send(query, variables);
            const executed = await client.send(mixed, variables);
            if (executed.errors?.some(({ extensions }: Data) => /^TOO_/.test(extensions?.code))) return;
            if (whole.errors) nulls++;
            const { asked: _, ...data } = executed.data ?? {};
            expect([query, whole.data ?? {}, places(whole.errors)]).toEqual([
              query,
              data,
              places(executed.errors),
            ]);
          },
        ),
        { seed, numRuns, maxSkipsPerRun: 10, endOnFailure: true },
      );
      console.log(`seed ${seed}: ${nulls} of ${numRuns} answers had null in a non-null field`);
    });
  });

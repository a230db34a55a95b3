import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, type GraphQLFormattedError, parse, validate } from 'graphql';
import { bulkFixture } from '../kit/bulk-fixture/index.js';
import type { Client, Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { questions } from './generate.js';
import { prefixOf, tables } from './stored.js';

/** `PROMISED_SEED` repeats a run; `PROMISED_RUNS` makes it longer. */
const seed = Number(process.env['PROMISED_SEED'] ?? Date.now() % 1_000_000_000);
const numRuns = Number(process.env['PROMISED_RUNS'] ?? 150);

/** What other rows point at, and a policy may hide. */
const parents = ['pathway', 'beneficiary', 'member', 'referral', 'lot', 'company'];

describe('where the schema promises a value that a policy hides', () => {
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
    (await hub.owner<{ id: string }>(`select id from "${table}" order by md5(id::text) limit ${count}`)).map(
      ({ id }) => id,
    );

  it('null goes up to the parent that may be null, with an error that says where', async () => {
    const ids = (await sampleOf('objective', 100)).map((id) => `objective_${id}`);
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Objective { pathway { id } } } }';
    let broken = 0;
    for (const client of clients) {
      const { data, errors = [] } = await client.send(query, { ids });
      for (const node of data.nodes.filter(Boolean)) expect(node.pathway).not.toBeNull();
      for (const { path, message } of errors) {
        expect(message).toBe('Cannot return null for non-nullable field Objective.pathway.');
        expect(path).toEqual(['nodes', expect.any(Number), 'pathway']);
        expect(data.nodes[Number(path?.[1])]).toBeNull();
      }
      broken += errors.length;
    }
    expect(broken).toBeGreaterThan(0);
  });

  it('the engine answers any question as graphql-js completes it', async () => {
    const schema = buildSchema(await readFile('schema.graphql', 'utf8'));
    const ids: string[] = [];
    for (const [type, table] of Object.entries(tables))
      for (const id of await sampleOf(table, 8)) ids.push(`${prefixOf(type)}${id}`);
    const slugs = (await hub.owner<{ slug: string }>('select slug from partner')).map(({ slug }) => slug);
    const places = (errors: readonly GraphQLFormattedError[] = []) =>
      errors.map(({ path, message }) => `${message} ${path}`).sort();
    let broken = 0;
    await fc.assert(
      fc.asyncProperty(
        questions(schema, { ids, slugs, searches: ['', 'd'], cursors: {} }),
        fc.nat({ max: 3 }),
        async ({ query, mixed, variables }, who) => {
          fc.pre(validate(schema, parse(query)).length === 0);
          const client = clients[who] as Client;
          const whole = await client.send(query, variables);
          const executed = await client.send(mixed, variables);
          if (executed.errors?.some(({ extensions }: Data) => /^TOO_/.test(extensions?.code))) return;
          if (whole.errors) broken++;
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
    console.log(`seed ${seed}: ${broken} of ${numRuns} answers had a promise that was not kept`);
  });
});

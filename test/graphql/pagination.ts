import { beforeAll, describe, expect, it } from '@jest/globals';
import { type BulkFixture, bulkFixture } from '../kit/bulk-fixture/index.js';
import type { Client, Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';

/** Connections in every order: the parent field, the field, and the order as an argument. */
const lists = [
  { list: 'partners', around: '', order: '' },
  { list: 'referralEvents', around: '', order: '' },
  ...['NAME', 'NEWEST'].map((order) => ({ list: 'beneficiaries', around: '', order })),
  ...['NEWEST', 'OLDEST'].flatMap((order) => [
    { list: 'pathways', around: '', order },
    { list: 'referrals(box: INBOX)', around: '', order },
    { list: 'referrals(box: OUTBOX)', around: '', order },
    { list: 'pathways', around: 'beneficiary', order },
    { list: 'referrals', around: 'beneficiary', order },
    { list: 'steps', around: 'pathway', order },
  ]),
];

/**
 * Declares the tests of pagination.
 * @param forgeries how many forged cursors and wrong sizes each list refuses, chosen at random
 */
export const testPagination = (forgeries: number) =>
  describe('pagination', () => {
    const hub = testHub();
    const { random } = randomFrom('PAGINATION_SEED');
    let client: Client;
    let made: BulkFixture;

    beforeAll(async () => {
      made = await bulkFixture(hub, 2, 40);
      // Events that the hub emits itself must not occur between two pages.
      await hub.consumed();
      await hub.settled();
      client = await hub.as(made.viewers[0] as BulkFixture['viewers'][0]);
    });

    type Listed = (typeof lists)[number];
    const ask = async ({ list, around, order }: Listed, page: string): Promise<Data> => {
      const [field = '', given = ''] = list.split('(');
      const args = [given.replace(')', ''), order && `orderBy: ${order}`, page].filter(Boolean).join(', ');
      const item = field === 'referralEvents' ? 'id: cursor' : 'id';
      const selection = `it: ${field}(${args}) { edges { cursor node { ${item} } } nodes { ${item} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
      if (!around) return (await client.data(`{ ${selection} }`)).it;
      const [type, id] =
        around === 'pathway' ? ['Pathway', made.multiPage.pathway] : ['Beneficiary', made.multiPage.person];
      return (await client.data(`{ node(id: "${id}") { ... on ${type} { ${selection} } } }`)).node.it;
    };
    const walk = async (listed: Listed, size: number, backward: boolean): Promise<string[]> => {
      const seen: string[] = [];
      let cursor: string | undefined;
      for (;;) {
        const from = cursor ? `${backward ? 'before' : 'after'}: "${cursor}"` : '';
        const { edges, nodes, pageInfo } = await ask(
          listed,
          `${backward ? 'last' : 'first'}: ${size} ${from}`,
        );
        expect(edges.map((edge: Data) => edge.node)).toEqual(nodes);
        expect(nodes.length).toBeLessThanOrEqual(size);
        expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0].cursor, edges.at(-1).cursor]);
        // There is a page on the side of the cursor, except for the first page of the walk.
        expect(backward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== undefined);
        const ids = nodes.map((node: Data) => node.id);
        seen.splice(backward ? 0 : seen.length, 0, ...ids);
        if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return seen;
        cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
      }
    };

    it.each(lists)(
      'returns each row exactly once, forward and backward: $around $list $order',
      async (listed) => {
        const whole = await ask(listed, 'first: 100');
        const ids: string[] = whole.nodes.map((node: Data) => node.id);
        expect(ids.length).toBeGreaterThan(4);
        expect(new Set(ids).size).toBe(ids.length);
        const sizes = ids.length > 20 ? [7, 19] : [1, 2];
        for (const size of sizes) {
          expect(await walk(listed, size, false)).toEqual(ids);
          expect(await walk(listed, size, true)).toEqual(ids);
        }
        expect(await walk(listed, ids.length, false)).toEqual(ids);
      },
    );

    it('beyond the ends returns an empty page without cursors, and reports the page on the other side', async () => {
      for (const listed of lists) {
        const { pageInfo } = await ask(listed, 'first: 100');
        const after = await ask(listed, `first: 5, after: "${pageInfo.endCursor}"`);
        const none = { startCursor: null, endCursor: null };
        expect(after).toEqual({
          edges: [],
          nodes: [],
          pageInfo: { ...none, hasNextPage: false, hasPreviousPage: true },
        });
        const before = await ask(listed, `last: 5, before: "${pageInfo.startCursor}"`);
        expect(before).toEqual({
          edges: [],
          nodes: [],
          pageInfo: { ...none, hasNextPage: true, hasPreviousPage: false },
        });
      }
    });

    it('neither repeats nor skips rows when others are inserted or deleted between two pages', async () => {
      const steps = lists.at(-1) as Listed;
      const whole: string[] = (await ask(steps, 'first: 100')).nodes.map((node: Data) => node.id);
      const first = await ask(steps, 'first: 10');
      const second = await ask(steps, `first: 10, after: "${first.pageInfo.endCursor}"`);
      const gone = [...whole.slice(8, 12), whole[19]].map((id) => (id as string).slice('step_'.length));
      await hub.owner(
        `insert into step select gen_random_uuid(), pathway_id, beneficiary_id, partner_id, author_id, kind, 'new', d::date, 'SHARED'
       from step, unnest(array['2020-01-01', '2030-01-01']) d where id = $1`,
        [gone[0]],
      );
      await hub.owner('delete from step where id = any($1)', [gone]);
      const again = await ask(steps, `first: 10, after: "${first.pageInfo.endCursor}"`);
      expect(again.nodes.map((node: Data) => node.id)).toEqual([
        ...whole.slice(12, 19),
        ...whole.slice(20, 23),
      ]);
      // The cursor of a deleted row still marks its position, in both directions.
      const on = await ask(steps, `first: 100, after: "${second.pageInfo.endCursor}"`);
      const later = on.nodes.map((node: Data) => node.id);
      expect(later.filter((id: string) => whole.includes(id))).toEqual(whole.slice(20));
      expect(later).toHaveLength(whole.length - 20 + 1);
      const back = await ask(steps, `last: 3, before: "${second.pageInfo.endCursor}"`);
      expect(back.nodes.map((node: Data) => node.id)).toEqual(whole.slice(16, 19));
    });

    it('accepts sizes from 1 to 100, and only one of first and last', async () => {
      const wrong = {
        'first: 0': 'first',
        'first: 101': 'first',
        'first: -1': 'first',
        'last: 0': 'last',
        'last: 101': 'last',
        'last: -1': 'last',
        'first: 2, last: 2': 'first',
      };
      for (const listed of lists) {
        for (const [page, argument] of random.sample(Object.entries(wrong), forgeries)) {
          await expectRefusal(
            listed,
            page,
            argument,
            argument === 'first' && page.includes('last') ? /not both/ : /between 1 and 100/,
          );
        }
      }
      // The default of `first`, or a variable that is not given, does not conflict with `last`.
      const query =
        'query ($first: Int, $last: Int) { partners(first: $first, last: $last) { nodes { slug } } }';
      expect((await client.data(query, { last: 2 })).partners.nodes).toHaveLength(2);
      expect((await client.data(query, { first: null, last: 2 })).partners.nodes).toHaveLength(2);
      expect((await client.data(query, { first: 3, last: null })).partners.nodes).toHaveLength(3);
      expect((await client.send(query, { first: 3, last: 2 })).errors?.[0]?.extensions?.['code']).toBe(
        'BAD_USER_INPUT',
      );
    });

    it('refuses cursors of another list or order, and forged cursors', async () => {
      const own = await Promise.all(
        lists.map(async (listed) => (await ask(listed, 'first: 3')).pageInfo.endCursor as string),
      );
      for (const [index, listed] of lists.entries()) {
        const cursor = own[index] as string;
        const name = orderOf(cursor);
        const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
        const forge = (...keys: unknown[]) =>
          Buffer.from(JSON.stringify([name, parts[1], ...keys])).toString('base64url');
        const [, , key = '', id = ''] = parts;
        const forged = [
          ...own.filter((it) => orderOf(it) !== name),
          ...[
            '',
            ' ',
            '%',
            'null',
            '[]',
            cursor.slice(0, -1),
            cursor.slice(0, 20),
            cursor.slice(1),
            `${cursor}AAAA`,
            'A'.repeat(100_000),
          ],
          ...[
            forge(),
            forge(key, id, id),
            forge([key], id),
            forge({ key }, id),
            forge(null, null),
            forge(1, 2),
            forge(key, "'; drop table step; --"),
          ],
          Buffer.from(JSON.stringify({ name })).toString('base64url'),
          Buffer.from('[['.repeat(500)).toString('base64url'),
        ];
        if (listed.list !== 'partners' && parts[0] !== 'BENEFICIARY_NAME')
          forged.push(forge("' or true --", id));
        if (/^\d{4}-/.test(key)) {
          const time = key.slice(10);
          for (const day of ['2025-02-30', '2025-13-01', '0000-01-01', '9999-99-99', '2025-1-1', 'infinity'])
            forged.push(forge(`${day}${time}`, id));
          if (time)
            forged.push(
              forge('2025-01-01T25:00:00+00:00', id),
              forge('2025-01-01T00:61:00+00:00', id),
              forge('2025-01-01', id),
            );
        }
        if (parts[0] === 'EVENT') forged.push(forge('-1', id), forge('99999999999999999999999', id));
        else if (parts[0] === 'PARTNER_SLUG') forged.push(forge('a\0b'));
        for (const wrong of random.sample(forged, forgeries))
          await expectRefusal(
            listed,
            `after: ${JSON.stringify(wrong)}`,
            'after',
            /not a cursor of this list/,
          );
        await expectRefusal(
          listed,
          `last: 3, before: ${JSON.stringify(forged[0])}`,
          'before',
          /not a cursor of this list/,
        );
        // A well-formed cursor without a row is valid: it marks a position.
        if (/^\d{4}-/.test(key)) await ask(listed, `after: "${forge(`2024-02-29${key.slice(10)}`, id)}"`);
      }
    });

    const orderOf = (cursor: string): string => JSON.parse(Buffer.from(cursor, 'base64url').toString())[0];

    async function expectRefusal(
      { list, around, order }: Listed,
      page: string,
      argument: string,
      message: RegExp,
    ): Promise<void> {
      const [field = '', given = ''] = list.split('(');
      const args = [given.replace(')', ''), order && `orderBy: ${order}`, page].filter(Boolean).join(', ');
      const selection = `${field}(${args}) { nodes { __typename } }`;
      const id = around === 'pathway' ? made.multiPage.pathway : made.multiPage.person;
      const response = await client.post({
        query: around
          ? `{ node(id: "${id}") { ... on ${around === 'pathway' ? 'Pathway' : 'Beneficiary'} { ${selection} } } }`
          : `{ ${selection} }`,
      });
      const { errors } = (await response.json()) as Data;
      expect({ status: response.status, page, errors }).toEqual({
        status: 200,
        page,
        errors: [
          expect.objectContaining({
            message: expect.stringMatching(message),
            extensions: { code: 'BAD_USER_INPUT', argumentPath: [argument] },
          }),
        ],
      });
    }
  });

import { beforeAll, describe, expect, it } from '@jest/globals';
import { type BulkFixture, bulkFixture } from '../kit/bulk-fixture/index.js';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';

/** Each argument that takes an id: a query, the answer for an unknown id, and the path of the argument. */
const idArguments = [
  { query: 'node(id: $id) { id }', absent: null, path: ['id'] },
  { query: 'it: nodes(ids: [$id]) { id }', absent: [null], path: ['ids', '0'] },
  { query: 'it: beneficiary(id: $id) { id }', absent: null, path: ['id'] },
  { query: 'it: referral(id: $id) { id }', absent: null, path: ['id'] },
  {
    query: 'it: beneficiaries(filter: { referent: $id }) { nodes { id } }',
    absent: { nodes: [] },
    path: ['filter', 'referent'],
  },
  {
    query: 'it: pathways(filter: { partner: $id }) { nodes { id } }',
    absent: { nodes: [] },
    path: ['filter', 'partner'],
  },
  {
    query: 'it: referrals(filter: { partner: $id }) { nodes { id } }',
    absent: { nodes: [] },
    path: ['filter', 'partner'],
  },
].map((it) => ({ ...it, query: `query ($id: ID!) { ${it.query.replace(/^node\(/, 'it: node(')} }` }));

const none = '00000000-0000-7000-8000-000000000000';

describe('an argument', () => {
  const hub = testHub();
  let client: Client;
  let multiPage: BulkFixture['multiPage'];

  beforeAll(async () => {
    const made = await bulkFixture(hub, 4, 12);
    client = await hub.as(made.viewers[0] as BulkFixture['viewers'][0]);
    ({ multiPage } = made);
  });

  const malformed = [
    '',
    ' ',
    'x',
    '1',
    none,
    'partner_',
    `partner_${none}x`,
    `partner_${none}\n`,
    `Partner_${none}`,
    `partner_${none.toUpperCase().replace('7', 'A')}`,
    `partner_${none}' or true --`,
    `partner_${none}\0`,
    'é'.repeat(20_000),
    '🙂',
    '__proto___',
  ];

  it.each(idArguments)(
    'that is not an id is refused with BAD_USER_INPUT and the path: $query',
    async ({ query, path }) => {
      for (const id of malformed) {
        const response = await client.post({ query, variables: { id } });
        const { errors } = (await response.json()) as { errors: { message: string }[] };
        expect({ id, status: response.status, errors }).toEqual({
          id,
          status: 200,
          errors: [
            expect.objectContaining({
              message: expect.stringMatching(
                /is not an id: use one of the hub\.$|NUL characters are not allowed: remove them\.$/,
              ),
              path: ['it'],
              extensions: { code: 'BAD_USER_INPUT', argumentPath: path },
            }),
          ],
        });
        expect(errors[0]?.message.length).toBeLessThan(100);
      }
    },
  );

  it.each(idArguments)(
    'with an id of another or unknown type finds nothing: $query',
    async ({ query, absent }) => {
      for (const id of [
        `step_${none}`,
        `nothing_${none}`,
        `partner_${none}`,
        `beneficiary_${none}`,
        `toString_${none}`,
        `referralEvent_${none}`,
        `viewer_${none}`,
      ]) {
        expect(await client.data(query, { id })).toEqual({ it: absent });
      }
      const [wrong] = query.includes('beneficiary(') ? [multiPage.pathway] : [multiPage.person];
      if (!query.includes('node')) expect(await client.data(query, { id: wrong })).toEqual({ it: absent });
    },
  );

  it('that is invalid makes only its own field null, if the field is nullable', async () => {
    const { data, errors } = await client.send(
      '{ viewer { role } wrong: beneficiary(id: "x") { id } partner(slug: "nobody") { id } also: node(id: "y") { id } }',
    );
    expect(data).toEqual({ viewer: { role: 'CASEWORKER' }, wrong: null, partner: null, also: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['wrong'], 'BAD_USER_INPUT'],
      [['also'], 'BAD_USER_INPUT'],
    ]);
    const whole = await client.send('{ viewer { role } partners(first: 0) { nodes { id } } }');
    expect(whole).toMatchObject({ data: null, errors: [{ path: ['partners'] }] });
    const below = await client.send(
      `{ viewer { role } beneficiary(id: "${multiPage.person}") { firstName pathways(first: 0) { totalCount } } }`,
    );
    expect(below).toMatchObject({
      data: { viewer: { role: 'CASEWORKER' }, beneficiary: null },
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('of 100 ids returns 100 items in the same order, with null for unknown ids; more ids are refused', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }';
    expect(await client.data(query, { ids: [] })).toEqual({ nodes: [] });
    const ids = Array.from(
      { length: 100 },
      (_, place) =>
        [multiPage.person, `step_${none}`, multiPage.pathway, `nothing_${none}`][place % 4] as string,
    );
    const { nodes } = await client.data(query, { ids });
    expect(nodes.map((it: { id: string } | null) => it?.id)).toEqual(
      ids.map((id, place) => (place % 2 ? undefined : id)),
    );
    expect((await client.send(query, { ids: [...ids, multiPage.person] })).errors?.[0]?.message).toMatch(
      /At most 100/,
    );
  });

  it('of type String accepts any text except U+0000, which is refused with BAD_USER_INPUT', async () => {
    const search = 'query ($text: String) { beneficiaries(filter: { search: $text }) { totalCount } }';
    const slug = 'query ($text: String!) { partner(slug: $text) { id } }';
    for (const text of [
      "'",
      '"',
      '\\',
      '%',
      '_',
      '$1',
      '\u{10FFFF}',
      '\uD800',
      '\uFFFF',
      '\u202e',
      'x'.repeat(50_000),
      '\0',
      'é\0',
    ]) {
      const code = text.includes('\0') ? 'BAD_USER_INPUT' : undefined;
      const found = await client.send(search, { text });
      expect([text, found.errors?.[0]?.extensions?.['code']]).toEqual([text, code]);
      const { data, errors } = await client.send(slug, { text });
      expect([text, data, errors?.[0]?.extensions?.['code']]).toEqual([text, { partner: null }, code]);
    }
    expect((await client.data(search, { text: 'd%n' })).beneficiaries.totalCount).toBe(0);
  });

  it('that is a cursor from before a restore is refused with CURSOR_EXPIRED, whatever fields are selected', async () => {
    const cursor = Buffer.from(JSON.stringify(['EVENT', 'another epoch', '10', none])).toString('base64url');
    for (const side of ['after', 'before']) {
      for (const fields of [
        'nodes { kind }',
        'pageInfo { hasNextPage }',
        'pageInfo { hasPreviousPage hasNextPage }',
      ]) {
        for (const mixed of ['', '__schema { queryType { name } }']) {
          const query = `{ ${mixed} referralEvents(first: 3, ${side}: "${cursor}") { ${fields} } }`;
          const { errors } = await client.send(query);
          expect([query, errors?.[0]?.extensions?.['code']]).toEqual([query, 'CURSOR_EXPIRED']);
        }
      }
    }
  });
});

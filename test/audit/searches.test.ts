import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLInputType, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { Client, type Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';

const found = 'beneficiaries(filter: { search: "dup" })';

describe('a search about persons', () => {
  const hub = testHub();
  let partner: SeededPartner;
  let member: SeededMember;
  let client: Client;
  let officer: Client;

  beforeAll(async () => {
    ({ partner, member, client } = await hub.town.caseworker());
    officer = (await hub.town.signedIn(partner, 'DATA_PROTECTION_OFFICER')).client;
    for (const firstName of ['Ana', 'Bea', 'Cleo']) {
      await registerPerson(client, { firstName, lastName: 'Dupont' });
    }
    await registerPerson(client, { firstName: 'Zoe', lastName: 'Zola' });
  });
  beforeEach(() => hub.owner('delete from budget'));

  const entries = async () => {
    const query =
      '{ auditTrail(first: 100) { nodes { via operation found beneficiaries member { name } } } }';
    return (await officer.data(query)).auditTrail.nodes as Data[];
  };
  /** How many persons each search found that an operation adds to the audit. */
  const searchesOf = async (work: () => Promise<unknown>): Promise<number[]> => {
    const before = (await hub.owner<{ id: string }>('select id from audit.head'))[0]?.id;
    await work();
    const rows = await hub.owner<{ found: number }>(
      "select found from audit.entry where id > $1 and via = 'SEARCH' order by found",
      [before],
    );
    return rows.map((row) => row.found);
  };
  const cursor = (name: string) =>
    Buffer.from(
      JSON.stringify(['BENEFICIARY_NAME', '', name, '00000000-0000-7000-8000-000000000000']),
    ).toString('base64url');

  it.each([
    ['totalCount', `{ ${found} { totalCount } }`, [3]],
    ['totalCount that is 0', '{ beneficiaries(filter: { search: "dupond" }) { totalCount } }', [0]],
    ['pageInfo', `{ ${found} { pageInfo { hasNextPage } } }`, [3]],
    [
      'pageInfo by its cursors',
      `{ beneficiaries(filter: { search: "dup" }, first: 1) { pageInfo { endCursor } } }`,
      [3],
    ],
    ['__typename', `{ ${found} { __typename } }`, [3]],
    ['__typename of pageInfo', `{ ${found} { pageInfo { __typename } } }`, [3]],
    ['rows', `{ ${found} { nodes { id } } }`, [3]],
    [
      'a page of rows',
      '{ beneficiaries(filter: { search: "dup" }, first: 2) { edges { node { id } } } }',
      [2],
    ],
    [
      'a page of rows with their number',
      '{ beneficiaries(filter: { search: "dup" }, first: 2) { totalCount nodes { id } } }',
      [3],
    ],
    ['rows that are none', '{ beneficiaries(filter: { search: "dupond" }) { nodes { id } } }', [0]],
    [
      'a fragment',
      `{ ...a } fragment a on Query { ${found} { ...b } } fragment b on BeneficiaryConnection { totalCount }`,
      [3],
    ],
    [
      'two aliases',
      `{ a: ${found} { totalCount } b: beneficiaries(filter: { search: "zol" }) { totalCount } }`,
      [1, 3],
    ],
    ['a query beside introspection', `{ __schema { queryType { name } } ${found} { totalCount } }`, [3]],
    ['a district, too', '{ beneficiaries(filter: { search: "zola", district: NORTH }) { totalCount } }', [1]],
    [
      'the order of registration',
      '{ beneficiaries(filter: { search: "dup" }, orderBy: NEWEST) { totalCount } }',
      [3],
    ],
  ])('is in the audit, with what it found: by %s', async (_, query, counts) => {
    expect(await searchesOf(() => client.data(query))).toEqual(counts);
  });

  it.each([
    ['hasNextPage', (at: string) => `{ beneficiaries(after: "${at}") { pageInfo { hasNextPage } } }`, [1]],
    [
      'hasPreviousPage',
      (at: string) => `{ beneficiaries(after: "${at}") { pageInfo { hasPreviousPage } } }`,
      [1],
    ],
    [
      'before',
      (at: string) => `{ beneficiaries(before: "${at}", last: 5) { pageInfo { hasPreviousPage } } }`,
      [3],
    ],
    ['an empty page', () => `{ beneficiaries(after: "${cursor('zz')}") { nodes { id } } }`, [0]],
    [
      'rows, which are written down by themselves',
      (at: string) => `{ beneficiaries(after: "${at}") { nodes { id } } }`,
      [],
    ],
  ])('is also a cursor that a client has written itself: by %s', async (_, query, counts) => {
    expect(await searchesOf(() => client.data(query(cursor('e'))))).toEqual(counts);
  });

  it('is in the audit over WebSocket', async () => {
    const raw = await RawSocket.signedIn(hub.url, client.token);
    const counts = await searchesOf(async () => {
      raw.subscribe('search', `{ ${found} { totalCount } }`);
      await raw.message((it) => it.id === 'search');
    });
    raw.close();
    expect(counts).toEqual([3]);
  });

  it('is seen by the officer for data protection, without what was typed', async () => {
    await client.data('{ beneficiaries(filter: { search: "zol" }) { totalCount } }');
    expect((await entries())[0]).toEqual({
      ...{ via: 'SEARCH', operation: 'beneficiaries', found: 1, beneficiaries: [] },
      member: { name: expect.any(String) },
    });
    const [row] = await hub.owner<{ text: string }>(
      'select string_agg(e::text, chr(10)) as text from audit.entry e',
    );
    expect(row?.text).not.toMatch(/zol|dup/i);
    expect(
      (await client.data('{ auditTrail(first: 100) { nodes { via } } }')).auditTrail.nodes,
    ).not.toContainEqual({
      via: 'SEARCH',
    });
  });

  it('is no search without a name: lists, districts and texts without a letter', async () => {
    for (const args of [
      '',
      '(filter: { district: NORTH })',
      '(filter: { search: "%" })',
      '(orderBy: NEWEST)',
    ]) {
      const query = `{ beneficiaries${args} { totalCount } }`;
      expect([args, await searchesOf(() => client.data(query))]).toEqual([args, []]);
    }
  });

  it('keeps the chain whole', async () => {
    expect(await hub.owner('select broken from audit.verify()')).toEqual([{ broken: null }]);
  });

  describe('with few letters', () => {
    const short = (search: string) => `{ beneficiaries(filter: { search: "${search}" }) { totalCount } }`;
    const spend = () =>
      hub.owner(
        `insert into budget (member_id, full_at, kind) values ($1, now() + interval '1 hour', 'SHORT_SEARCHES')
         on conflict (member_id, kind) do update set full_at = excluded.full_at`,
        [member.key],
      );

    it.each([
      [
        'fr',
        /^Trop de recherches avec une ou deux lettres : tapez au moins 3 lettres du nom, ou réessayez dans \d+ min\.$/,
      ],
      [
        'en',
        /^Too many searches with one or two letters: type at least 3 letters of the name, or try again in \d+ min\.$/,
      ],
    ] as const)('is refused when there were too many, in words (%s)', async (language, words) => {
      await spend();
      const response = await new Client(hub.url, client.token, language).post({ query: short('du') });
      const { errors } = (await response.json()) as { errors: Data[] };
      expect(response.status).toBe(429);
      expect(errors[0]?.message).toMatch(words);
      expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
      expect(response.headers.get('retry-after')).toBe(String(errors[0]?.extensions.retryAfter));
    });

    it.each([
      ['two letters with a hyphen', short('d-u')],
      ['an alias', '{ a: beneficiaries(filter: { search: "x" }) { __typename } }'],
      [
        'a fragment',
        '{ ...a } fragment a on Query { beneficiaries(filter: { search: "x" }) { totalCount } }',
      ],
      ['a cursor', `{ beneficiaries(after: "${cursor('d')}") { pageInfo { hasNextPage } } }`],
    ])('counts by %s', async (_, query) => {
      await spend();
      expect((await client.send(query)).errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    });

    it.each([
      ['three letters', short('dup')],
      ['a list', '{ beneficiaries { totalCount } }'],
      ['a next page', `{ beneficiaries(after: "${cursor('d')}") { nodes { id } pageInfo { hasNextPage } } }`],
    ])('leaves %s alone', async (_, query) => {
      await spend();
      expect((await client.send(query)).errors).toBeUndefined();
    });

    it('has 200 an hour for a member', async () => {
      const hundred = `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: beneficiaries(filter: { search: "d" }) { __typename }`).join(' ')} }`;
      for (const _ of [1, 2]) expect((await client.send(hundred)).errors).toBeUndefined();
      expect((await client.send(hundred)).errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
      const colleague = (await hub.town.signedIn(partner, 'CASEWORKER')).client;
      expect((await colleague.send(short('d'))).errors).toBeUndefined();
    });
  });

  it('is possible in no other way: a query’s new argument of text or day must be looked at', () => {
    expect(conditions().sort()).toEqual([
      'Committee.analysis(input).period.from',
      'Committee.analysis(input).period.until',
      'Committee.indicators(period).from',
      'Committee.indicators(period).until',
      'Committee.indicatorsCsv(period).from',
      'Committee.indicatorsCsv(period).until',
      'Query.auditTrail(from)',
      'Query.auditTrail(until)',
      'Query.beneficiaries(filter).search',
      'Query.partner(slug)',
      'Query.roadmap(filter).dueBefore',
    ]);
  });
});

/** Every place in the schema's queries for a text or a day, by which a condition might be put on a person. */
function conditions(): string[] {
  const text = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  const schema = buildSchema(text, { assumeValidSDL: true });
  const within = (path: string, { type }: { readonly type: GraphQLInputType }): string[] => {
    const named = getNamedType(type);
    if (isInputObjectType(named)) {
      return Object.values(named.getFields()).flatMap((it) => within(`${path}.${it.name}`, it));
    }
    return ['String', 'Date', 'DateTime'].includes(named.name) ? [path] : [];
  };
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => type !== schema.getMutationType())
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .flatMap(({ type, field }) =>
      field.args
        .filter(({ name }) => name !== 'after' && name !== 'before')
        .flatMap((arg) => within(`${type.name}.${field.name}(${arg.name})`, arg)),
    );
}

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type GraphQLInputType, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { Client, type Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { RawSocket } from '../kit/raw-socket.js';
import { schema } from '../kit/schema.js';
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
    officer = (await hub.town.signedInMember(partner, 'DATA_PROTECTION_OFFICER')).client;
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
  /** Runs an operation; returns, for each search that it adds to the audit, the number of persons found. */
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
    ['countUpTo with its limit above the number', `{ ${found} { countUpTo(limit: 5) } }`, [3]],
    ['countUpTo with its limit below the number', `{ ${found} { countUpTo(limit: 2) } }`, [3]],
    [
      'a page of rows with countUpTo',
      '{ beneficiaries(filter: { search: "dup" }, first: 1) { countUpTo(limit: 2) nodes { id } } }',
      [3],
    ],
    ['totalCount that is 0', '{ beneficiaries(filter: { search: "duplessis" }) { totalCount } }', [0]],
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
      'a page of rows with totalCount',
      '{ beneficiaries(filter: { search: "dup" }, first: 2) { totalCount nodes { id } } }',
      [3],
    ],
    ['no rows', '{ beneficiaries(filter: { search: "duplessis" }) { nodes { id } } }', [0]],
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
    [
      'a query together with introspection',
      `{ __schema { queryType { name } } ${found} { totalCount } }`,
      [3],
    ],
    [
      'a name and a district',
      '{ beneficiaries(filter: { search: "zola", district: NORTH }) { totalCount } }',
      [1],
    ],
    [
      'the order of registration',
      '{ beneficiaries(filter: { search: "dup" }, orderBy: NEWEST) { totalCount } }',
      [3],
    ],
  ])('is recorded in the audit with the number of persons found: by %s', async (_, query, counts) => {
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
      'rows, which are recorded as shown persons',
      (at: string) => `{ beneficiaries(after: "${at}") { nodes { id } } }`,
      [],
    ],
  ])('is also a forged cursor: by %s', async (_, query, counts) => {
    expect(await searchesOf(() => client.data(query(cursor('e'))))).toEqual(counts);
  });

  it('is recorded in the audit over WebSocket', async () => {
    const raw = await RawSocket.signedIn(hub.url, client.token);
    const counts = await searchesOf(async () => {
      raw.subscribe('search', `{ ${found} { totalCount } }`);
      await raw.message((it) => it.id === 'search');
    });
    raw.close();
    expect(counts).toEqual([3]);
  });

  it('is visible to the data protection officer, without the search text', async () => {
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

  it('does not count as a search without a name: lists, districts and texts without a letter', async () => {
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

  it('keeps the audit chain valid', async () => {
    expect(await hub.owner('select broken from audit.verify()')).toEqual([{ broken: null }]);
  });

  describe('with one or two letters', () => {
    const short = (search: string) => `{ beneficiaries(filter: { search: "${search}" }) { totalCount } }`;
    const useUpLimit = () =>
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
    ] as const)('is refused above the limit, with a message in the language %s', async (language, words) => {
      await useUpLimit();
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
    ])('counts towards the limit: %s', async (_, query) => {
      await useUpLimit();
      expect((await client.send(query)).errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    });

    it.each([
      ['three letters', short('dup')],
      ['a list', '{ beneficiaries { totalCount } }'],
      ['a next page', `{ beneficiaries(after: "${cursor('d')}") { nodes { id } pageInfo { hasNextPage } } }`],
    ])('does not limit %s', async (_, query) => {
      await useUpLimit();
      expect((await client.send(query)).errors).toBeUndefined();
    });

    it('is limited to 200 per hour and member', async () => {
      const hundred = `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: beneficiaries(filter: { search: "d" }) { __typename }`).join(' ')} }`;
      for (const _ of [1, 2]) expect((await client.send(hundred)).errors).toBeUndefined();
      expect((await client.send(hundred)).errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
      const colleague = (await hub.town.signedInMember(partner, 'CASEWORKER')).client;
      expect((await colleague.send(short('d'))).errors).toBeUndefined();
    });
  });

  it('is possible only by the known text and date arguments: check each new one before adding it here', () => {
    // A referral's reference is a number that the hub assigns; services are public.
    expect(conditions().sort()).toEqual([
      'Beneficiary.referrals(filter).reference',
      'Beneficiary.referrals(filter).search',
      'Committee.analysis(input).filter.values.key',
      'Committee.analysis(input).period.from',
      'Committee.analysis(input).period.until',
      'Committee.analysis(input).release',
      'Committee.indicators(period).from',
      'Committee.indicators(period).until',
      'Committee.indicators(release)',
      'Committee.indicatorsCsv(period).from',
      'Committee.indicatorsCsv(period).until',
      'Committee.indicatorsCsv(release)',
      'Query.auditTrail(from)',
      'Query.auditTrail(until)',
      'Query.beneficiaries(filter).birthDate',
      'Query.beneficiaries(filter).phone',
      'Query.beneficiaries(filter).search',
      'Query.partner(slug)',
      'Query.referrals(filter).reference',
      'Query.referrals(filter).search',
      'Query.roadmap(filter).dueBefore',
      'Query.services(filter).search',
      'Referral.laterReferrals(filter).reference',
      'Referral.laterReferrals(filter).search',
    ]);
  });
});

/** All text and date arguments of the schema's queries: each could be used as a condition on persons. */
function conditions(): string[] {
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

import { beforeAll, describe, expect, it } from '@jest/globals';
import { type BulkFixture, bulkFixture } from '../kit/bulk-fixture/index.js';
import type { Client, Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';

describe('a selection', () => {
  const hub = testHub();
  let client: Client;
  let multiPage: BulkFixture['multiPage'];
  let partner: { id: string; slug: string };

  beforeAll(async () => {
    const made = await bulkFixture(hub, 3, 20);
    const [viewer] = made.viewers as [BulkFixture['viewers'][0]];
    client = await hub.as(viewer);
    ({ multiPage } = made);
    partner = viewer.partner;
  });

  it('includes the fields of named and inline fragments that apply to the type', async () => {
    const data = await client.data(
      `query ($id: ID!) { node(id: $id) { ...OnNode ... on Pathway { status } ... on Beneficiary { district ...Names } ... { __typename } } }
       fragment OnNode on Node { id ...Names ... on Node { key: id } }
       fragment Names on Beneficiary { firstName ... on Node { same: id } }`,
      { id: multiPage.person },
    );
    expect(Object.keys(data.node)).toEqual(['id', 'firstName', 'same', 'key', 'district', '__typename']);
    expect(data.node).toMatchObject({
      id: multiPage.person,
      key: multiPage.person,
      same: multiPage.person,
      __typename: 'Beneficiary',
    });
  });

  it('applies @skip and @include with literals, variables and defaults', async () => {
    const query = `query ($yes: Boolean = true, $no: Boolean!) {
      viewer @include(if: $yes) { role @skip(if: $no) o: role @skip(if: true) partner @include(if: $no) { id }
        ...Own @include(if: $yes) ... @skip(if: $yes) { gone: role } member @skip(if: $no) @include(if: $yes) { name @skip(if: true) } }
      partners @skip(if: $yes) { nodes { id } }
    } fragment Own on Viewer { __typename }`;
    expect(await client.data(query, { no: false })).toEqual({
      viewer: { role: 'CASEWORKER', __typename: 'Viewer', member: {} },
    });
    expect(Object.keys(await client.data(query, { no: false, yes: false }))).toEqual(['partners']);
    expect(await client.data('{ viewer @skip(if: true) { role } }')).toEqual({});
  });

  it('returns a field for each alias, with its own arguments', async () => {
    const { node, ...roots } = await client.data(
      `query ($id: ID!, $two: Int) {
        node(id: $id) { ... on Pathway { steps(first: 3) { nodes { id } } last: steps(last: $two) { nodes { id } }
          newest: steps(orderBy: NEWEST, first: $two) { nodes { id } } all: steps(first: 100) { totalCount nodes { id } } } }
        o: viewer { o: role t1: role data: role rank: role total: role s: role f: role w: role }
        viewer { __proto__: role constructor: role }
      }`,
      { id: multiPage.pathway, two: 2 },
    );
    const all = node.all.nodes;
    expect(node.all.totalCount).toBe(all.length);
    expect(node.steps.nodes).toEqual(all.slice(0, 3));
    expect(node.last.nodes).toEqual(all.slice(-2));
    expect(node.newest.nodes).toEqual(all.slice(-2).reverse());
    const role = 'CASEWORKER';
    expect(roots.o).toEqual({
      o: role,
      t1: role,
      data: role,
      rank: role,
      total: role,
      s: role,
      f: role,
      w: role,
    });
    expect(JSON.stringify(roots.viewer)).toBe(`{"__proto__":"${role}","constructor":"${role}"}`);
  });

  it('merges selections of the same response key in several places', async () => {
    const data = await client.data(
      `query ($id: ID!) { beneficiary(id: $id) { pathways(first: 1) { nodes { id partner { slug } } } ...More }
         beneficiary(id: $id) { pathways(first: 1) { totalCount nodes { partner { kind slug } } } } }
       fragment More on Beneficiary { pathways(first: 1) { nodes { partner { name } objective } pageInfo { hasNextPage } } }`,
      { id: multiPage.person },
    );
    const { pathways } = data.beneficiary;
    expect(Object.keys(pathways)).toEqual(['nodes', 'pageInfo', 'totalCount']);
    expect(Object.keys(pathways.nodes[0])).toEqual(['id', 'partner', 'objective']);
    expect(Object.keys(pathways.nodes[0].partner)).toEqual(['slug', 'name', 'kind']);
  });

  it('of only totalCount or pageInfo returns one object, also without rows', async () => {
    const data = await client.data(
      `{ partners { pageInfo { hasPreviousPage __typename } } pathways { totalCount pageInfo { hasPreviousPage } }
         referralEvents { __typename pageInfo { startCursor @skip(if: true) } } beneficiaries(last: 2) { pageInfo { hasNextPage } } }`,
    );
    expect(data).toEqual({
      partners: { pageInfo: { hasPreviousPage: false, __typename: 'PageInfo' } },
      pathways: { totalCount: expect.any(Number), pageInfo: { hasPreviousPage: false } },
      referralEvents: { __typename: 'ReferralEventConnection', pageInfo: {} },
      beneficiaries: { pageInfo: { hasNextPage: false } },
    });
  });

  it('of countUpTo counts the whole list and stops at its limit', async () => {
    const counted = async (list: string) => {
      const { it } = await client.data(`{ it: ${list} {
        totalCount one: countUpTo(limit: 1) two: countUpTo(limit: 2) most: countUpTo(limit: 10000) } }`);
      expect([list, it.totalCount > 2]).toEqual([list, true]);
      expect([list, it]).toEqual([list, { totalCount: it.totalCount, one: 1, two: 2, most: it.totalCount }]);
    };
    await counted('beneficiaries');
    await counted('pathways(filter: { status: CLOSED }, first: 1)');
    await counted('referrals(last: 1)');
    await counted('beneficiaries(filter: { district: NORTH })');
    const { beneficiaries } = await client.data(
      'query ($n: Int!) { beneficiaries(filter: { search: "nobody" }) { countUpTo(limit: $n) nodes { id } } }',
      { n: 5 },
    );
    expect(beneficiaries).toEqual({ countUpTo: 0, nodes: [] });
  });

  it.each([0, -1, 10_001])('of countUpTo(limit: %i) is refused', async (limit) => {
    const { data, errors } = await client.send('query ($n: Int!) { pathways { countUpTo(limit: $n) } }', {
      n: limit,
    });
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ path: ['pathways'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('can be combined with introspection in one operation', async () => {
    const data = await client.data(
      `{ __typename __schema { queryType { name } } viewer { __typename role }
         __type(name: "Pathway") { name interfaces { name } } partner(slug: "${partner.slug}") { id } }`,
    );
    expect(JSON.stringify(data)).toBe(
      JSON.stringify({
        __typename: 'Query',
        __schema: { queryType: { name: 'Query' } },
        viewer: { __typename: 'Viewer', role: 'CASEWORKER' },
        __type: { name: 'Pathway', interfaces: [{ name: 'Node' }] },
        partner: { id: partner.id },
      }),
    );
  });

  it('belongs to the operation that operationName selects', async () => {
    const query =
      'query One { viewer { role } } query Two { partner(slug: "x") { id } } mutation Three { __typename }';
    const run = async (operationName?: string): Promise<Data> =>
      (await client.post({ query, operationName })).json();
    expect(await run('One')).toMatchObject({ data: { viewer: { role: 'CASEWORKER' } } });
    expect(await run('Two')).toMatchObject({ data: { partner: null } });
    expect(await run('Three')).toMatchObject({ data: { __typename: 'Mutation' } });
    for (const name of [undefined, 'Four']) expect((await run(name)).errors).toHaveLength(1);
  });

  it('treats a null argument like an absent one', async () => {
    const query = `query ($null: Int, $filter: PathwayFilter, $order: PathwayOrder) {
      a: pathways { nodes { id } } b: pathways(first: null, after: null, before: null, last: null, filter: null, orderBy: null) { nodes { id } }
      c: pathways(first: $null, filter: $filter, orderBy: $order) { nodes { id } } d: pathways(filter: { status: null, partner: null }) { nodes { id } } }`;
    const { a, b, c, d } = await client.data(query, { null: null });
    expect(a.nodes).toHaveLength(20);
    expect([b, c, d]).toEqual([a, a, a]);
  });

  it('is limited in depth and in the length of aliases', async () => {
    const nested = (levels: number) =>
      `{ node(id: "${multiPage.pathway}") { ... on Pathway { ${'beneficiary { pathways(first: 1) { nodes { '.repeat(levels)} id ${'} } }'.repeat(levels)} } } }`;
    // Depth: node, 4 × 3 levels, id: 14.
    let found = (await client.data(nested(4))).node;
    for (let level = 0; level < 4; level++) found = found.beneficiary.pathways.nodes[0];
    expect(found.id).toMatch(/^pathway_/);
    expect((await client.send(nested(5))).errors?.[0]?.message).toMatch(/depth is 17; at most 15/);

    const alias = 'a'.repeat(63);
    expect(await client.data(`{ viewer { ${alias}: role } }`)).toEqual({ viewer: { [alias]: 'CASEWORKER' } });
    expect((await client.send(`{ viewer { ${alias}a: role } }`)).errors?.[0]?.message).toMatch(/at most 63/);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { Client, Data } from '../kit/client.js';
import { expectSoon } from '../kit/figures.js';
import { sharedHub } from '../kit/hub.js';

const hub = sharedHub();
let client: Client;

beforeAll(async () => {
  ({ client } = await hub.town.caseworker());
});

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

async function answered(
  body: unknown,
): Promise<{ status: number; messages: string; codes: string[]; ms: number }> {
  const began = performance.now();
  const response = await client.post(body);
  const { errors = [] } = (await response.json()) as Data;
  return {
    status: response.status,
    messages: errors.map((it: Data) => it.message).join('\n'),
    codes: errors.map((it: Data) => it.extensions?.code),
    ms: performance.now() - began,
  };
}

/** Expects that the hub refuses a document within a second and gives the reason. */
async function refused(query: string, why: RegExp, variables = {}): Promise<void> {
  const { status, messages, codes, ms } = await answered({ query, variables });
  expect(messages).toMatch(why);
  expect(status).toBeLessThan(500);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
  expectSoon(ms, 1000);
}

describe('a request is refused within a second, with the reason, when it has', () => {
  it('a body over 256 KiB', async () => {
    const fits = await answered({ query: '{ viewer { role } }', variables: { x: 'x'.repeat(255 * 1024) } });
    expect(fits).toMatchObject({ status: 200, messages: '' });
    const { status, messages } = await answered({ query: '{ viewer { role } }', x: 'x'.repeat(256 * 1024) });
    expect(status).toBe(413);
    expect(messages).toMatch(/too large/i);
  });

  it('more than 4,000 tokens', () =>
    refused(`{ ${times(1400, () => 'viewer{role}')} }`, /more that 4000 tokens/));

  it('more than 15 levels', async () => {
    const deep = (levels: number) => `{ ${'viewer { '.repeat(levels - 1)} role ${'}'.repeat(levels)}`;
    await refused(deep(16), /depth is 16; at most 15/);
    await refused(`{ ...a } fragment a on Query ${deep(16)}`, /depth is 16/);
    expect((await answered({ query: deep(15) })).messages).not.toMatch(/depth/);
  });

  it('very deep nesting, of fields or of values', async () => {
    await refused(`{ ${'a{'.repeat(1300)} b ${'}'.repeat(1301)}`, /depth is 1301/);
    await refused(`{ node(id: ${'['.repeat(1000)}${']'.repeat(1000)}) { id } }`, /ID cannot represent/);
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const body = `{"query":"query($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${nested}}}`;
    const { status, messages } = await answered(body);
    expect(messages).toMatch(/invalid value|ID cannot represent/);
    expect(status).toBeLessThan(500);
  });

  it('1,000 aliases', () =>
    refused(`{ ${times(1000, (it) => `a${it}: viewer`)} }`, /aliases is 1000; at most 100/));

  it('too many fields through fragments', async () => {
    const level = (it: number) => `fragment f${it} on Query { ...f${it + 1} ...f${it + 1} }`;
    const doubling = `${times(30, level)} fragment f30 on Query { viewer { role } }`;
    await refused(`{ ...f0 } ${doubling}`, /fields is 2147483648; at most 1000/);
    const aliased = (it: number) => `fragment f${it} on Partner { a: id ...f${it + 1} ...f${it + 1} }`;
    await refused(
      `{ viewer { partner { ...f0 } } } ${times(30, aliased)} fragment f30 on Partner { slug }`,
      /aliases is \d+; at most 100/,
    );
    const inline = (it: number) => `fragment f${it} on Query { ... { ...f${it + 1} } ... { ...f${it + 1} } }`;
    await refused(`{ ...f0 } ${times(30, inline)} fragment f30 on Query { viewer { role } }`, /fields is/);
  });

  it('the same field many times', async () => {
    await refused(`{ ${times(990, () => 'viewer{role}')} }`, /fields is 1980/);
    await refused(`{ viewer { ${times(3900, () => 'role')} } }`, /fields is 3901/);
    await refused(`{ ${times(350, (it) => `x: partner(slug: "${it}") { id }`)} }`, /aliases is 350/);
  });

  it('fragments that spread themselves', async () => {
    await refused(
      '{ ...a } fragment a on Query { viewer { role } ...a }',
      /Cannot spread fragment "a" within itself/,
    );
    const ring = times(400, (it) => `fragment f${it} on Query { ...f${(it + 1) % 400} }`);
    await refused(`{ ...f0 } ${ring}`, /Cannot spread fragment/);
    await refused(
      '{ ...a } fragment a on Query { ...b ...b } fragment b on Query { ...a ...a }',
      /Cannot spread fragment/,
    );
  });

  it('500 directives', async () => {
    await refused(`{ viewer { role ${'@include(if: true) '.repeat(500)} } }`, /can only be used once/);
    await refused(`{ viewer { role ${times(500, (it) => `@no${it}`)} } }`, /Unknown directive/);
    await refused(
      `{ viewer { ${'role @include(if: true) '.repeat(150)} } }`,
      /directives is 150; at most 100/,
    );
  });

  it('more than 100 ids', async () => {
    const id = `partner_${'00000000-0000-7000-8000-000000000000'}`;
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    await refused(query, /At most 100 ids/, { ids: Array(101).fill(id) });
    await refused(query, /At most 100 ids/, { ids: Array(5000).fill(id) });
    const { nodes } = await client.data(query, { ids: Array(100).fill(id) });
    expect(nodes).toEqual(Array(100).fill(null));
  });

  it('several operations in a batch', async () => {
    const one = { query: '{ viewer { role } }' };
    const { status, messages } = await answered([one, one]);
    expect(status).toBe(400);
    expect(messages).toMatch(/batch/i);
  });

  it('an alias that PostgreSQL would truncate', async () => {
    const alias = 'a'.repeat(63);
    expect(await client.data(`{ ${alias}: viewer { role } }`)).toEqual({ [alias]: { role: 'CASEWORKER' } });
    await refused(`{ ${alias}a: viewer { role } }`, /alias may have at most 63 characters/);
  });

  it('cyclic introspection', () =>
    refused(
      '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }',
      /Maximum introspection depth exceeded/,
    ));
});

describe('the length of a list is limited for', () => {
  const ids = (count: number) => times(count, () => `"partner_00000000-0000-7000-8000-000000000000"`);
  it.each<[string, string, RegExp, object?]>([
    ['a huge `first`', '{ partners(first: 2147483647) { nodes { id } } }', /between 1 and 100|at most 50000/],
    [
      'a huge `first` in a variable',
      'query ($n: Int) { partners(first: $n) { nodes { id } } }',
      /between 1 and 100|at most 50000/,
      { n: 100000 },
    ],
    ['a number beyond 32 bits', '{ partners(first: 99999999999) { nodes { id } } }', /32-bit/],
    [
      'nested lists',
      '{ pathways(first: 100) { nodes { steps(first: 100) { nodes { pathway { steps(first: 100) { nodes { id } } } } } } } }',
      /at most 50000 are allowed/,
    ],
    ['many ids', `{ nodes(ids: [${ids(500)}]) { id } }`, /100 ids/],
  ])('%s', (_, query, why, ...variables) => refused(query, why, ...variables));

  it('cycles of persons and pathways', () =>
    refused(
      `{ beneficiaries(first: 50) { nodes { pathways(first: 50) { nodes { beneficiary { pathways(first: 50) { nodes { id } } } } } } } }`,
      /at most 50000 are allowed/,
    ));
});

it('GraphiQL’s introspection is within the limits', async () => {
  const query = getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true });
  const { __schema } = await client.data(query);
  expect(__schema.queryType.name).toBe('Query');
  expect(__schema.types.length).toBeGreaterThan(50);
});

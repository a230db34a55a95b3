import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CompositionError, compose, type PartnerSubgraph } from '../../gateway/dist/compose.js';

/** The entities of the hub, by their keys. */
const keys: Readonly<Record<string, readonly string[]>> = {
  Partner: ['id', 'slug'],
  Member: ['id'],
  Beneficiary: ['id', 'ftReference'],
  Pathway: ['id'],
  Referral: ['id'],
  Service: ['id'],
};
const federation = 'https://specs.apollo.dev/federation/v2.9';
const links = (imports: string) => `extend schema @link(url: "${federation}", import: [${imports}])`;

/** The hub's definitions as a subgraph. */
function hubDefinitions(): string {
  let sdl = readFileSync('schema.graphql', 'utf8').replace('type PageInfo {', 'type PageInfo @shareable {');
  for (const [type, fields] of Object.entries(keys)) {
    const declared = fields.map((field) => `@key(fields: "${field}")`).join(' ');
    sdl = sdl.replace(`type ${type} implements Node`, (found) => `${found} ${declared}`);
  }
  sdl = sdl.replace(/type Beneficiary implements Node[^{]*{/, '$&\n  ftReference: ID @inaccessible\n');
  return `${links('"@key", "@shareable", "@inaccessible"')}\n${sdl}`;
}

const hub = { name: 'hub', url: 'http://hub.test/graphql', sdl: hubDefinitions() };
const partner = (body: string, changes: Partial<PartnerSubgraph> = {}): PartnerSubgraph => ({
  name: 'france-travail',
  prefix: 'ft',
  url: 'http://ft.test/graphql',
  sdl: `${links('"@key", "@shareable", "@inaccessible", "@tag"')}\n${body}`,
  ...changes,
});

/** The lines of the refusal; empty when the definitions compose. */
function refused(...partners: PartnerSubgraph[]): string[] {
  try {
    expect(compose(hub, partners)).toContain('@join__graph(name: "hub"');
    return [];
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    return error.message.split('\n');
  }
}

describe('the definitions of a partner', () => {
  it.each([
    [
      'fields on Query',
      'type Query { ftOffers(district: String): [FtOffer!] } type FtOffer { title: String! }',
    ],
    [
      'fields on an entity',
      'type Service @key(fields: "id") { id: ID! ftSeats: [FtSeat!] } type FtSeat { at: String! }',
    ],
    [
      'fields on a person, by its own reference',
      'type Beneficiary @key(fields: "ftReference") { ftReference: ID ftAppointments: Int }',
    ],
    ['an extended type', 'extend type Partner @key(fields: "id") { id: ID! ftOffers: Int }'],
    [
      'a reference to an entity',
      'type Query { ftHost: Partner } type Partner @key(fields: "id", resolvable: false) { id: ID! }',
    ],
    [
      'an entity of its own with two keys',
      'type Query { ftOffer: FtOffer } type FtOffer @key(fields: "id") @key(fields: "code") { id: ID! code: ID! }',
    ],
    [
      '@tag, @inaccessible and @shareable on its own',
      'type Query { ftA: FtOffer @tag(name: "x") ftB: Int @inaccessible } type FtOffer @shareable { id: ID! }',
    ],
    [
      'its own enums, inputs, unions, interfaces and scalars',
      'type Query { ftA(in: FtIn): FtU ftB: FtI ftC: FtS ftD: FtE } input FtIn { a: Int } union FtU = FtX type FtX implements FtI { a: Int } interface FtI { a: Int } scalar FtS enum FtE { A }',
    ],
  ])('may add %s', (_, body) => {
    expect(refused(partner(body))).toEqual([]);
  });

  it.each([
    ['a mutation', 'type Mutation { ftBook: Int }', 'Mutation'],
    ['a subscription', 'type Subscription { ftBooked: Int }', 'Subscription'],
    ['another root type', 'schema { query: FtRoot } type FtRoot { ftA: Int }', 'query: FtRoot'],
    ['a type without its prefix', 'type Offer { a: Int } type Query { ftA: Offer }', 'Offer'],
    ['a type whose name only begins alike', 'type Ftx { a: Int }', 'Ftx'],
    ['a field without its prefix', 'type Query { offers: Int }', 'Query.offers'],
    ['node', 'type Query { node(id: ID!): Int }', 'Query.node'],
    ['a list of entities that are not nullable', 'type Query { ftA: [Partner!] }', 'Query.ftA'],
    [
      'an entity of the hub that is not nullable, in its own type',
      'type Query { ftA: FtA } type FtA { host: Partner! }',
      'FtA.host',
    ],
    ['a field that is not nullable', 'type Query { ftA: Int! }', 'Query.ftA'],
    ['an enum of the hub', 'enum District { NORTH CENTRE } type Query { ftA: District }', 'District'],
    ['an interface of the hub', 'interface Node { id: ID! } type FtA implements Node { id: ID! }', 'Node'],
    ['an input of the hub', 'extend input OpenPathwayInput { ftA: Int }', 'OpenPathwayInput'],
    ['a type of the hub that is no entity', 'type Committee { ftA: Int }', 'Committee'],
    ['an entity without its key', 'type Beneficiary { id: ID! ftA: Int }', 'Beneficiary'],
    [
      'an entity by another key',
      'type Beneficiary @key(fields: "firstName") { firstName: String ftA: Int }',
      'Beneficiary',
    ],
    [
      'an entity by two keys',
      'type Partner @key(fields: "id") @key(fields: "slug") { id: ID! slug: String! ftA: Int }',
      'Partner',
    ],
    [
      'fields on a person, by the id',
      'type Beneficiary @key(fields: "id") { id: ID! ftA: Int }',
      'Beneficiary is refused by the hub: the hub gives it the key "ftReference"',
    ],
    ['a list of persons', 'type Query { ftToday: [Beneficiary] }', 'Beneficiary in Query'],
    [
      'a person in its own type, union or interface',
      'type Query { ftA: FtU } union FtU = FtA | Beneficiary type FtA { referral: Referral } interface FtI { of: Pathway }',
      'Beneficiary in FtU is refused by the hub',
    ],
    [
      'a key of another type than the hub’s',
      'type Partner @key(fields: "id") { id: ID ftA: Int }',
      'Partner.id: ID is refused by the hub: in the hub it has the type ID!',
    ],
    ['fields on a pathway', 'type Pathway @key(fields: "id") { id: ID! ftA: Int }', 'Pathway'],
    ['fields on a referral', 'extend type Referral @key(fields: "id") { id: ID! ftA: Int }', 'Referral'],
    [
      'a field of the hub',
      'type Beneficiary @key(fields: "ftReference") { ftReference: ID lastName: String }',
      'Beneficiary.lastName',
    ],
    [
      'a hidden type of the hub',
      'type Beneficiary @key(fields: "ftReference") @inaccessible { ftReference: ID ftA: Int }',
      '@inaccessible',
    ],
    [
      'a hidden key of the hub',
      'type Beneficiary @key(fields: "ftReference") { ftReference: ID @inaccessible ftA: Int }',
      '@inaccessible',
    ],
  ])('may not have %s', (_, body, named) => {
    const lines = refused(partner(body));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^france-travail: .* is refused by the hub: /);
    expect(lines.join('\n')).toContain(named);
  });

  it.each([
    'override(from: "hub")',
    'requires(fields: "lastName")',
    'external',
    'provides(fields: "id")',
    'interfaceObject',
    'authenticated',
  ])('may not use @%s, under any name', (directive) => {
    const [name = ''] = directive.split('(');
    const used = `type Beneficiary @key(fields: "ftReference") { ftReference: ID ftA: Int @${directive} }`;
    expect(refused(partner('', { sdl: `${links(`"@key", "@${name}"`)}\n${used}` })).join('\n')).toContain(
      `@${name}`,
    );
    const renamed = `${links(`"@key", { name: "@${name}", as: "@tag" }`)}\n${used.replace(`@${name}`, '@tag')}`;
    expect(refused(partner('', { sdl: renamed })).join('\n')).toContain('under their own names');
    const qualified = `${links('"@key"')}\n${used.replace(`@${name}`, `@federation__${name}`)}`;
    expect(refused(partner('', { sdl: qualified })).join('\n')).toContain(`@federation__${name}`);
  });

  it('may link nothing but the specification of federation', () => {
    const other =
      'extend schema @link(url: "https://specs.apollo.dev/connect/v0.2", import: ["@connect"])\ntype Query { ftA: Int }';
    expect(refused(partner('', { sdl: other })).join('\n')).toContain('@link');
    const renamed = `extend schema @link(url: "${federation}", as: "f", import: ["@key"])\ntype Query { ftA: Int }`;
    expect(refused(partner('', { sdl: renamed })).join('\n')).toContain('"as" is not permitted');
  });
});

describe('a composition', () => {
  it('keeps the hub’s descriptions of its types and keys, and the partner’s of its own fields', () => {
    const described = partner(
      '"Replaced" type Partner @key(fields: "id") { "Replaced" id: ID! "Offers of a partner" ftOffers: Int }',
    );
    const supergraph = compose(hub, [described]);
    expect(supergraph).not.toContain('Replaced');
    expect(supergraph).toContain('Offers of a partner');
    expect(supergraph).toContain('An organisation that takes part in the hub');
  });

  it('names both sides of what does not fit', () => {
    const offers = partner('type Query { ftOffers: FtOffer } type FtOffer { id: ID! }');
    const other = partner('type Query { ftOffers: Int }', { name: 'ft-two', prefix: 'ftx' });
    expect(refused(offers, other)[0]).toMatch(/^ft-two: Query.ftOffers is refused by the hub/);
    expect(refused(offers, partner('', { name: 'ft-two', sdl: offers.sdl }))[0]).toMatch(
      /ft-two.*france-travail/,
    );
  });

  it('refuses a prefix that is not one, or with which names of the hub begin', () => {
    for (const prefix of ['', 'F', 'ft1', 'f t', 'abcdefghijklm'])
      expect(refused(partner('type Query { a: Int }', { prefix }))[0]).toContain(
        '2 to 12 lower-case letters',
      );
    expect(refused(partner('type Query { clauseA: Int }', { prefix: 'clause' }))[0]).toMatch(
      /the hub has clauseContracts/,
    );
  });

  it('needs the partner’s reference in the hub, for persons', () => {
    const other = partner('type Beneficiary @key(fields: "id") { id: ID! xyA: Int }', { prefix: 'xy' });
    expect(refused(other).join('\n')).toMatch(/Beneficiary is refused by the hub: .* keeps no "xyReference"/);
  });

  it('says where definitions cannot be read, and at most ten lines', () => {
    expect(refused(partner('', { sdl: 'type Query {\n  ftA: Int\n' }))[0]).toMatch(
      /^france-travail: its definitions cannot be read: line 3/,
    );
    const many = Array.from({ length: 30 }, (_, i) => `a${i}: Int`).join(' ');
    const lines = refused(partner(`type Query { ${many} }`));
    expect([lines.length, lines.at(-1)]).toEqual([10, 'and 21 more']);
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { expectSoon, figure } from '../kit/figures.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { statementsOf } from '../kit/statements.js';
import { openPathway, registerPerson } from '../kit/town.js';
import {
  federated,
  fieldsWith,
  gatewayHeaders as gateway,
  keysOf,
  objectsOf,
  sdlOf,
  gatewaySecret as secret,
} from './gateway-client.js';

const hub = testHub({ HUB_GATEWAY_SECRET: secret });

const keysOfTypes: Readonly<Record<string, readonly string[]>> = {
  Partner: ['id', 'slug'],
  Member: ['id'],
  Beneficiary: ['id'],
  Pathway: ['id'],
  Referral: ['id'],
  Service: ['id'],
};
const types = Object.keys(keysOfTypes);

const roles = [
  'CASEWORKER',
  'PARTNER_ADMINISTRATOR',
  'COORDINATOR',
  'CLAUSE_FACILITATOR',
  'COMMITTEE_MEMBER',
  'DATA_PROTECTION_OFFICER',
] as const;

const selection = `
  __typename
  ... on Partner { id slug name }
  ... on Member { id name partner { slug } }
  ... on Beneficiary { id firstName lastName referent { slug } }
  ... on Pathway { id objective beneficiary { id lastName } }
  ... on Referral { id reference state: status person: beneficiary { id lastName } }
  ... on Service { id name partner { slug } }`;

const entitiesQuery = `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;
const nodeQuery = `query ($id: ID!) { node(id: $id) { ${selection} } }`;

async function entities(client: Client, of: readonly object[]): Promise<Data[]> {
  const { data, errors } = await federated(client, entitiesQuery, { of });
  expect(errors).toBeUndefined();
  return data._entities;
}

async function withoutViewer(query: string, headers: Record<string, string> = gateway): Promise<Response> {
  return fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

const inventedId = (type: string) => `${type.charAt(0).toLowerCase()}${type.slice(1)}_${randomUUID()}`;

let fixture: FullFixture;
let client: Client;
beforeAll(async () => {
  fixture = await fullFixture(hub.town);
  ({ client } = fixture.referent);
});

describe('the SDL', () => {
  it('is that of a Federation 2 subgraph: keys, shareable, inaccessible', async () => {
    const sdl = await sdlOf(hub.url);
    expect(keysOf(sdl)).toEqual(keysOfTypes);
    const shareable = objectsOf(sdl).filter((it) =>
      it.directives?.some(({ name }) => name.value === 'shareable'),
    );
    expect(shareable.map((it) => it.name.value)).toEqual(['PageInfo']);
    expect(fieldsWith(sdl, 'Query', 'inaccessible')).toEqual(['node', 'nodes']);
    expect(sdl).toContain('@link(url: "https://specs.apollo.dev/federation/v2.3"');
    expect(sdl).not.toMatch(/_entities|_service|_Any|_Entity/);
  });
});

describe('without the credential', () => {
  it.each([
    ['none', {}],
    ['a wrong one', { 'x-hub-gateway': `${secret}!` }],
    ['an empty one', { 'x-hub-gateway': '' }],
  ])('%s: the fields are unknown, as an invented field is', async (_, headers: Record<string, string>) => {
    for (const field of ['_service { sdl }', '_entities(representations: []) { __typename }']) {
      const [ours, invented] = await Promise.all(
        [field, field.replace('_', '_x')].map(async (it) =>
          (await client.post({ query: `{ ${it} }` }, headers)).json(),
        ),
      );
      expect(ours).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
      const renamed = JSON.stringify(ours).replaceAll(/_(?=service|entities)/g, '_x');
      expect(renamed).toBe(JSON.stringify(invented));
    }
    const introspection = await client.post(
      { query: '{ __schema { types { name fields { name } } } }' },
      headers,
    );
    expect(await introspection.text()).not.toMatch(/"_(service|entities|Service|Entity|Any)"/);
    expect((await withoutViewer('{ _service { sdl } }', headers)).status).toBe(401);
  });

  it('a hub without a secret has no such fields, whatever the header says', async () => {
    const other = await hub.startAnother({ HUB_GATEWAY_SECRET: '' });
    const member = await other.as(fixture.referent.member);
    const response = await member.post({ query: '{ _service { sdl } }' }, gateway);
    expect(await response.text()).toContain('GRAPHQL_VALIDATION_FAILED');
    expect((await fetch(`${other.url}/graphql?query={_service{sdl}}`, { headers: gateway })).status).toBe(
      401,
    );
  });
});

describe('with the credential', () => {
  it('without a viewer answers nothing but the SDL', async () => {
    for (const query of ['{ _entities(representations: []) { __typename } }', '{ viewer { role } }']) {
      const response = await withoutViewer(query);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('GRAPHQL_VALIDATION_FAILED');
    }
  });

  it('refuses a token that is not valid, also for the SDL', async () => {
    const headers = { ...gateway, authorization: 'Bearer invented' };
    expect((await withoutViewer('{ _service { sdl } }', headers)).status).toBe(401);
  });

  it('answers ordinary operations of a viewer as without it', async () => {
    const query = '{ viewer { role partner { slug } } partners { nodes { slug } } }';
    expect((await federated(client, query)).data).toEqual(await client.data(query));
  });
});

describe('_entities', () => {
  it('gives what node gives the same viewer, for every role and type', async () => {
    const { seed } = randomFrom('ENTITIES_SEED');
    const strange = await hub.town.caseworker();
    const strangePerson = await registerPerson(strange.client);
    const strangePathway = await openPathway(strange.client, strangePerson);
    const withdrawn = await registerPerson(client);
    const agreement = validInput.recordSharingAgreement(withdrawn, fixture.other.partner);
    const sharing = await runCommand(client, 'recordSharingAgreement', agreement);
    await runCommand(client, 'withdrawSharing', { sharing: sharing.id });
    const [kept, merged] = [await registerPerson(client), await registerPerson(client)];
    await runCommand(client, 'mergeBeneficiaries', validInput.mergeBeneficiaries(kept, merged));
    const { ids } = fixture as unknown as { ids: Record<string, readonly string[]> };
    const existing = [
      ...types.flatMap((type) => (ids[type] ?? []).map((id) => ({ __typename: type, id }))),
      ...[fixture.referent, fixture.other, strange].flatMap(({ partner, member }) => [
        { __typename: 'Partner', id: partner.id },
        { __typename: 'Member', id: `member_${member.key}` },
      ]),
      { __typename: 'Beneficiary', id: strangePerson },
      { __typename: 'Pathway', id: strangePathway },
      { __typename: 'Beneficiary', id: withdrawn },
      { __typename: 'Beneficiary', id: merged },
    ];
    const viewers = [strange.client, client, fixture.other.client, fixture.facilitator.client];
    for (const role of roles)
      for (const { partner } of [fixture.referent, fixture.other])
        viewers.push((await hub.town.signedInMember(partner, role)).client);

    const reference = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...existing) },
      fc.constantFrom(...types).map((type) => ({ __typename: type, id: inventedId(type) })),
      fc
        .tuple(fc.constantFrom(...types), fc.constantFrom(...existing))
        .map(([__typename, { id }]) => ({ __typename, id })),
      fc.record({ __typename: fc.constantFrom(...types, 'Step', 'Query', '__proto__'), id: fc.string() }),
      fc.record({ __typename: fc.constantFrom(...types), id: fc.constantFrom<unknown>(7, null, {}, 'a\0b') }),
    );
    const answers = { shown: 0, hidden: 0 };
    const property = fc.asyncProperty(
      fc.constantFrom(...viewers),
      fc.array(reference, { minLength: 1, maxLength: 6 }),
      async (viewer, of) => {
        // node first: it records the opening of a referral.
        const expected = [];
        for (const { __typename, id } of of) {
          const own = existing.some((it) => it.__typename === __typename && it.id === id);
          expected.push(own ? (await viewer.data(nodeQuery, { id })).node : null);
        }
        expect(await entities(viewer, of)).toEqual(expected);
        for (const it of expected) answers[it ? 'shown' : 'hidden']++;
      },
    );
    await fc.assert(property, { seed, numRuns: 60 });
    expect(Math.min(answers.shown, answers.hidden)).toBeGreaterThan(0);
  });

  it('finds a partner by its slug', async () => {
    const { id, slug } = fixture.other.partner;
    const [found, absent, malformed] = await entities(client, [
      { __typename: 'Partner', slug },
      { __typename: 'Partner', slug: 'no-such-partner' },
      { __typename: 'Partner', slug: 'a\0b' },
    ]);
    expect(found).toMatchObject({ id, slug });
    expect([absent, malformed]).toEqual([null, null]);
  });

  it('reads 50 references of every type in one statement', async () => {
    const { ids } = fixture as unknown as { ids: Record<string, readonly string[]> };
    const known = types.flatMap((type) => (ids[type] ?? []).map((id) => ({ __typename: type, id })));
    const of = Array.from({ length: 50 }, (_, place) => known[place % known.length] as object);
    await entities(client, of);
    expect(await statementsOf(() => entities(client, of))).toHaveLength(1);
  });

  it('is refused above 100 references', async () => {
    const of = Array.from({ length: 101 }, () => ({ __typename: 'Partner', slug: 'any' }));
    const { errors } = await federated(client, entitiesQuery, { of });
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each(['Beneficiary', 'Pathway', 'Referral'] as const)('is audited as node is: %s', async (type) => {
    const [id] = fixture.ids[type];
    const entriesOf = async (work: () => Promise<unknown>) => {
      const [before] = await hub.owner<{ last: string }>(
        'select coalesce(max(id), 0) as last from audit.entry',
      );
      await work();
      return hub.owner<Record<string, unknown>>(
        `select member_id, partner_id, role, via, found, operation,
           array(select unnest(subjects) order by 1) as subjects
         from audit.entry where id > $1`,
        [before?.last],
      );
    };
    const asNode = await entriesOf(() => client.data(nodeQuery, { id }));
    expect(asNode).toHaveLength(1);
    expect(await entriesOf(() => entities(client, [{ __typename: type, id }]))).toEqual([
      { ...asNode[0], operation: '_entities' },
    ]);
    const stranger = await hub.town.caseworker();
    expect(await entriesOf(() => entities(stranger.client, [{ __typename: type, id }]))).toEqual([]);
  });

  it('answers for strangers’ persons in the time of invented ones', async () => {
    const strange = await hub.town.caseworker();
    const strangers: object[] = [];
    for (let n = 0; n < 20; n++)
      strangers.push({ __typename: 'Beneficiary', id: await registerPerson(strange.client) });
    const invented = strangers.map(() => ({ __typename: 'Beneficiary', id: inventedId('Beneficiary') }));
    const times: Record<'strangers' | 'invented', number[]> = { strangers: [], invented: [] };
    for (let round = 0; round < 30; round++) {
      for (const [name, of] of [
        ['strangers', strangers],
        ['invented', invented],
      ] as const) {
        const start = performance.now();
        expect(await entities(client, of)).toEqual(of.map(() => null));
        times[name].push(performance.now() - start);
      }
    }
    const median = (all: number[]) => all.toSorted((a, b) => a - b)[15] as number;
    const [theirs, none] = [median(times.strangers), median(times.invented)];
    expectSoon(theirs, none);
    figure('_entities: strangers’ persons, invented ids', `${theirs.toFixed(1)} ms, ${none.toFixed(1)} ms`);
  });
});

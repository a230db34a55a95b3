import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { pino } from 'pino';
import { Breaker, CircuitOpen, restTime } from '../../gateway/dist/breaker.js';
import { PartnerSystem } from '../../gateway/dist/partner-system.js';
import { PartnerTokens } from '../../gateway/dist/tokens.js';
import { Client, type Data } from '../kit/client.js';
import { address, link, newKey, runGateway, SpyService, testGateway } from './kit.js';

/** A hub of its own making: it has what a town has seldom, such as 250 partners and persons without a reference. */
const hubSdl = `${link('"@key", "@shareable", "@inaccessible"')}
type Query { viewer: Viewer! persons: [Beneficiary!]! partners: [Partner!]! page: PageInfo }
type Viewer { role: String! partner: Partner! }
type Partner @key(fields: "id") @key(fields: "slug") { id: ID! slug: String! name: String! }
type Beneficiary @key(fields: "id") @key(fields: "ftReference") { id: ID! ftReference: ID @inaccessible lastName: String! }
type PageInfo @shareable { hasNextPage: Boolean! }`;

const partnerSdl = `${link('"@key", "@shareable", "@inaccessible", "@tag"')}
type Query { ftHosts: [Partner] ftInvented: [Partner] ftAny: [FtAny!] ftOffer: FtOffer ftSecret: Int @inaccessible }
type Beneficiary @key(fields: "ftReference") { ftReference: ID ftAppointments: [FtAppointment!] }
type Partner @key(fields: "id") { id: ID! ftJobOffers: Int }
type FtOffer @key(fields: "id") @key(fields: "code") { id: ID! code: ID! title: String @tag(name: "public") }
type FtAppointment @shareable { at: String! hidden: String @inaccessible }
union FtAny = FtOffer | FtAppointment`;

const partners = Array.from({ length: 250 }, (_, n) => ({
  id: `p${n}`,
  slug: `s${n}`,
  name: `Partner ${n}`,
}));
let persons: Data[] = [];

let hub: SpyService;
let spy: SpyService;
beforeAll(async () => {
  hub = await SpyService.start(hubSdl, {
    viewer: { role: 'CASEWORKER', partner: partners[0] },
    persons: () => persons,
    partners,
    page: { hasNextPage: true },
    _entities: ({ __typename, id }: Data) => {
      const found = partners.find((it) => it.id === id);
      return found ? { __typename, ...found } : null;
    },
  });
  spy = await SpyService.start(partnerSdl, {
    ftHosts: () => partners.map(({ id }) => ({ id })),
    ftInvented: [{ id: 'p1' }, { id: 'invented' }, { id: 'p2' }],
    ftOffer: { id: '1', code: 'A', title: 'Gardener' },
    ftAny: [
      { __typename: 'FtOffer', id: '1', code: 'A', title: 'Gardener' },
      { __typename: 'FtAppointment', at: '09:00' },
    ],
    _entities: ({ __typename, ftReference, id }: Data) => ({
      ...{ __typename, ftReference, id, ftJobOffers: 3 },
      ftAppointments: [{ at: `of ${ftReference}` }],
    }),
  });
});
afterAll(() => Promise.all([hub.stop(), spy.stop()]));
const gateway = testGateway(() =>
  runGateway(hub.url, [{ name: 'france-travail', prefix: 'ft', url: spy.url }]),
);
beforeEach(() => {
  for (const it of [hub, spy]) it.received.length = 0;
});
const client = () => gateway.for(new Client(hub.url, 'a-token'));

const personsQuery = '{ persons { lastName ftAppointments { at } } }';
const person = (lastName: string, ftReference: string | null) => ({
  id: `id-${lastName}`,
  lastName,
  ftReference,
});

describe('a person', () => {
  it('without a reference of the partner is not asked about; the partner’s field is null, without an error', async () => {
    persons = [person('A', null), person('B', 'r1'), person('C', null), person('D', 'r2'), person('E', 'r1')];
    expect(await client().send(personsQuery)).toEqual({
      data: {
        persons: [
          { lastName: 'A', ftAppointments: null },
          { lastName: 'B', ftAppointments: [{ at: 'of r1' }] },
          { lastName: 'C', ftAppointments: null },
          { lastName: 'D', ftAppointments: [{ at: 'of r2' }] },
          { lastName: 'E', ftAppointments: [{ at: 'of r1' }] },
        ],
      },
    });
    expect(spy.representations).toEqual([
      { __typename: 'Beneficiary', ftReference: 'r1' },
      { __typename: 'Beneficiary', ftReference: 'r2' },
    ]);
    expect(spy.text).not.toMatch(/id-|lastName/);
  });

  it('is the only one, without a reference: the partner receives nothing', async () => {
    persons = [person('A', null)];
    expect(await client().data(personsQuery)).toEqual({ persons: [{ lastName: 'A', ftAppointments: null }] });
    expect(spy.received).toEqual([]);
  });

  it('without a reference is not sent, whatever the planner asks for', async () => {
    const { system, context } = await systemOf(spy.url);
    const document = parse(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Beneficiary { ftAppointments { at } } } }',
    );
    const of = (...references: unknown[]) => ({
      r: references.map((ftReference) => ({ __typename: 'Beneficiary', ftReference })),
    });
    const missing = { r: [{ __typename: 'Beneficiary' }, ...of(null, undefined).r] };
    expect(await system.execute({ document, variables: missing, context })).toEqual({
      data: { _entities: [null, null, null] },
    });
    expect(spy.received).toEqual([]);
    const { data } = await system.execute({ document, variables: of(null, 'r1', null), context });
    expect((data as Data)._entities).toMatchObject([null, { ftAppointments: [{ at: 'of r1' }] }, null]);
    expect(spy.representations).toEqual([{ __typename: 'Beneficiary', ftReference: 'r1' }]);
  });

  it('is asked about with at most 999 others at once', async () => {
    const { system, context } = await systemOf(spy.url);
    const document = parse(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Beneficiary { ftAppointments { at } } } }',
    );
    const r = Array.from({ length: 1001 }, (_, n) => ({ __typename: 'Beneficiary', ftReference: `r${n}` }));
    const { data, errors } = await system.execute({ document, variables: { r }, context });
    expect((data as Data)._entities).toEqual(r.map(() => null));
    expect(errors?.[0]).toMatchObject({
      path: ['_entities', 0, 'ftAppointments'],
      extensions: { code: 'TOO_LARGE' },
    });
    expect(spy.received).toEqual([]);
  });
});

/** The system of the partner without a planner, and an operation’s context. */
async function systemOf(url: string) {
  const tokens = await PartnerTokens.create(newKey(), address);
  const viewer = { role: 'CASEWORKER', partner: { id: 'p0', slug: 's0' } };
  const services = { tokens, viewers: { of: async () => viewer } as never, log: pino({ level: 'silent' }) };
  const config = { name: 'ft', prefix: 'ft', slug: 'ft', url, timeout: 300_000 };
  const credentials = { authorization: 'Bearer x', language: 'en' } as const;
  const caller = { credentials, socket: () => Promise.reject() as never, refused: () => {} };
  return { system: new PartnerSystem(config, partnerSdl, services), context: { caller } };
}

describe('references of a partner to the hub', () => {
  it('are read 100 at a time, as the hub allows', async () => {
    const { ftHosts } = await client().data('{ ftHosts { name ftJobOffers } }');
    expect(ftHosts.map(({ name }: Data) => name)).toEqual(partners.map(({ name }) => name));
    const lengths = hub.received.flatMap(({ body }) =>
      Object.values(body.variables ?? {}).map((it) => (it as Data[]).length),
    );
    expect(lengths).toEqual([100, 100, 50]);
  });
});

describe('a reference of a partner that leads to nothing', () => {
  it('is null with an error, in its place', async () => {
    expect(await client().send('{ ftInvented { name } }')).toEqual({
      data: { ftInvented: [{ name: 'Partner 1' }, null, { name: 'Partner 2' }] },
      errors: [
        {
          message: 'A partner refers to an object that does not exist, or that you may not see.',
          path: ['ftInvented', 1],
          extensions: { code: 'NOT_FOUND' },
        },
      ],
    });
  });
});

describe('the subgraph of a partner', () => {
  it('may have one key and several, @shareable, @inaccessible and @tag', async () => {
    const data = await client().data(
      `{ page { hasNextPage } ftOffer { id code title }
         ftAny { __typename ... on FtOffer { code } ... on FtAppointment { at } } }`,
    );
    expect(data).toEqual({
      page: { hasNextPage: true },
      ftOffer: { id: '1', code: 'A', title: 'Gardener' },
      ftAny: [
        { __typename: 'FtOffer', code: 'A' },
        { __typename: 'FtAppointment', at: '09:00' },
      ],
    });
  });

  it.each(['ftSecret', 'ftAny { ... on FtAppointment { hidden } }', 'persons { ftReference }'])(
    'hides what is @inaccessible: %s',
    async (field) => {
      const { errors } = await client().send(`{ ${field} }`);
      expect(errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(spy.received).toEqual([]);
    },
  );

  it('answers with variables, aliases, fragments and conditions', async () => {
    const query = `query ($is: Boolean!) { partners { ...P other: ftJobOffers @skip(if: $is) } }
      fragment P on Partner { name offers: ftJobOffers }`;
    const data = await client().data(query, { is: true });
    expect(data.partners[7]).toEqual({ name: 'Partner 7', offers: 3 });
    expect((await client().data(query, { is: false })).partners[7]).toEqual({
      name: 'Partner 7',
      offers: 3,
      other: 3,
    });
  });
});

describe('the circuit breaker', () => {
  it('opens after five failures in a row, tries once after ten seconds, and closes with a success', async () => {
    let now = 0;
    const states: string[] = [];
    const breaker = new Breaker(
      (state) => states.push(state),
      () => now,
    );
    const fail = () => breaker.run(() => Promise.reject(new Error('failed')));
    const succeed = () => breaker.run(async () => 'done');
    for (let n = 0; n < 4; n++) await expect(fail()).rejects.toThrow('failed');
    await succeed();
    for (let n = 0; n < 5; n++) await expect(fail()).rejects.toThrow('failed');
    await expect(succeed()).rejects.toThrow(CircuitOpen);
    now += restTime;
    let finish: (error?: Error) => void = () => {};
    const trial = breaker.run(
      () =>
        new Promise<void>((resolve, reject) => {
          finish = (error) => (error ? reject(error) : resolve());
        }),
    );
    await expect(succeed()).rejects.toThrow(CircuitOpen);
    finish(new Error('failed'));
    await expect(trial).rejects.toThrow('failed');
    await expect(succeed()).rejects.toThrow(CircuitOpen);
    now += restTime;
    expect(await succeed()).toBe('done');
    expect(await succeed()).toBe('done');
    expect(states).toEqual(['open', 'closed']);
  });

  it('lets the answers of a partner through again that has come back', async () => {
    const query = '{ ftOffer { title } }';
    await spy.stop();
    const { data, errors } = await client().send(query);
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([{ ftOffer: null }, 'PARTNER_UNAVAILABLE']);
    await spy.restart();
    expect(await client().data(query)).toEqual({ ftOffer: { title: 'Gardener' } });
  });
});

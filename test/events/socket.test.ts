import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Data } from '../kit/client.js';
import { demoToken } from '../kit/demo-token.js';
import { inTime, secondsFromNow } from '../kit/expiry.js';
import { testHub } from '../kit/hub.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson } from '../kit/town.js';

describe('the socket', () => {
  const hub = testHub();
  let caseworker: Awaited<ReturnType<typeof hub.town.caseworker>>;

  beforeAll(async () => {
    caseworker = await hub.town.caseworker();
  });

  const openSocket = () => RawSocket.signedIn(hub.url, caseworker.client.token);
  const viewerQuery = '{ viewer { role } }';

  it.each([
    ['no token', async () => undefined],
    ['a text that is not a token', async () => 'nonsense'],
    ['an expired token', () => demoToken(caseworker.member.email, secondsFromNow(-3600))],
    ['a token of an unknown person', () => demoToken('nobody@nowhere.test', secondsFromNow(3600))],
  ])('is closed with 4403 after %s', async (_, token) => {
    const raw = await RawSocket.open(hub.url);
    raw.init(await token());
    expect(await raw.closed).toBe(4403);
    expect(raw.messages).toEqual([]);
  });

  it('is closed with 4403 when its token expires during a subscription', async () => {
    const raw = await inTime({ seconds: 2 }, async (expiry) => {
      const socket = await RawSocket.signedIn(hub.url, await demoToken(caseworker.member.email, expiry));
      socket.subscribe('events', 'subscription { referralEvents { cursor } }');
      socket.subscribe('query', viewerQuery);
      const { payload } = await socket.message((it) => it.id === 'query');
      expect(payload.data).toEqual({ viewer: { role: 'CASEWORKER' } });
      return socket;
    });
    expect(await raw.closed).toBe(4403);
  });

  it('is closed with 4403 on an operation of a member that no longer exists', async () => {
    const member = await hub.town.member(caseworker.partner);
    const raw = await RawSocket.signedIn(hub.url, (await hub.as(member)).token);
    await hub.owner('delete from member where id = $1', [member.key]);
    for (let number = 0; raw.socket.readyState === raw.socket.OPEN; number++) {
      raw.subscribe(`query ${number}`, viewerQuery);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await raw.closed).toBe(4403);
  });

  const nested = (levels: number): string =>
    levels === 0 ? '{ __typename }' : `{ ofType ${nested(levels - 1)} }`;

  it.each<[string, string, Record<string, unknown>?]>([
    ['too deep', `{ __type(name: "Query") ${nested(16)} }`],
    [
      'with too many aliases',
      `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: viewer { role }`).join(' ')} }`,
    ],
    ['with too many tokens', `{ viewer { ${'role '.repeat(4000)} } }`],
    ['with too many fields', `{ viewer { ${'role '.repeat(1001)} } }`],
    ['that does not parse', '{ viewer { '],
    ['with an unknown field', '{ viewer { shoeSize } }'],
    ['with an unknown argument', '{ partner(slug: "a", sluggish: true) { id } }'],
    ['without a required variable', 'query ($id: ID!) { beneficiary(id: $id) { id } }'],
    [
      'with a variable of another type',
      'query ($first: Int) { partners(first: $first) { nodes { id } } }',
      { first: 'x' },
    ],
    ['with a page too large', '{ partners(first: 1000) { nodes { id } } }'],
    ['with a malformed id', '{ beneficiary(id: "x") { id } }'],
    ['with several operations and no name', 'query A { viewer { role } } query B { viewer { role } }'],
  ])(
    'refuses an operation %s with the same errors as HTTP, and stays open',
    async (_, query, variables = {}) => {
      const raw = await openSocket();
      raw.subscribe('refused', query, variables);
      const comparable = (error: Data) => ({
        message: error.message,
        extensions: error.extensions,
        locations: error.locations,
      });
      const errors = (await raw.errorsOf('refused'))?.map(comparable);
      const http = (await caseworker.client.send(query, variables)).errors?.map(comparable);
      expect(errors).toEqual(http);
      expect(JSON.stringify(errors)).not.toMatch(/stack|select |\.js:/);
      raw.subscribe('next', viewerQuery);
      await raw.message((it) => it.id === 'next');
      raw.close();
    },
  );

  it('answers queries and mutations as HTTP does', async () => {
    const person = await registerPerson(caseworker.client);
    const raw = await openSocket();
    const query = `query ($id: ID!) { beneficiary(id: $id) { id firstName referent { slug } again: pathways(first: 2) { totalCount nodes { id } pageInfo { hasNextPage } } }
      viewer { role member { id partner { name } } } partners(first: 2) { edges { cursor node { __typename slug } } } node(id: $id) { __typename id } }`;
    raw.subscribe('query', query, { id: person });
    const { payload } = await raw.message((it) => it.id === 'query');
    expect(payload.data).toEqual(await caseworker.client.data(query, { id: person }));
    const mutation = `mutation ($input: OpenPathwayInput!) { openPathway(input: $input) { pathway { id objective beneficiary { id } } userErrors { code message path } } }`;
    const input = { idempotencyKey: 'one key', beneficiary: person, objective: 'Find work' };
    raw.subscribe('command', mutation, { input });
    const response = (await raw.message((it) => it.id === 'command')).payload;
    expect(response.data.openPathway.userErrors).toEqual([]);
    expect(response.data).toEqual(await caseworker.client.data(mutation, { input }));
    raw.close();
  });

  it('reports an internal error only with its reference number, as HTTP does', async () => {
    const raw = await openSocket();
    await hub.owner('alter table pathway rename to pathway_away');
    try {
      raw.subscribe('broken', '{ pathways { nodes { id } } }');
      const expected = {
        message: expect.stringMatching(
          /^Something went wrong in the hub; quote [0-9a-f-]{36} when you report it\.$/,
        ),
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      };
      const { payload } = await raw.message((it) => it.id === 'broken');
      expect(payload.data).toBeNull();
      expect(payload.errors).toMatchObject([expected]);
      expect(Object.keys(payload.errors[0].extensions)).toEqual(['code']);
    } finally {
      await hub.owner('alter table pathway_away rename to pathway');
    }
    raw.close();
  });
});

import diagnostics from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Budgets } from '../../src/access/budget.js';
import { Database } from '../../src/database/database.js';
import { entities } from '../../src/features/index.js';
import type { Client, Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { randomFrom } from '../kit/random.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson } from '../kit/town.js';

const hub = testHub({ HUB_BUDGET: '10000' });
const budget = 10_000;

/** The cost of an operation, from the extensions of its response. */
async function costOf(client: Client, query: string, variables = {}): Promise<number> {
  const { extensions } = (await (await client.post({ query, variables })).json()) as {
    extensions: { cost: { requested: number } };
  };
  return extensions.cost.requested;
}

/** A query with a cost of a little more than 8,080. */
const costly = '{ pathways(first: 100) { nodes { steps(first: 80) { nodes { id } } } } }';
const tooCostly =
  '{ pathways(first: 100) { nodes { steps(first: 100) { nodes { pathway { partner { id } } } } } } }';

describe('the cost of an operation', () => {
  it('is one for each object that it may return, with the requested length for lists', async () => {
    const { client } = await hub.town.caseworker();
    const id = 'partner_00000000-0000-7000-8000-000000000000';
    const cases: [query: string, cost: number, variables?: object][] = [
      ['{ __typename }', 1],
      ['{ viewer { role } }', 1],
      ['{ viewer { partner { id } } }', 2],
      ['{ beneficiaries { totalCount } }', 1],
      ['{ beneficiaries { countUpTo(limit: 1) } }', 2],
      ['{ beneficiaries { a: countUpTo(limit: 1000) b: countUpTo(limit: 1001) } }', 4],
      ['query ($n: Int!) { beneficiaries { countUpTo(limit: $n) } }', 11, { n: 10_000 }],
      ['{ partners { nodes { id } } }', 21],
      ['{ partners(first: 100) { nodes { id } pageInfo { hasNextPage } } }', 102],
      ['{ partners(last: 3) { edges { cursor node { id } } } }', 4],
      ['query ($n: Int) { partners(first: $n) { nodes { id } } }', 8, { n: 7 }],
      ['query ($no: Boolean!) { partners @skip(if: $no) { nodes { id } } viewer { role } }', 1, { no: true }],
      ['{ ...a ...b } fragment a on Query { viewer { role } } fragment b on Query { viewer { role } }', 1],
      [`{ viewer { ${Array.from({ length: 20 }, (_, it) => `a${it}: role`).join(' ')} } }`, 3],
      ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', 30, { ids: Array(30).fill(id) }],
      [`{ node(id: "${id}") { id ... on Partner { name } } }`, 1],
      // A closed list counts with the entries that it has: the five subjects of the committee.
      ['{ committee { analysisOptions { subjects { subject } } } }', 7],
      // A timeline costs 10 in addition, because each kind of entries is read by itself.
      [`{ beneficiary(id: "${id}") { timeline(first: 10) { nodes { item { __typename } } } } }`, 32],
    ];
    for (const [query, cost, variables] of cases) {
      expect([query, await costOf(client, query, variables)]).toEqual([query, cost]);
    }
  });

  it('above the maximum is refused with TOO_COSTLY', async () => {
    const { client } = await hub.town.caseworker();
    const response = await client.post({ query: tooCostly });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'TOO_COSTLY', cost: { requested: 30_201, most: budget } } }],
    });
  });
});

describe('a member’s budget', () => {
  let database: Database;
  beforeAll(async () => {
    database = await Database.connect(await loginUrlOf(hub.ownerUrl), entities, 3);
  });
  afterAll(() => database.close());

  it('is charged in all processes and sockets together; when used up, the answer is RATE_LIMITED with retry-after', async () => {
    const { client, member } = await hub.town.caseworker();
    const first = await client.send(costly);
    expect(first.errors).toBeUndefined();
    const refused = await client.post({ query: costly });
    expect(refused.status).toBe(429);
    const { errors } = (await refused.json()) as { errors: { extensions: Record<string, number> }[] };
    const { code, retryAfter = 0 } = errors[0]?.extensions ?? {};
    expect(code).toBe('RATE_LIMITED');
    expect(refused.headers.get('retry-after')).toBe(String(retryAfter));
    expect(retryAfter).toBeGreaterThan(20);
    expect(retryAfter).toBeLessThanOrEqual(60);

    const other = await hub.startAnother();
    const there = await (await other.as(member)).post({ query: costly });
    expect(there.status).toBe(429);
    const raw = await RawSocket.signedIn(hub.url, client.token);
    raw.subscribe('costly', costly);
    expect((await raw.errorsOf('costly'))[0].extensions).toMatchObject({ code: 'RATE_LIMITED' });
    raw.close();
    expect((await client.send('{ viewer { role } }')).errors).toBeUndefined();
    expect((await (await hub.town.caseworker()).client.send(costly)).errors).toBeUndefined();
  });

  it('is refilled over time', async () => {
    const { client, member } = await hub.town.caseworker();
    await client.send(costly);
    await hub.owner("update budget set full_at = full_at - interval '1 minute' where member_id = $1", [
      member.key,
    ]);
    expect((await client.send(costly)).errors).toBeUndefined();
  });

  it('cannot be exceeded by concurrent requests', async () => {
    const { client } = await hub.town.caseworker();
    const third = '{ pathways(first: 50) { nodes { steps(first: 60) { nodes { id } } } } }';
    const answers = await Promise.all(Array.from({ length: 12 }, () => client.post({ query: third })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(9);
  });

  it('is spent in memory up to the advance: a burst of small operations asks the database once', async () => {
    const { member } = await hub.town.caseworker();
    const budgets = new Budgets(database.reader, budget);
    let asked = 0;
    const count = (statement: unknown) => {
      if (/insert into budget/.test((statement as { text: string }).text)) asked++;
    };
    diagnostics.subscribe('hub:statement', count);
    const taken = await Promise.all(Array.from({ length: 100 }, () => budgets.take(member.key, 5)));
    diagnostics.unsubscribe('hub:statement', count);
    expect(taken.every(({ granted }) => granted)).toBe(true);
    expect(asked).toBe(1);
  });

  it('is never exceeded, by any costs in several processes at the same time', async () => {
    const { random } = randomFrom('BUDGET_SEED');
    const { member } = await hub.town.caseworker();
    const processes = Array.from({ length: 3 }, () => new Budgets(database.reader, budget));
    const start = performance.now();
    let spent = 0;
    await Promise.all(
      Array.from({ length: 600 }, async (_, index) => {
        const cost = 1 + random.below(random.below(2) === 0 ? 20 : 400);
        const { granted } = await (processes[index % 3] as Budgets).take(member.key, cost);
        if (granted) spent += cost;
      }),
    );
    const refilled = (budget * (performance.now() - start)) / 60_000;
    expect(spent).toBeLessThanOrEqual(budget + refilled);
    expect(spent).toBeGreaterThan(0.8 * budget);
  });
});

describe('a page or file for a member', () => {
  const path: Record<string, (person: string) => string> = {
    'an export': (person) => `/export/${person}`,
    'an access sheet': (person) => `/access-sheet/${person}`,
    'the yearly report': () => '/committee/report/2024',
  };
  it.each([
    ['an export', 'CASEWORKER', 1000],
    ['an access sheet', 'CASEWORKER', 500],
    ['the yearly report', 'COMMITTEE_MEMBER', 500],
  ])('%s is charged to the budget of operations', async (what, role, cost) => {
    const { client, member } = await hub.town.signedInMember(await hub.town.partner(), role);
    // A colleague registers the person: an advance of the member would change what is taken from the bucket.
    const colleague = await hub.town.signedInMember(member.partner, 'CASEWORKER');
    const person = role === 'CASEWORKER' ? await registerPerson(colleague.client) : '';
    const get = (language: string) =>
      fetch(`${hub.url}${path[what]?.(person)}`, {
        headers: { authorization: `Bearer ${client.token}`, 'accept-language': language },
      });
    /** Sets what is left in the budget, if given. Returns the time when the budget will be full, in seconds. */
    const fullAt = async (left?: number) => {
      if (left !== undefined) {
        await hub.owner(
          `insert into budget (member_id, kind, full_at) values ($1, 'OPERATIONS', now() + $2::float8 * interval '1 minute')
            on conflict (member_id, kind) do update set full_at = excluded.full_at`,
          [member.key, 1 - left / budget],
        );
      }
      const [row] = await hub.owner<{ s: number }>(
        'select extract(epoch from full_at)::float8 as s from budget where member_id = $1',
        [member.key],
      );
      return row?.s ?? 0;
    };
    const before = await fullAt(cost);
    // The figures of the year may still be in computation; the request is charged all the same.
    expect((await get('fr')).status).not.toBe(429);
    expect((await fullAt()) - before).toBeCloseTo((60 * cost) / budget, 3);
    await fullAt(-cost);
    for (const [language, words] of [
      ['fr', /^Trop de demandes en une minute : réessayez dans \d+ s\.$/],
      ['en', /^Too many requests within a minute: try again in \d+ s\.$/],
    ] as const) {
      const refused = await get(language);
      expect(refused.status).toBe(429);
      const { errors } = (await refused.json()) as { errors: Data[] };
      expect(errors[0]?.message).toMatch(words);
      expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', cost: { requested: cost } });
      expect(refused.headers.get('retry-after')).toBe(String(errors[0]?.extensions.retryAfter));
    }
  });

  it('costs the same through GraphQL', async () => {
    const { client } = await hub.town.caseworker();
    const person = await registerPerson(client);
    expect(await costOf(client, `{ exportFile(beneficiary: "${person}") { json } }`)).toBe(1001);
    expect(await costOf(client, `{ accessSheet(beneficiary: "${person}") { lastName } }`)).toBe(501);
  });
});

describe('over WebSocket', () => {
  it('a response contains its cost', async () => {
    const { client } = await hub.town.caseworker();
    const raw = await RawSocket.signedIn(hub.url, client.token);
    raw.subscribe('q', '{ viewer { role } }');
    const { payload } = await raw.message((it) => it.id === 'q');
    expect(payload.extensions.cost).toEqual({ requested: 1, left: expect.any(Number) });
    raw.close();
  });
});

it('the statement timeout is 5 s, also for the committee', async () => {
  const { loginSettings } = await import('../../src/database/roles.js');
  expect(loginSettings.statement_timeout).toBe('5s');
});

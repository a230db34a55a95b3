import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entryOf } from '../../../examples/partner-subgraph/src/distinct/index.js';
import { ownParty } from '../../../src/features/committee/distinct/own-party.js';
import { PartnerParty } from '../../../src/features/committee/distinct/partner-party.js';
import { unionSize } from '../../../src/features/committee/distinct/ring.js';
import { signer } from '../../../src/features/committee/partner-systems/hub-tokens.js';
import { hubSecret } from '../../kit/hub.js';
import { randomFrom } from '../../kit/random.js';
import { publishKeys } from './keys.js';
import { type Person, people, TestParty } from './parties.js';
import { Relay, valuesIn } from './relay.js';

const period = '2025-Q1';
const signal = new AbortController().signal;
const digestsOf = (persons: readonly Person[]) =>
  persons.map((person) => createHash('sha256').update(entryOf(person)).digest());

describe('a count of distinct persons', () => {
  const parties: TestParty[] = [];
  const relays: Relay[] = [];
  let keys: Awaited<ReturnType<typeof publishKeys>>;

  beforeAll(async () => {
    keys = await publishKeys();
    for (const slug of ['first', 'second']) {
      const party = await TestParty.start(slug, keys.url, { fewest: 0, threshold: 0 });
      parties.push(party);
      relays.push(await Relay.to(party.url));
    }
  });
  afterAll(async () => {
    keys.close();
    for (const relay of relays) relay.stop();
    for (const party of parties) await party.stop();
  });

  /** Counts the persons of the hub and of one party for each further set, in a period of its own. */
  let runs = 0;
  const count = async (own: readonly Person[], ...others: readonly Person[][]): Promise<number> => {
    const name = `${1000 + runs++}`;
    const sign = await signer(hubSecret);
    const run = randomUUID();
    for (const relay of relays) relay.exchanges.length = 0;
    const remote = await Promise.all(
      others.map(async (persons, index) => {
        await parties[index]?.give({ [name]: persons });
        const system = { id: '', slug: parties[index]?.slug ?? '', url: relays[index]?.url ?? '' };
        const party = new PartnerParty(system, run, sign, signal);
        await party.start(name, others.length + 1);
        return party;
      }),
    );
    const size = await unionSize([ownParty(digestsOf(own), signal), ...remote]);
    await Promise.all(remote.map((party) => party.end('COUNTED')));
    return size;
  };

  it('with one system or two gives what plain counting gives', async () => {
    const { seed } = randomFrom('DISTINCT_SEED');
    const some = fc.uniqueArray(fc.nat(40), { maxLength: 20 });
    const set = (numbers: readonly number[]) => numbers.flatMap((number) => people(number, number + 1));
    await fc.assert(
      fc.asyncProperty(some, some, fc.option(some), async (own, first, second) => {
        const others = second === null ? [first] : [first, second];
        const plain = new Set([own, ...others].flat()).size;
        expect(await count(set(own), ...others.map(set))).toBe(plain);
      }),
      { seed, numRuns: 15 },
    );
  });

  it('counts a person once whose name is spelled in several ways, and again with a typing error', async () => {
    const own = { firstName: 'Jean-Pierre', lastName: 'Lefèvre', birthDate: '1980-01-01' };
    const same = { ...own, firstName: 'JEAN PIERRE', lastName: 'LEFEVRE' };
    expect(await count([own], [same, { ...same, lastName: 'Lefebvre' }])).toBe(2);
  });

  it('of empty sets is 0', async () => {
    expect(await count([], [])).toBe(0);
    expect(await count([], people(0, 3), [])).toBe(3);
  });

  it('sends 32 bytes a value in ascending order, and no value twice in two runs', async () => {
    await count(people(0, 30), people(10, 40), people(20, 50));
    const first = relays.flatMap(({ exchanges }) => [...exchanges]);
    await count(people(0, 30), people(10, 40), people(20, 50));
    const second = relays.flatMap(({ exchanges }) => [...exchanges]);
    const values = (exchanges: typeof first) =>
      exchanges
        .filter(({ path }) => /own|blind/.test(path))
        .flatMap(({ path, sent, answer }) => (path.endsWith('own') ? [answer] : [sent, answer]));
    const [before, after] = [values(first), values(second)];
    expect(before).toHaveLength(2 + 2 * 4);
    for (const bytes of [...before, ...after]) {
      expect(bytes).toHaveLength(30 * 32);
      expect(valuesIn(bytes)).toEqual(valuesIn(bytes).toSorted());
    }
    const seen = new Set(before.flatMap(valuesIn));
    expect(after.flatMap(valuesIn).filter((value) => seen.has(value))).toEqual([]);
  });

  it('lets no partner compare two sets: no value that it sees is in another set that it sees', async () => {
    await count(people(0, 30), people(0, 30), people(0, 30));
    for (const { exchanges } of relays) {
      const sets = exchanges.filter(({ path }) => path.endsWith('blind')).map(({ sent }) => valuesIn(sent));
      expect(sets).toHaveLength(2);
      expect(new Set(sets.flat()).size).toBe(60);
    }
  });

  it('sends neither names nor birth dates', async () => {
    await count(people(0, 30), people(0, 30));
    const sent = relays.flatMap(({ exchanges }) => exchanges.map((it) => it.sent.toString('latin1')));
    // Long enough that random bytes do not spell it.
    expect(sent.filter((text) => /phyrine|1980-01-01/i.test(text))).toEqual([]);
  });
});

describe('the system of a partner', () => {
  let party: TestParty;
  let keys: Awaited<ReturnType<typeof publishKeys>>;
  const values = (count: number) =>
    Buffer.concat(
      Array.from({ length: count }, (_, index) => createHash('sha256').update(`${index}`).digest()).sort(
        Buffer.compare,
      ),
    );
  const send = async (run: string, step: string, body: Buffer | object, token?: string) => {
    const response = await fetch(new URL(`distinct/${run}/${step}`, party.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token ?? (await (await signer(hubSecret))('first', { run }))}` },
      body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
    });
    const answer = await response.text();
    return [response.status, response.ok ? '' : JSON.parse(answer).refused];
  };

  beforeAll(async () => {
    keys = await publishKeys();
    party = await TestParty.start('first', keys.url, { most: 200 });
    await party.give({ [period]: people(0, 100), '2025-Q2': people(0, 99), '2025-Q3': people(0, 201) });
  });
  afterAll(async () => {
    keys.close();
    await party.stop();
  });

  it('answers only with a token of the hub for this partner and this run, not older than a minute', async () => {
    const start = { period, parties: 2 };
    const sign = await signer(hubSecret);
    const other = await signer('another secret of the same length or so');
    const tokens = [
      'none',
      await sign('second', { run: 'a' }),
      await sign('first', { run: 'b' }),
      await other('first', { run: 'a' }),
      (await sign('first', { run: 'a' })).replace(/\.[^.]+$/, '.AAAA'),
      await (await signer(hubSecret, () => Date.now() - 120_000))('first', { run: 'a' }),
    ];
    for (const token of tokens)
      expect(await send('a', 'start', start, token)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('refuses sets that are too small or too large, and periods that have not ended', async () => {
    expect(await send('a', 'start', { period: '2025-Q2', parties: 2 })).toEqual([409, 'TOO_FEW']);
    expect(await send('a', 'start', { period: '2025-Q3', parties: 2 })).toEqual([409, 'TOO_MANY']);
    for (const name of ['2999', '2999-Q1', '2025-H1', '2025-01', '2025-Q5', ''])
      expect(await send('a', 'start', { period: name, parties: 2 })).toEqual([400, 'MALFORMED']);
    expect(await send('a', 'start', { period, parties: 1 })).toEqual([400, 'MALFORMED']);
  });

  it('keeps to the order of the steps, and blinds as many other sets as there are parties', async () => {
    expect(await send('a', 'own', {})).toEqual([404, 'NO_SUCH_RUN']);
    expect(await send('a', 'start', { period, parties: 2 })).toEqual([200, '']);
    // A new start ends the run that is open.
    expect(await send('b', 'start', { period, parties: 2 })).toEqual([200, '']);
    expect(await send('a', 'own', {})).toEqual([404, 'NO_SUCH_RUN']);
    expect(await send('a', 'start', { period, parties: 2 })).toEqual([200, '']);
    expect(await send('a', 'blind', values(100))).toEqual([409, 'OUT_OF_ORDER']);
    expect(await send('a', 'own', {})).toEqual([200, '']);
    expect(await send('a', 'own', {})).toEqual([409, 'OUT_OF_ORDER']);
    expect(await send('a', 'blind', values(99))).toEqual([409, 'TOO_FEW']);
    expect(await send('a', 'blind', values(201))).toEqual([413, 'TOO_MANY']);
    expect(await send('a', 'blind', values(100).subarray(1))).toEqual([400, 'MALFORMED']);
    const [one] = [values(1)];
    const twice = Buffer.concat(Array.from({ length: 100 }, () => one as Buffer));
    expect(await send('a', 'blind', twice)).toEqual([400, 'MALFORMED']);
    // Random numbers are no points.
    expect(await send('a', 'blind', values(100))).toEqual([400, 'MALFORMED']);
    expect(await send('a', 'blind', values(100))).toEqual([409, 'OUT_OF_ORDER']);
    expect(await send('a', 'end', { outcome: 'ABORTED' })).toEqual([200, '']);
    expect(await send('a', 'end', { outcome: 'ABORTED' })).toEqual([404, 'NO_SUCH_RUN']);
  });
});

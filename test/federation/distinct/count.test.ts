import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countDistinct } from '../../../src/features/committee/index.js';
import { signer } from '../../../src/features/committee/partner-systems/hub-tokens.js';
import type { SystemProblem } from '../../../src/features/committee/partner-systems/system.js';
import { noise, noiseKey } from '../../../src/features/committee/protection/noise.js';
import type { Client, Data } from '../../kit/client.js';
import { asOwner } from '../../kit/database.js';
import { hubSecret, testHub } from '../../kit/hub.js';
import { openPathway, registerPerson, type SeededPartner } from '../../kit/town.js';
import { people, TestParty } from './parties.js';
import { Relay } from './relay.js';

const log = `{ distinctCounts(first: 100) { nodes { id run partner { id } period startedAt finishedAt outcome people } } }`;

describe('a count of distinct persons with the systems of partners', () => {
  const hub = testHub();
  const pathways: string[] = [];
  const parties: TestParty[] = [];
  const relays: Relay[] = [];
  let town: SeededPartner;
  let coordinator: Client;

  beforeAll(async () => {
    town = await hub.town.partner(undefined, 'TOWN');
    coordinator = await hub.as(await hub.town.member(town, 'COORDINATOR'));
    const { client: caseworker } = await hub.town.caseworker();
    for (const person of people(0, 170)) {
      const pathway = await openPathway(caseworker, await registerPerson(caseworker, { ...person }));
      pathways.push(pathway.replace('pathway_', ''));
    }
  });
  afterAll(async () => {
    for (const relay of relays) relay.stop();
    for (const party of parties) await party.stop();
  });

  /** A partner whose system has persons in periods. */
  const partnerWith = async (persons: Parameters<TestParty['give']>[0], limits = {}) => {
    const { key: id, slug } = await hub.town.partner();
    const party = await TestParty.start(slug, `${hub.url}/.well-known/jwks.json`, limits);
    await party.give(persons);
    const relay = await Relay.to(party.url);
    parties.push(party);
    relays.push(relay);
    return { party, relay, system: { id, slug, url: relay.url } };
  };
  type Partner = Awaited<ReturnType<typeof partnerWith>>;
  const restart = async ({ party, relay }: Partner) => {
    await party.restart();
    relay.target = party.url;
  };

  /** Gives the hub's persons with these numbers a pathway in a quarter of 2025, and all others none. */
  const accompanied = async (quarter: number, from: number, until: number) => {
    const all = "update pathway set status = 'CLOSED', started_on = $1, closed_on = $1";
    await hub.owner(all, ['2020-01-01']);
    const day = `2025-0${3 * quarter - 2}-10`;
    await hub.owner(`${all} where id = any ($2)`, [day, pathways.slice(from, until)]);
  };
  const problems: SystemProblem[] = [];
  const report = (problem: SystemProblem) => void problems.push(problem);
  const count = async (quarter: number, ...partners: Partner[]) => {
    problems.length = 0;
    const name = `2025-Q${quarter}`;
    const first = 3 * quarter - 2;
    const day = (month: number) => `2025-${String(month).padStart(2, '0')}-01`;
    const period = { name, from: day(first), until: first === 10 ? '2026-01-01' : day(first + 3) };
    const systems = partners.map(({ system }) => system);
    await asOwner(hub.ownerUrl, async (client) => {
      await client.query('set role hub_system');
      await countDistinct(client, { period, systems, level: 'DEFAULT', secret: hubSecret, report });
    });
  };
  /** The entries of the log for a partner, the earliest first. */
  const entries = async ({ system }: Partner): Promise<Data[]> => {
    const { distinctCounts } = await coordinator.data(log);
    return distinctCounts.nodes
      .filter(({ partner }: Data) => partner.id === `partner_${system.id}`)
      .reverse();
  };
  const outcomes = async (partner: Partner) => (await entries(partner)).map(({ outcome }) => outcome);
  const drawn = (size: number, quarter: number, ...partners: Partner[]) => {
    const ids = partners.map(({ system }) => system.id).sort();
    return Math.round(
      size + noise(noiseKey(hubSecret), ['PATHWAYS', 'DISTINCT_UNION', `2025-Q${quarter}`, ...ids], 14),
    );
  };

  it('counts whom either side accompanied once, adds the noise of its place and logs it', async () => {
    const partner = await partnerWith({ '2025-Q1': people(60, 200) });
    await accompanied(1, 0, 120);
    await count(1, partner);
    expect(await entries(partner)).toEqual([
      {
        id: expect.stringMatching(/^distinctCount_/),
        run: expect.any(String),
        partner: { id: `partner_${partner.system.id}` },
        period: '2025-Q1',
        startedAt: expect.any(String),
        finishedAt: expect.any(String),
        outcome: 'COUNTED',
        people: drawn(200, 1, partner),
      },
    ]);
  });

  it('counts with several systems together, without those that refuse', async () => {
    const [one, other, small] = [
      await partnerWith({ '2025-Q1': people(60, 200) }),
      await partnerWith({ '2025-Q1': people(150, 300) }),
      await partnerWith({ '2025-Q1': people(400, 499) }),
    ];
    await accompanied(1, 0, 120);
    await count(1, one, other, small);
    const [{ run, people: counted }] = (await entries(one)) as [Data];
    expect(counted).toBe(drawn(300, 1, one, other));
    expect(await entries(other)).toMatchObject([{ run, outcome: 'COUNTED', people: counted }]);
    expect(await entries(small)).toMatchObject([{ run, outcome: 'TOO_FEW', people: null }]);
  });

  it('counts a period with a partner once: the hub does not ask again, and the partner would refuse', async () => {
    const partner = await partnerWith({ '2025-Q1': people(0, 120) });
    await accompanied(1, 0, 120);
    await count(1, partner);
    const asked = partner.relay.exchanges.length;
    await count(1, partner);
    expect(await outcomes(partner)).toEqual(['COUNTED']);
    expect(partner.relay.exchanges).toHaveLength(asked);
    const ofPartner = 'distinct_count where partner_id = $1';
    await hub.owner(`delete from distinct_count_set where count_id in (select id from ${ofPartner})`, [
      partner.system.id,
    ]);
    await hub.owner(`delete from ${ofPartner}`, [partner.system.id]);
    await count(1, partner);
    expect(await outcomes(partner)).toEqual(['REPEATED']);
  });

  it('needs at least 100 persons a side; with fewer the hub sends nothing', async () => {
    const partner = await partnerWith({ '2025-Q1': people(0, 120), '2025-Q2': people(0, 99), '2025-Q3': [] });
    await accompanied(1, 0, 99);
    await count(1, partner);
    await accompanied(1, 0, 0);
    await count(1, partner);
    expect(partner.relay.exchanges).toEqual([]);
    await accompanied(2, 0, 120);
    await count(2, partner);
    await accompanied(3, 0, 120);
    await count(3, partner);
    expect(await outcomes(partner)).toEqual(['TOO_FEW', 'TOO_FEW', 'TOO_FEW', 'TOO_FEW']);
  });

  it('needs a set of 100 persons from a partner that does not keep the rule itself', async () => {
    const partner = await partnerWith({ '2025-Q1': people(0, 3) }, { fewest: 3 });
    await accompanied(1, 0, 120);
    await count(1, partner);
    expect(await entries(partner)).toMatchObject([{ outcome: 'ABORTED', people: null }]);
    expect(partner.relay.exchanges.map(({ path }) => path.split('/').at(-1))).toEqual([
      'start',
      'own',
      'end',
    ]);
    expect(problems).toEqual([
      {
        partner: partner.system.slug,
        problem: 'persons of 2025-Q1 are not counted',
        reason: 'the set of a party is too small',
      },
    ]);
  });

  it('is not delayed by a run that was cut off at the hub', async () => {
    const partner = await partnerWith({ '2025-Q1': people(60, 200) });
    const run = 'cut-off';
    const token = await (await signer(hubSecret))(partner.system.slug, { run });
    const body = JSON.stringify({ period: '2025-Q1', parties: 2 });
    const headers = { authorization: `Bearer ${token}` };
    const started = await fetch(new URL(`distinct/${run}/start`, partner.party.url), {
      ...{ method: 'POST', headers, body },
    });
    expect(started.status).toBe(200);
    await accompanied(1, 0, 120);
    await count(1, partner);
    expect(await outcomes(partner)).toEqual(['COUNTED']);
  });

  it('ends at a partner whose start was not confirmed', async () => {
    const partner = await partnerWith({ '2025-Q1': people(60, 200) });
    partner.relay.before = async (step) => {
      if (step === 'start') throw new Error('cut off');
    };
    await accompanied(1, 0, 120);
    await count(1, partner);
    expect(await outcomes(partner)).toEqual(['ABORTED']);
    expect(partner.relay.exchanges.at(-1)?.path).toMatch(/end$/);
    expect(problems).toMatchObject([{ reason: expect.stringMatching(/^no connection/) }]);
  });

  it('is refused by the hub when its persons differ from those of the last count by one', async () => {
    const partner = await partnerWith({ '2025-Q1': people(0, 120), '2025-Q2': people(200, 320) });
    await accompanied(1, 0, 120);
    await count(1, partner);
    const asked = partner.relay.exchanges.length;
    for (const until of [121, 120, 164]) {
      await accompanied(2, 0, until);
      await count(2, partner);
    }
    expect(partner.relay.exchanges).toHaveLength(asked);
    await accompanied(2, 0, 165);
    await count(2, partner);
    expect(await outcomes(partner)).toEqual([
      'COUNTED',
      'TOO_SIMILAR',
      'TOO_SIMILAR',
      'TOO_SIMILAR',
      'COUNTED',
    ]);
  });

  it('is refused by the partner when its persons differ from those of the last count by one', async () => {
    const partner = await partnerWith({
      '2025-Q1': people(0, 120),
      '2025-Q2': people(0, 121),
      '2025-Q3': people(0, 165),
    });
    for (const [quarter, from, until] of [
      [1, 0, 110],
      [2, 60, 170],
      [3, 60, 170],
    ] as const) {
      await accompanied(quarter, from, until);
      await count(quarter, partner);
    }
    expect(await outcomes(partner)).toEqual(['COUNTED', 'TOO_SIMILAR', 'COUNTED']);
  });

  it('that is cut off because a party is killed gives nothing and may be repeated', async () => {
    const persons = { '2025-Q1': people(60, 200) };
    const [killed, other] = [await partnerWith(persons), await partnerWith(persons)];
    await accompanied(1, 0, 120);
    killed.relay.before = (step) => (step === 'blind' ? killed.party.kill() : Promise.resolve());
    await count(1, killed, other);
    expect(await outcomes(killed)).toEqual(['ABORTED']);
    expect((await entries(other))[0]).toMatchObject({ outcome: 'ABORTED', people: null });
    expect(other.relay.exchanges.at(-1)?.path).toMatch(/end$/);
    await restart(killed);
    killed.relay.before = async () => {};
    await count(1, killed, other);
    expect(await outcomes(killed)).toEqual(['ABORTED', 'COUNTED']);
    expect((await entries(other)).at(-1)).toMatchObject({ outcome: 'COUNTED' });
  });

  it('that is cut off is repeated with the same persons only, or with very different ones', async () => {
    const partner = await partnerWith({ '2025-Q1': people(60, 200) });
    await accompanied(1, 0, 120);
    partner.relay.before = async (step) => {
      if (step === 'blind') throw new Error('cut off');
    };
    await count(1, partner);
    partner.relay.before = async () => {};
    await accompanied(1, 0, 121);
    await count(1, partner);
    await accompanied(1, 0, 120);
    await count(1, partner);
    expect(await outcomes(partner)).toEqual(['ABORTED', 'TOO_SIMILAR', 'COUNTED']);
  });

  it('that is cut off is tried three times at most', async () => {
    const partner = await partnerWith({ '2025-Q1': people(60, 200) });
    await accompanied(1, 0, 120);
    partner.relay.before = async (step) => (step === 'blind' ? partner.party.kill() : undefined);
    for (let tries = 0; tries < 4; tries++) {
      await count(1, partner);
      await restart(partner);
    }
    expect(await outcomes(partner)).toEqual(['ABORTED', 'ABORTED', 'ABORTED']);
  });

  it('that is cut off counts as tried also when its digests are not kept any more', async () => {
    const partner = await partnerWith({ '2025-Q1': people(60, 200), '2025-Q2': people(300, 420) });
    await accompanied(1, 0, 120);
    partner.relay.before = async (step) => (step === 'blind' ? partner.party.kill() : undefined);
    for (let tries = 0; tries < 3; tries++) {
      await count(1, partner);
      await restart(partner);
    }
    partner.relay.before = async () => {};
    // As many runs of other periods as digests are kept.
    await hub.owner(
      `with later as (
        insert into distinct_count (id, run, partner_id, period, started_at, outcome)
        select gen_random_uuid(), gen_random_uuid(), $1, '2024-Q' || n, now(), 'COUNTED' from generate_series(1, 4) n
        returning id)
      insert into distinct_count_set (id, count_id, digests)
      select gen_random_uuid(), id, sha256(id::text::bytea) from later`,
      [partner.system.id],
    );
    await accompanied(2, 0, 165);
    await count(2, partner);
    await accompanied(1, 0, 120);
    await count(1, partner);
    const ofFirst = (await entries(partner)).filter(({ period }) => period === '2025-Q1');
    expect(ofFirst.map(({ outcome }) => outcome)).toEqual(['ABORTED', 'ABORTED', 'ABORTED']);
  });

  it('with a system that is not there is logged as aborted, and the others are counted', async () => {
    const [gone, other] = [await partnerWith({}), await partnerWith({ '2025-Q1': people(60, 200) })];
    await gone.party.kill();
    await accompanied(1, 0, 120);
    await count(1, gone, other);
    expect(await outcomes(gone)).toEqual(['ABORTED']);
    expect(await entries(other)).toMatchObject([{ outcome: 'COUNTED', people: drawn(200, 1, other) }]);
  });

  it('is logged for the coordinator and the officer of the town only, without digests of persons', async () => {
    const officer = await hub.as(await hub.town.member(town, 'DATA_PROTECTION_OFFICER'));
    const seen = (await coordinator.data(log)).distinctCounts.nodes;
    expect(seen.length).toBeGreaterThan(0);
    expect((await officer.data(log)).distinctCounts.nodes).toEqual(seen);
    const elsewhere = await hub.town.partner();
    for (const [partner, role] of [
      [town, 'COMMITTEE_MEMBER'],
      [elsewhere, 'DATA_PROTECTION_OFFICER'],
      [elsewhere, 'PARTNER_ADMINISTRATOR'],
      [elsewhere, 'CASEWORKER'],
    ] as const) {
      const other = await hub.as(await hub.town.member(partner, role));
      expect((await other.data(log)).distinctCounts.nodes).toEqual([]);
    }
    const [{ granted }] = (await hub.owner<{ granted: boolean }>(
      "select has_any_column_privilege('hub_partner', 'distinct_count_set', 'select') as granted",
    )) as [{ granted: boolean }];
    expect(granted).toBe(false);
  });

  it('is asked for with tokens that the published key verifies and that are worthless at the hub', async () => {
    const { keys } = (await (await fetch(`${hub.url}/.well-known/jwks.json`)).json()) as { keys: Data[] };
    expect(keys).toEqual([expect.objectContaining({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' })]);
    expect(keys[0]).not.toHaveProperty('d');
    const token = await (await signer(hubSecret))('partner-hub', { run: 'a' });
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ distinctCounts(first: 1) { nodes { id } } }' }),
    });
    const { errors } = (await response.json()) as Data;
    expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('keeps the digests of the latest runs only', async () => {
    const kept = await hub.owner<{ n: number }>(
      `select count(*) filter (where digests <> '')::int as n
      from distinct_count_set join distinct_count r on r.id = count_id group by partner_id`,
    );
    expect(Math.max(...kept.map(({ n }) => n))).toBeLessThanOrEqual(5);
    expect(Math.max(...kept.map(({ n }) => n))).toBeGreaterThan(0);
  });
});

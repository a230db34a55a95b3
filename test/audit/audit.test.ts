import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { openPathway, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

interface Entry {
  readonly via: string;
  readonly operation: string;
  readonly role: string;
  readonly partner: { readonly id: string };
  readonly member: { readonly name: string } | null;
  readonly beneficiaries: readonly string[];
}

const trail = `query ($beneficiary: ID, $from: Date, $until: Date, $first: Int) {
  auditTrail(beneficiary: $beneficiary, from: $from, until: $until, first: $first) {
    nodes { at via operation role partner { id } member { name } beneficiaries }
  }
}`;
const trailOf = async (client: Client, variables = {}): Promise<Entry[]> =>
  (await client.data(trail, variables)).auditTrail.nodes;

describe('the audit', () => {
  const hub = testHub();
  let referent: { partner: SeededPartner; client: Client };
  let other: { partner: SeededPartner; client: Client };
  let person: string;
  let pathway: string;

  beforeAll(async () => {
    [referent, other] = [await hub.town.caseworker(), await hub.town.caseworker()];
    person = await registerPerson(referent.client);
    pathway = await openPathway(referent.client, person);
  });
  /** Returns the audit entries about the person that an operation adds, as the person's referent sees them. */
  async function added(work: () => Promise<unknown>): Promise<Entry[]> {
    const about = { beneficiary: person, first: 100 };
    const before = (await trailOf(referent.client, about)).length;
    await work();
    const after = await trailOf(referent.client, about);
    return after.slice(0, after.length - before);
  }

  it.each([
    ['a list', () => '{ beneficiaries { nodes { district } } }', 'beneficiaries'],
    ['a list by its edges', () => '{ pathways { edges { node { status } } } }', 'pathways'],
    ['a cursor, which contains the name', () => '{ beneficiaries { edges { cursor } } }', 'beneficiaries'],
    [
      'the cursors in pageInfo',
      () => '{ beneficiaries { pageInfo { startCursor endCursor } } }',
      'beneficiaries',
    ],
    ['a person', () => `{ asked: beneficiary(id: "${person}") { firstName } }`, 'beneficiary'],
    ['node', () => `{ node(id: "${pathway}") { id } }`, 'node'],
    ['nodes', () => `{ nodes(ids: ["${pathway}", "${person}"]) { id } }`, 'nodes'],
    [
      'two root fields together with introspection',
      () => `{ __schema { queryType { name } } pathways { nodes { id } } node(id: "${person}") { id } }`,
      '__schema node pathways',
    ],
  ])('records who was shown a person by %s', async (_, query, operation) => {
    expect(await added(() => referent.client.data(query()))).toEqual([
      expect.objectContaining({
        via: 'QUERY',
        operation,
        role: 'CASEWORKER',
        partner: { id: referent.partner.id },
        member: { name: expect.any(String) },
        beneficiaries: [person],
      }),
    ]);
  });

  it('records persons shown in the result of a mutation and in each delivered event', async () => {
    const events = await other.client.subscribe('kind referral { purpose }');
    const entries = await added(async () => {
      await sendReferral(referent.client, person, other.partner);
      await events.next();
    });
    expect(entries.map(({ via, partner }) => [via, partner.id]).sort()).toEqual([
      ['MUTATION', referent.partner.id],
      ['SUBSCRIPTION', other.partner.id],
    ]);
    await events.stop();
  });

  it('records nothing when no person is shown', async () => {
    const count = async () =>
      (await hub.owner<{ n: number }>('select count(*)::int n from audit.entry'))[0]?.n;
    const before = await count();
    await referent.client.data('{ partners { nodes { id } } viewer { role } beneficiaries { totalCount } }');
    const otherCaseworker = await hub.town.caseworker();
    await otherCaseworker.client.data(`{ beneficiary(id: "${person}") { id } pathways { nodes { id } } }`);
    expect(await count()).toBe(before);
  });

  it('returns user text unchanged that contains the hidden key `$p`', async () => {
    const forged = '"$p":"aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa", \\"$p\\":null,$p';
    const made = await openPathway(referent.client, await registerPerson(referent.client), forged);
    for (const more of ['', '__schema { queryType { name } }']) {
      const query = `{ ${more} node(id: "${made}") { ... on Pathway { objective } } }`;
      expect((await referent.client.data(query)).node.objective).toBe(forged);
    }
  });

  it('is visible by role and referent, and names members of the viewer’s own partner only', async () => {
    await other.client.data(`{ beneficiary(id: "${person}") { id } }`);
    const seenBy = async (partner: SeededPartner, role: string) => {
      const { client } = await hub.town.signedInMember(partner, role);
      return trailOf(client, { beneficiary: person, first: 100 });
    };
    const all = await trailOf(referent.client, { beneficiary: person, first: 100 });
    expect(all.find(({ partner }) => partner.id === other.partner.id)).toMatchObject({ member: null });
    expect(await seenBy(referent.partner, 'PARTNER_ADMINISTRATOR')).toHaveLength(all.length);
    expect(await seenBy(referent.partner, 'DATA_PROTECTION_OFFICER')).toHaveLength(all.length);
    for (const role of ['COORDINATOR', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER']) {
      expect(await seenBy(referent.partner, role)).toEqual([]);
    }
    expect(await trailOf(other.client, { beneficiary: person })).toEqual([]);
    const own = await seenBy(other.partner, 'DATA_PROTECTION_OFFICER');
    expect(own.length).toBeGreaterThan(0);
    expect(
      own.every(
        ({ partner, beneficiaries }) => partner.id === other.partner.id && beneficiaries[0] === person,
      ),
    ).toBe(true);
    const town = await seenBy(await hub.town.partner(undefined, 'TOWN'), 'DATA_PROTECTION_OFFICER');
    expect(town).toHaveLength(all.length);
    expect(await trailOf(referent.client, { until: '2020-01-01' })).toEqual([]);
    expect(await trailOf(referent.client, { from: '2100-01-01' })).toEqual([]);
  });

  it('refuses a read when the audit entry cannot be written', async () => {
    await hub.owner('alter function audit.append(jsonb) rename to away');
    try {
      for (const more of ['', '__schema { queryType { name } }']) {
        const { data, errors } = await referent.client.send(
          `{ ${more} beneficiary(id: "${person}") { firstName } }`,
        );
        expect(data?.beneficiary ?? null).toBeNull();
        expect(errors?.[0]?.extensions).toEqual({ code: 'UNAVAILABLE', retryAfter: 2 });
      }
    } finally {
      await hub.owner('alter function audit.away(jsonb) rename to append');
    }
  });

  it('makes reads of persons at most 8 times slower than reads without an entry', async () => {
    const query = '{ beneficiaries { nodes { firstName lastName } } }';
    const durationOf = async (text: string) => {
      const started = performance.now();
      for (let i = 0; i < 60; i++) await referent.client.data(text);
      return performance.now() - started;
    };
    await durationOf(query);
    const [without, written] = [
      await durationOf('{ partners { nodes { name slug } } }'),
      await durationOf(query),
    ];
    console.log(
      `60 audited reads take ${(written / without).toFixed(2)} times as long as 60 reads without an entry`,
    );
    expect(written / without).toBeLessThan(8);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAccessible, recordFailures, signInAs } from '../../console/kit.js';
import { describeInBrowser } from '../../kit/browser.js';
import type { Client, Data } from '../../kit/client.js';
import { testHub } from '../../kit/hub.js';
import { release } from '../../kit/releases.js';
import { openPathway, registerPerson, type SeededMember, type SeededPartner } from '../../kit/town.js';
import { people, TestParty } from './parties.js';
import { Relay } from './relay.js';

const year = { from: '2025-01-01', until: '2026-01-01' };
const query = `query ($input: AnalysisInput!) { committee { analysis(input: $input) { rows { keys measures margins
  withPartners { value margin state partners { partner { id } value state } } } } } }`;

describe('the activity of a partner with its own system', () => {
  const hub = testHub();
  let party: TestParty;
  let relay: Relay;
  let partner: SeededPartner;
  let reader: SeededMember;
  let member: Client;

  const ask = async (input: object): Promise<Data[]> => {
    const asked = { subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE'], by: [], period: year, ...input };
    return (await member.data(query, { input: asked })).committee.analysis.rows;
  };
  const make = (until: string) =>
    release(hub, until, [{ prefix: 'ft', partner: partner.slug, url: relay.url }]);

  beforeAll(async () => {
    const { client: caseworker } = await hub.town.caseworker();
    for (const person of people(0, 150))
      await openPathway(caseworker, await registerPerson(caseworker, { ...person }));
    await hub.owner("update pathway set started_on = '2025-01-10'");
    reader = await hub.town.member(await hub.town.partner(undefined, 'TOWN'), 'COMMITTEE_MEMBER');
    member = await hub.as(reader);
    partner = await hub.town.partner();
    party = await TestParty.start(partner.slug, `${hub.url}/.well-known/jwks.json`);
    const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];
    await party.give(Object.fromEntries(quarters.map((name) => [name, people(100, 300)])));
    relay = await Relay.to(party.url);
    await make('2025-05-01');
    await party.kill();
    await make('2025-08-01');
    await party.restart();
    relay.target = party.url;
    await make('2025-11-01');
    await make('2026-02-01');
  });
  afterAll(async () => {
    relay.stop();
    await party.stop();
  });

  it('stands beside each figure with its state; a partner missing in one of four quarters is not a zero', async () => {
    const rows = await ask({ by: ['QUARTER'] });
    const source = { partner: { id: partner.id } };
    const [{ people: union }] = (await hub.owner<Data>(
      "select people from distinct_count where outcome = 'COUNTED'",
    )) as [Data];
    expect(rows.map(({ withPartners: [sum] }) => sum)).toEqual([
      {
        ...{ value: union, margin: 28, state: 'DEDUPLICATED' },
        partners: [{ ...source, value: 500, state: 'REPORTED' }],
      },
      {
        ...{ value: rows[1]?.measures[0], margin: 28, state: 'PARTNER_MISSING' },
        partners: [{ ...source, value: null, state: 'MISSING' }],
      },
      ...[2, 3].map((at) => ({
        // The persons are those of the first quarter, so a second count would tell of few persons.
        ...{ value: rows[at]?.measures[0] + 500, margin: 28, state: 'NOT_DEDUPLICATED' },
        partners: [{ ...source, value: 500, state: 'REPORTED' }],
      })),
    ]);
  });

  it('says that a figure is suppressed at the source, and that the sum lacks it', async () => {
    const rows = await ask({ by: ['UNDER_26'] });
    const states = Object.fromEntries(
      rows.map(({ keys, withPartners: [sum] }) => [keys[0], [sum.state, sum.partners[0].state]]),
    );
    expect(states).toMatchObject({
      YES: ['PARTNER_MISSING', 'SUPPRESSED'],
      NO: ['NOT_DEDUPLICATED', 'REPORTED'],
    });
  });

  it('is not added to the rows of one partner of the hub', async () => {
    for (const { withPartners } of await ask({ by: ['PARTNER'] })) expect(withPartners).toBeNull();
  });

  it('does not change the figures of the hub, nor moves when the partner answers later', async () => {
    const before = await ask({ by: ['QUARTER'] });
    await make('2026-04-01');
    expect(await ask({ by: ['QUARTER'] })).toEqual(before);
    const granted = await hub.owner(
      "select 1 where has_table_privilege('hub_system', 'committee_activity', 'update, delete, truncate')",
    );
    expect(granted).toEqual([]);
  });

  describeInBrowser('in the console', (browser) => {
    it('stands beside the figures of the hub, with what the sum contains', async () => {
      const question = 'sujet=PATHWAYS&mesures=DISTINCT_PEOPLE&periode=2025-Q1.2025-Q4';
      const page = await browser.open(`${hub.url}/chiffres/questions?${question}`);
      const failures = recordFailures(page);
      await signInAs(page, reader);
      await page.getByRole('heading', { name: 'Avec les systèmes des partenaires' }).waitFor();
      const table = page.getByRole('table').last();
      const texts = await table.getByRole('row').allTextContents();
      expect(texts).toHaveLength(5);
      expect(texts[1]).toMatch(/1er trimestre 2025.*500.*± 28dédoublonné$/);
      expect(texts[2]).toMatch(/2e trimestre 2025.*non transmis.*partenaire manquant$/);
      expect(texts[3]).toMatch(/500.*non dédoublonné : une personne peut être comptée deux fois$/);
      await expectAccessible(page);
      expect(failures()).toEqual([]);
    });
  });

  it('is missing when its system is slow, and the release is made', async () => {
    relay.before = () => new Promise(() => {});
    expect(await make('2026-05-01')).toEqual(['2026-05-01']);
    const [{ withPartners }] = (await ask({
      period: { from: '2026-01-01', until: '2026-04-01' },
    })) as [Data];
    expect(withPartners[0]).toMatchObject({ state: 'PARTNER_MISSING', partners: [{ state: 'MISSING' }] });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PartnerSystem } from '../../../src/config/index.js';
import { expectAccessible, recordFailures, signInAs } from '../../console/kit.js';
import { describeInBrowser } from '../../kit/browser.js';
import type { Client, Data } from '../../kit/client.js';
import { validInput } from '../../kit/commands.js';
import { testHub } from '../../kit/hub.js';
import { release } from '../../kit/releases.js';
import { statementsOf } from '../../kit/statements.js';
import { openPathway, registerPerson, type SeededMember, type SeededPartner } from '../../kit/town.js';
import { people, TestParty } from './parties.js';
import { Relay } from './relay.js';

const year = { from: '2025-01-01', until: '2026-01-01' };
/** A quarter of 2025 by its first month. */
const quarterOf = (month: number) => ({ from: `2025-0${month}-01`, until: `2025-0${month + 3}-01` });
const sums = 'withPartners { value margin state partners { partner { id } value state } }';
const query = `query ($input: AnalysisInput!) { committee { analysis(input: $input) { rows { keys measures margins
  ${sums} } csv } } }`;
const indicatorsQuery = `query ($period: PeriodInput!) { committee { indicators(period: $period) { key value exact
  ${sums} } } }`;

describe('the activity of a partner with its own system', () => {
  const hub = testHub();
  let party: TestParty;
  let relay: Relay;
  let partner: SeededPartner;
  let reader: SeededMember;
  let member: Client;

  const analysis = async (input: object): Promise<Data> => {
    const asked = { subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE'], by: [], period: year, ...input };
    return (await member.data(query, { input: asked })).committee.analysis;
  };
  const ask = async (input: object): Promise<Data[]> => (await analysis(input)).rows;
  /** The sums of the indicators of a period, by their keys. */
  const indicators = async (period: object): Promise<Data> =>
    Object.fromEntries(
      (await member.data(indicatorsQuery, { period })).committee.indicators.map((it: Data) => [
        it.key,
        it.withPartners,
      ]),
    );
  const report = async (language: string) =>
    (
      await fetch(`${hub.url}/committee/report/2025`, {
        headers: { authorization: `Bearer ${member.token}`, 'accept-language': language },
      })
    ).text();
  /** What went wrong with the systems when releases were made last. */
  const problems: object[] = [];
  const make = (until: string, others: PartnerSystem[] = []) => {
    problems.length = 0;
    const systems = [{ prefix: 'ft', partner: partner.slug, url: relay.url }, ...others];
    return release(hub, until, systems, (problem) => problems.push(problem));
  };

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

  it('stands beside the indicators as beside the answers to questions about the same place', async () => {
    const [ofYear, first, second] = [
      await indicators(year),
      await indicators(quarterOf(1)),
      await indicators(quarterOf(4)),
    ];
    const [whole] = await ask({});
    const rows = await ask({ by: ['QUARTER'] });
    expect(ofYear.ACCOMPANIED_PEOPLE).toEqual(whole?.withPartners[0]);
    expect(first.ACCOMPANIED_PEOPLE).toEqual(rows[0]?.withPartners[0]);
    expect(first.ACCOMPANIED_PEOPLE.state).toBe('DEDUPLICATED');
    expect(second.ACCOMPANIED_PEOPLE).toEqual(rows[1]?.withPartners[0]);
    expect(second.ACCOMPANIED_PEOPLE.state).toBe('PARTNER_MISSING');
    expect(ofYear.YOUNG_PEOPLE).toMatchObject({
      state: 'PARTNER_MISSING',
      partners: [{ value: null, state: 'SUPPRESSED' }],
    });
    // Two rates cannot be added.
    expect(ofYear.REFERRAL_ACCEPTANCE_RATE).toMatchObject({
      ...{ value: null, margin: null },
      partners: [{ value: 0.5, state: 'REPORTED' }],
    });
  });

  it('is null for the indicators that the systems are not asked for', async () => {
    const without = Object.entries(await indicators(year)).flatMap(([key, sum]) => (sum ? [] : [key]));
    expect(without).toEqual([
      'ACCOMPANIED_SUM',
      'CLAUSE_HOURS_RATE',
      'POSITIVE_EXITS',
      'ANSWERED_WITHIN_3_DAYS',
      'ANSWERED_WITHIN_5_DAYS',
      'LOOP_CLOSURE_RATE',
    ]);
  });

  it('is read in two statements for all indicators', async () => {
    const sent = await statementsOf(() => indicators(year), 'hub_committee');
    const ofSystems = sent.filter((text) => /committee\.(activity a|distinct_count)/.test(text));
    // The release says whether there is anything to read.
    expect(ofSystems.filter((text) => !text.includes('"hasSystems"'))).toHaveLength(2);
  });

  it('is missing by name in the releases in which its system did not answer', async () => {
    const { releases } = (await member.data('{ committee { releases { asOf missing { id } } } }')).committee;
    const missing = releases.filter((it: Data) => it.missing.length > 0);
    expect(missing).toEqual(
      ['2025-08-01', '2025-07-01', '2025-06-01'].map((asOf) => ({ asOf, missing: [{ id: partner.id }] })),
    );
  });

  it('is in the CSV of an answer and of the indicators, with what the sum contains', async () => {
    const { csv, rows } = await analysis({ by: ['QUARTER'] });
    const name = `The ${partner.slug}`;
    const lines = csv.slice(1).split('\r\n');
    const added = 'People, with the systems of partners;Margin (95 %);What the sum contains';
    expect(lines[0]).toBe(`Quarter;People;Margin (95 %);${added};People, ${name}`);
    const sum = (at: number) => rows[at].withPartners[0].value;
    expect(lines.slice(1, 4)).toEqual([
      `2025-Q1;${rows[0].measures[0]};28;${sum(0)};28;deduplicated;500`,
      `2025-Q2;${rows[1].measures[0]};28;${sum(1)};28;partner missing;not reported`,
      `2025-Q3;${rows[2].measures[0]};28;${sum(2)};28;not deduplicated: a person may be counted twice;500`,
    ]);
    const { csv: split } = await analysis({ by: ['PARTNER'] });
    expect(split.slice(1).split('\r\n')[0]).toBe('Partner;People;Margin (95 %)');

    const ofIndicators = 'query ($period: PeriodInput!) { committee { indicatorsCsv(period: $period) } }';
    const { indicatorsCsv } = (await member.data(ofIndicators, { period: quarterOf(4) })).committee;
    const [titles, town, part] = indicatorsCsv.slice(1).split('\r\n');
    expect(titles).toMatch(
      `;Version;Value, with the systems of partners;Margin (95 %);What the sum contains;Value, ${name}`,
    );
    expect(town).toMatch(new RegExp(`;1;${rows[1].measures[0]};28;partner missing;not reported$`));
    expect(part).toMatch(/;1;;;;$/);
  });

  it('is in the yearly report, with what the sum contains and who is missing', async () => {
    const page = (await report('fr')).replace(/\s+/g, ' ');
    const [, table = ''] = /<h2>Avec les systèmes des partenaires<\/h2>(.*?)<\/table>/.exec(page) ?? [];
    const { ACCOMPANIED_PEOPLE: accompanied } = await indicators(year);
    expect(table).toContain(
      `<td class="number">500</td> <td class="number">${accompanied.value} <small>± 28</small></td> <td>non dédoublonné : une personne peut être comptée deux fois</td>`,
    );
    expect(table).toContain('<td class="number"><em>masqué</em></td>');
    expect(table).toContain(`<td>partenaire manquant : The ${partner.slug}</td>`);
    expect(table).toContain('<td class="number">50 %</td>');
    expect(page).not.toContain('leur système n’ayant pas répondu');
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

    it.each([1400, 360])(
      'stands beside the indicators, and the release names who is missing, at %d px',
      async (width) => {
        const page = await browser.open(`${hub.url}/chiffres?periode=2025-Q2&arrete=2025-08-01`);
        await page.setViewportSize({ width, height: 900 });
        const failures = recordFailures(page);
        await signInAs(page, reader);
        await page.getByRole('heading', { name: 'Avec les systèmes des partenaires' }).waitFor();
        const [, accompanied] = await page.getByRole('table').last().getByRole('row').allTextContents();
        expect(accompanied).toMatch(/^Personnes accompagnées.*non transmis.*± 28partenaire manquant$/);
        await page.getByText(`n’ayant pas répondu pour cet arrêté : The ${partner.slug}.`).waitFor();
        await expectAccessible(page);
        await page.getByRole('link', { name: 'Arrêtés et années closes' }).click();
        const line = page.getByRole('row', { name: '1er août 2025' });
        expect(await line.textContent()).toMatch(new RegExp(`The ${partner.slug}$`));
        await expectAccessible(page);
        expect(failures()).toEqual([]);
      },
    );
  });

  it('adds the exact figure of a closed year, and a snapshot keeps the sum that was presented', async () => {
    const coordinator = await hub.town.signedInMember(reader.partner, 'COORDINATOR');
    const stored = `snapshot { indicators { key ${sums} } }`;
    const input = validInput.takeSnapshot({ year: 2025, title: 'As it was' });
    const take = async () => {
      const mutation = `mutation ($input: TakeSnapshotInput!) { takeSnapshot(input: $input) { ${stored} } }`;
      const { snapshot } = (await coordinator.client.data(mutation, { input })).takeSnapshot;
      return Object.fromEntries(snapshot.indicators.map((it: Data) => [it.key, it.withPartners]));
    };
    const presented = await indicators(year);
    expect(await take()).toEqual(presented);
    await hub.owner(
      `insert into committee_closed_year (id, year, subject, revision, made_at, made_by_id, reason, figures)
      select gen_random_uuid(), 2025, 'PATHWAYS', 0, '2026-04-01T09:00:00Z', id, null, $1 from member limit 1`,
      [
        JSON.stringify({
          ACCOMPANIED_PEOPLE: { '': { value: 150, margin: 0, state: 'SHOWN', denominator: null } },
        }),
      ],
    );
    expect((await indicators(year)).ACCOMPANIED_PEOPLE).toMatchObject({
      ...{ value: 650, margin: 0, state: 'NOT_DEDUPLICATED' },
    });
    // The same idempotency key gives the snapshot that was taken.
    expect(await take()).toEqual(presented);
  });

  it('of distinct persons is in the sum also when the partner withholds its own number', async () => {
    const withhold = `update committee_activity set figures = (
        select jsonb_agg(case when it ->> 'measure' = 'DISTINCT_PEOPLE' then it || '{"value": null}' else it end)
        from jsonb_array_elements(figures) it)
      where subject = 'PATHWAYS' and period = '2025-Q1'`;
    const stored = await hub.owner<{ figures: unknown }>(
      "select figures from committee_activity where subject = 'PATHWAYS' and period = '2025-Q1'",
    );
    const [first] = await ask({ by: ['QUARTER'] });
    await hub.owner(withhold);
    const [withheld] = await ask({ by: ['QUARTER'] });
    await hub.owner(
      "update committee_activity set figures = $1 where subject = 'PATHWAYS' and period = '2025-Q1'",
      [JSON.stringify(stored[0]?.figures)],
    );
    const { value, margin } = (first as Data).withPartners[0];
    expect(withheld?.withPartners[0]).toMatchObject({
      ...{ value, margin, state: 'DEDUPLICATED' },
      partners: [{ value: null, state: 'SUPPRESSED' }],
    });
  });

  it('is asked for a second time when the connection is lost', async () => {
    let asked = 0;
    relay.before = async (step) => {
      if (step === 'activity' && ++asked === 1) throw new Error('lost');
    };
    expect(await make('2026-05-01', [{ prefix: 'no', partner: 'no-such-partner', url: relay.url }])).toEqual([
      '2026-05-01',
    ]);
    expect(asked).toBe(2);
    const [row] = await ask({ period: { from: '2026-01-01', until: '2026-04-01' } });
    expect(row?.withPartners[0].partners).toMatchObject([{ state: 'REPORTED' }]);
    expect(problems).toEqual([
      {
        partner: 'no-such-partner',
        problem: 'is not asked',
        reason: 'no partner of the hub has this slug',
      },
    ]);
  });

  it('is missing when its system is slow, and the release is made', async () => {
    relay.before = () => new Promise(() => {});
    const releases = ['2026-08-01', '2026-07-01', '2026-06-01'];
    expect(await make('2026-08-01')).toEqual(releases);
    const [{ withPartners }] = (await ask({
      period: { from: '2026-04-01', until: '2026-07-01' },
    })) as [Data];
    expect(withPartners[0]).toMatchObject({ state: 'PARTNER_MISSING', partners: [{ state: 'MISSING' }] });
    expect(problems).toEqual([
      { partner: partner.slug, problem: 'gave no figures', reason: 'no answer in time' },
    ]);
    // The report is from the latest release, which names who is missing in it.
    expect((await report('en')).replace(/\s+/g, ' ')).toContain(
      `their system did not answer for this release: The ${partner.slug}.</strong>`,
    );
  });
});

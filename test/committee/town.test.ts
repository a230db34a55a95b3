import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { loadReleasedTown } from '../kit/releases.js';
import { answersForPeriods, indicators, pastPeriods } from './past-periods.js';

const year = { from: '2024-01-01', until: '2025-01-01' };
const analysis = `query ($input: AnalysisInput!) { committee { analysis(input: $input) {
  columns { key label } release { asOf level } rows { dimensions keys measures margins states withheld } totalRows withheldCells definition dataAsOf } } }`;

describe('the committee of the demonstration town', () => {
  const hub = testHub();
  let member: Client;

  const figures = async (period: object = year): Promise<Record<string, Data>> => {
    const { committee } = await member.data(indicators, { period });
    return Object.fromEntries(committee.indicators.map((it: Data) => [it.key, it]));
  };
  const ask = async (input: object): Promise<Data> =>
    (await member.data(analysis, { input: { period: year, ...input } })).committee.analysis;
  const refused = async (input: object): Promise<Data> => {
    const { errors } = await member.send(analysis, { input: { period: year, ...input } });
    return errors?.[0];
  };

  beforeAll(async () => {
    await loadReleasedTown(hub);
    member = await Client.signIn(hub.url, 'comite@ville.demo');
  });

  it('computes the indicators of 2024 from the rows and shows the published figures with the same values', async () => {
    const { YOUNG_PEOPLE, CLAUSE_HOURS, POSITIVE_EXITS, ...others } = await figures();
    for (const [figure, published, unit] of [
      [YOUNG_PEOPLE, 711, 'PERSONS'],
      [CLAUSE_HOURS, 49_051, 'HOURS'],
      [POSITIVE_EXITS, 311, 'COUNT'],
    ]) {
      expect(figure).toMatchObject({ value: published, exact: true, withheld: false, state: 'SHOWN', unit });
      expect(figure.published).toEqual([
        { value: published, label: expect.any(String), source: expect.stringMatching(/Bagneux/) },
      ]);
    }
    expect(Object.keys(others)).toHaveLength(15);
    expect(others['ACCOMPANIED_PEOPLE'].value).toBeLessThan(others['ACCOMPANIED_SUM'].value);
    expect(YOUNG_PEOPLE.denominator).toBe(others['ACCOMPANIED_PEOPLE'].value);
  });

  it('gives the same indicators as a direct count of the rows', async () => {
    const shown = await figures();
    const naive = async (sql: string) => Number((await hub.owner<{ n: string }>(`select ${sql} as n`))[0]?.n);
    const inYear = (column: string) => `${column} >= '2024-01-01' and ${column} < '2025-01-01'`;
    const sent = `referral where status <> 'ENTERED_IN_ERROR' and sent_at >= '2023-12-31 23:00Z' and sent_at < '2024-12-31 23:00Z'`;
    const open = `pathway where started_on < '2025-01-01' and (closed_on is null or closed_on >= '2024-01-01')`;
    expect(shown['ACCOMPANIED_PEOPLE'].value).toBe(
      await naive(`(select count(distinct beneficiary_id) from ${open})`),
    );
    expect(shown['ACCOMPANIED_SUM'].value).toBe(
      await naive(`(select count(*) from (select distinct beneficiary_id, partner_id from ${open}) x)`),
    );
    expect(shown['REFERRALS_SENT'].value).toBe(await naive(`(select count(*) from ${sent})`));
    const accepted = await naive(
      `(select count(*) from ${sent} and answered_at is not null and status <> 'DECLINED')`,
    );
    const decided = await naive(
      `(select count(*) from ${sent} and (answered_at is not null or status = 'EXPIRED'))`,
    );
    expect(shown['REFERRAL_ACCEPTANCE_RATE'].value).toBeCloseTo(accepted / decided, 2);
    expect(shown['FORUM_ATTENDANCES'].value).toBe(
      await naive(
        `(select sum(people) from attendance a join forum f on f.id = a.forum_id where ${inYear('held_on')})`,
      ),
    );
    const exits = ['DURABLE_EXITS', 'TRANSITION_EXITS', 'QUALIFYING_EXITS'].map((key) => shown[key].value);
    expect(exits.reduce((sum, value) => sum + value, 0)).toBe(shown['POSITIVE_EXITS'].value);
  });

  it('shows a figure for most partners; shown figures do not reveal a withheld one', async () => {
    const { ACCOMPANIED_SUM, CLAUSE_HOURS } = await figures();
    for (const { value, byPartner } of [ACCOMPANIED_SUM, CLAUSE_HOURS]) {
      const hidden = byPartner.filter((it: Data) => it.withheld);
      expect(hidden.length).not.toBe(1);
      const sumShown = byPartner.reduce((sum: number, it: Data) => sum + (it.value ?? 0), 0);
      // Each figure is rounded by itself.
      if (hidden.length === 0) expect(Math.abs(sumShown - value)).toBeLessThan(byPartner.length);
      else expect(sumShown).toBeLessThan(value);
    }
    expect(ACCOMPANIED_SUM.coverage).toEqual({ partners: 7, of: 7 });
  });

  it('gives the indicators of what is impossible by definition as 0 and not applicable', async () => {
    const { ACCOMPANIED_PEOPLE } = await figures();
    const of = (slug: string) => ACCOMPANIED_PEOPLE.byPartner.find((it: Data) => it.partner.slug === slug);
    for (const slug of ['drieets', 'ville-de-bagneux']) {
      expect(of(slug)).toMatchObject({ value: 0, state: 'NOT_APPLICABLE', withheld: false });
    }
  });

  it('gives the hours done as a share of the hours that the lots commit', async () => {
    const [{ hours = 0 } = {}] = await hub.owner<{ hours: number }>(
      `select sum(hours_committed * months) / 1.0 as hours from lot, lateral (
        select count(*) filter (where m >= '2024-01-01' and m < '2025-01-01')::float8 / count(*) as months
        from generate_series(date_trunc('month', starts_on), ends_on, interval '1 month') m) spread`,
    );
    const { CLAUSE_HOURS_RATE } = await figures();
    expect(CLAUSE_HOURS_RATE).toMatchObject({ exact: true, state: 'SHOWN' });
    expect(CLAUSE_HOURS_RATE.value).toBeCloseTo(49_051 / hours, 2);
  });

  it('answers ad-hoc questions with the same noise for every viewer, in the language of the request', async () => {
    const question = { subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE', 'COUNT'], by: ['PARTNER'] };
    const first = await ask(question);
    expect(first.columns.map((it: Data) => it.label)).toEqual(['Partner', 'People', 'Count']);
    expect(first.rows).toHaveLength(9);
    const other = await Client.signIn(hub.url, 'comite@departement.demo');
    const same = await other.data(analysis, { input: { period: year, ...question } });
    expect(same.committee.analysis.rows).toEqual(first.rows);
    const french = new Client(hub.url, member.token, 'fr');
    const { committee } = await french.data(analysis, {
      input: { period: year, subject: 'PATHWAYS', measures: ['COUNT'], by: ['DISTRICT'] },
    });
    expect(committee.analysis.columns.map((it: Data) => it.label)).toEqual(['Secteur', 'Nombre']);
    expect(committee.analysis.rows.map((it: Data) => it.dimensions[0])).toContain('Nord');
    expect(committee.analysis.rows[0].margins[0]).toBeGreaterThan(0);
    expect(committee.analysis.definition).toContain(
      'Les chiffres suivis d’une marge portent un écart aléatoire, tiré une fois pour toutes',
    );
    expect(committee.analysis.definition).toContain(
      'Les indicateurs d’une année close sont exacts ; ses découpages gardent leur marge.',
    );
    const { ACCOMPANIED_PEOPLE } = await figures();
    const [total] = (await ask({ subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE'] })).rows;
    expect(total).toMatchObject({ measures: [ACCOMPANIED_PEOPLE.value], margins: [0] });
  });

  it.each([
    ['REFERRALS', ['COUNT', 'ACCEPTANCE_RATE', 'MEDIAN_DAYS_TO_ANSWER'], ['TO_PARTNER']],
    ['REFERRALS', ['DISTINCT_PEOPLE'], ['HALF_YEAR', 'TO_PARTNER']],
    ['CLAUSE_HOURS', ['HOURS', 'DISTINCT_PEOPLE'], ['QUARTER']],
    ['CLAUSE_HOURS', ['HOURS'], ['COMPANY']],
    ['OUTCOMES', ['COUNT'], ['OUTCOME_CLASS']],
    ['FORUM_ATTENDANCES', ['COUNT', 'DISTINCT_PEOPLE'], ['DISTRICT']],
    ['PATHWAYS', ['DISTINCT_PEOPLE'], ['DISTRICT', 'PARTNER']],
  ])('answers about %s: %p by %p', async (subject, measures, by) => {
    const { rows, columns, withheldCells, totalRows } = await ask({ subject, measures, by, first: 1000 });
    expect(columns).toHaveLength(measures.length + by.length);
    expect(rows).toHaveLength(totalRows);
    const withheld = rows.flatMap((row: Data) => row.withheld).filter(Boolean).length;
    expect(withheldCells).toBe(withheld);
    const shown = rows.flatMap((row: Data) => row.measures).filter((it: unknown) => it !== null);
    if (by[0] === 'COMPANY') expect(shown).toEqual([]);
    else expect(shown.length).toBeGreaterThan(0);
  });

  it('gives figures of districts that approximately add up to the figure of the town', async () => {
    const { rows } = await ask({ subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE'], by: ['DISTRICT'] });
    const { ACCOMPANIED_PEOPLE } = await figures();
    const sum = rows.reduce((total: number, row: Data) => total + (row.measures[0] ?? 0), 0);
    expect(Math.abs(sum - ACCOMPANIED_PEOPLE.value)).toBeLessThan(150);
  });

  it.each([
    [{ period: { from: '2024-01-01', until: '2024-01-01' } }, /empty/],
    [{ period: { from: '2025-01-01', until: '2024-01-01' } }, /ends before/],
    [{ period: { from: '2090-01-01', until: '2091-01-01' } }, /future/],
    [{ period: { from: '2024-01-02', until: '2024-02-01' } }, /first day of a month/],
    [{ period: { from: '2024-02-01', until: '2024-05-01' } }, /Unless it is split/],
    [{ by: ['QUARTER'], period: { from: '2024-02-01', until: '2024-05-01' } }, /whole months, quarters/],
    [
      { by: ['PARTNER', 'STATUS', 'DISTRICT'] },
      /do not exist for a year.*these fit: no split and no filter · Partner/s,
    ],
    [{ by: ['DISTRICT', 'AGE_BAND'] }, /do not exist for a year/],
    [
      { subject: 'OUTCOMES', by: ['OUTCOME_CLASS', 'PARTNER'] },
      /do not exist for a year.*Exit class \+ Status/s,
    ],
    [{ subject: 'OUTCOMES', by: ['HALF_YEAR', 'OUTCOME_CLASS'] }, /do not exist for a half-year/],
    [
      { by: ['QUARTER', 'DISTRICT'] },
      /do not exist for a quarter.*these fit: no split and no filter · Partner/s,
    ],
    [{ by: ['MONTH', 'PARTNER'] }, /do not exist for a month.*these fit: no split and no filter\.$/s],
    [{ period: { from: '2023-01-01', until: '2025-01-01' } }, /Unless it is split/],
    [{ filter: { district: ['NORTH', 'SOUTH'] } }, /takes one value/],
    [{ filter: { district: [] } }, /takes one value/],
    [{ filter: { values: [{ dimension: 'UNDER_26', key: 'PERHAPS' }] } }, /Unknown value/],
    [{ filter: { values: [{ dimension: 'MONTH', key: '2024-01' }] } }, /Filter time by the period/],
    [{ release: '1999-01-01' }, /no release of this day/],
    [{ by: ['PARTNER', 'PARTNER'] }, /repeated/],
    [{ by: ['YEAR', 'MONTH'] }, /one dimension of time only: Year, Month/],
    [{ by: ['COMPANY'] }, /“Company” does not fit this subject; choose from: .*Partner/],
    [{ measures: ['HOURS'] }, /“Hours” does not fit this subject; choose from: People, Count/],
    [{ measures: [] }, /Choose a measure/],
    [{ first: 1_000_000 }, /From 1 to 1000/],
    [{ filter: { partner: ['nobody'] } }, /not an id/],
    [{ filter: { partner: ['partner_00000000-0000-7000-8000-000000000000'] } }, /Unknown value/],
  ])('refuses %j', async (wrong, message) => {
    const error = await refused({ subject: 'PATHWAYS', measures: ['COUNT'], ...wrong });
    expect(error?.message).toMatch(message);
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('refuses in French with the names that the console shows', async () => {
    const refusal = async (by: string[]) => {
      const input = { subject: 'PATHWAYS', measures: ['COUNT'], by, period: year };
      const { errors } = await new Client(hub.url, member.token, 'fr').send(analysis, { input });
      return errors?.[0]?.message;
    };
    expect(await refusal(['MONTH', 'PARTNER'])).toMatch(/conviennent : sans découpage ni filtre\.$/);
    expect(await refusal(['DISTRICT', 'AGE_BAND'])).toMatch(/· Secteur \+ Partenaire ·/);
    expect(await refusal(['COMPANY'])).toMatch(/^« Entreprise » ne va pas avec ce sujet/);
  });

  it('lists partners and companies in French alphabetical order', async () => {
    const ordered = (names: string[]) => names.toSorted((one, other) => one.localeCompare(other, 'fr'));
    const { rows } = await ask({ subject: 'CLAUSE_HOURS', measures: ['HOURS'], by: ['COMPANY'] });
    const companies = rows.map((row: Data) => row.dimensions[0]);
    expect(companies.indexOf('Bâti Coteaux')).toBeLessThan(companies.indexOf('Boussole Intérim'));
    expect(companies).toEqual(ordered(companies));
    const query =
      'query ($period: PeriodInput!) { committee { indicators(period: $period) { byPartner { partner { name } } } } }';
    const [{ byPartner }] = (await member.data(query, { period: year })).committee.indicators;
    const partners = byPartner.map((it: Data) => it.partner.name);
    expect(partners).toHaveLength(9);
    expect(partners).toEqual(ordered(partners));
  });

  it('gives a figure that is published exactly by every way of asking for it', async () => {
    const { YOUNG_PEOPLE, CLAUSE_HOURS, DURABLE_EXITS, REFERRALS_SENT, MEDIAN_DAYS_TO_ANSWER } =
      await figures();
    const young = await ask({
      subject: 'PATHWAYS',
      measures: ['DISTINCT_PEOPLE'],
      filter: { values: [{ dimension: 'UNDER_26', key: 'YES' }] },
    });
    expect(young.rows[0].measures).toEqual([YOUNG_PEOPLE.value]);
    const bySplit = await ask({ subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE'], by: ['UNDER_26'] });
    expect(bySplit.rows.find((row: Data) => row.keys[0] === 'YES').measures).toEqual([YOUNG_PEOPLE.value]);
    const byYear = await ask({ subject: 'CLAUSE_HOURS', measures: ['HOURS'], by: ['YEAR'] });
    expect(byYear.rows[0].measures).toEqual([CLAUSE_HOURS.value]);
    const exits = await ask({ subject: 'OUTCOMES', measures: ['COUNT'], by: ['STATUS', 'OUTCOME_CLASS'] });
    const durable = exits.rows.find((row: Data) => row.keys.join() === 'CLAUSE_EXIT,DURABLE');
    expect(durable.measures).toEqual([DURABLE_EXITS.value]);
    const sent = await ask({ subject: 'REFERRALS', measures: ['COUNT', 'MEDIAN_DAYS_TO_ANSWER'] });
    expect(sent.rows[0].measures).toEqual([REFERRALS_SENT.value, MEDIAN_DAYS_TO_ANSWER.value]);
    const senders = await ask({ subject: 'REFERRALS', measures: ['COUNT'], by: ['FROM_PARTNER'] });
    const shown = REFERRALS_SENT.byPartner.filter((it: Data) => it.state === 'SHOWN');
    expect(shown.length).toBeGreaterThan(3);
    for (const { value } of shown) {
      expect(senders.rows.map((row: Data) => row.measures[0])).toContain(value);
    }
  });

  it('lists in machine-readable form what can be asked, and answers all of it', async () => {
    const query = `{ committee { analysisOptions { subjects { subject definition consolidationDays
      measures { measure label spans { span splits } } dimensions { dimension label values { key label } } } } } }`;
    const { subjects } = (await member.data(query)).committee.analysisOptions;
    expect(subjects.map((it: Data) => it.subject)).toHaveLength(5);
    const failed: string[] = [];
    const { random } = randomFrom('OPTIONS_SEED');
    for (const { subject, measures } of subjects) {
      for (const { measure, spans } of measures) {
        for (const { span, splits } of spans) {
          for (const by of random.sample(splits as string[][], 4)) {
            const input = { period: year, subject, measures: [measure], by: [span, ...by], first: 1 };
            const { errors } = await member.send(analysis, { input });
            if (errors) failed.push(`${subject} ${measure} ${span} ${by}: ${errors[0]?.message}`);
          }
        }
      }
    }
    expect(failed).toEqual([]);
  });

  it('lists the releases, from the first month with data to the latest', async () => {
    const query =
      '{ committee { releases { asOf level partners { slug } missing { slug } definitions { subject version consolidationDays } } } }';
    const { releases } = (await member.data(query)).committee;
    expect(releases.at(-1).asOf).toMatch(/^202[23]-\d\d-01$/);
    expect(releases[0]).toMatchObject({ level: 'DEFAULT', missing: [] });
    expect(releases[0].partners).toHaveLength(9);
    expect(releases[0].definitions).toContainEqual({
      subject: 'CLAUSE_HOURS',
      version: 2,
      consolidationDays: 60,
    });
  });

  it('shows an earlier release as it was: later periods are not in it, and no closed year', async () => {
    const release = '2024-06-01';
    const asked = await ask({ subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE'], by: ['MONTH'], release });
    expect(asked.release.asOf).toBe(release);
    const states = asked.rows.map((row: Data) => row.states[0]);
    expect(states.slice(0, 4)).toEqual(Array(4).fill('SHOWN'));
    expect(states.slice(4)).toEqual(Array(8).fill('NOT_YET'));
    const query =
      'query ($period: PeriodInput!) { committee { indicators(period: $period, release: "2025-06-01") { key value margin exact } } }';
    const { indicators: then } = (await member.data(query, { period: year })).committee;
    const accompanied = then.find((it: Data) => it.key === 'ACCOMPANIED_PEOPLE');
    expect(accompanied).toMatchObject({ exact: false, margin: 28 });
  });

  answersForPeriods(() => member, pastPeriods());

  it('is the same for the coordinator, and null for other members', async () => {
    const coordinator = await Client.signIn(hub.url, 'coordination@ville.demo');
    expect(await coordinator.data(indicators, { period: year })).toEqual(
      await member.data(indicators, { period: year }),
    );
    for (const account of ['conseil@csc.demo', 'clause@ville.demo', 'dpo@ville.demo']) {
      const stranger = await Client.signIn(hub.url, account);
      expect(await stranger.data(indicators, { period: year })).toEqual({ committee: null });
    }
  });
});

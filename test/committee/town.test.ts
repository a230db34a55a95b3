import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadTown } from '../../demo/town/load.js';
import { Client, type Data } from '../kit/client.js';
import { asOwner } from '../kit/database.js';
import { rebuildFacts } from '../kit/facts.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { answersForPeriods, indicators, pastPeriods } from './past-periods.js';

const year = { from: '2024-01-01', until: '2025-01-01' };
const analysis = `query ($input: AnalysisInput!) { committee { analysis(input: $input) {
  columns { key label } rows { dimensions measures withheld } totalRows withheldCells definition dataAsOf } } }`;

describe('the committee of the demonstration town', () => {
  const hub = testHub();
  let member: Client;
  /** Past periods other than the year that the tests ask about. The facts of all of them take a minute. */
  const periods = randomFrom('PERIODS_SEED').random.sample(pastPeriods(), 6);

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
    await asOwner(hub.ownerUrl, (owner) => loadTown(owner, 'a secret'));
    await rebuildFacts(hub, [year, ...periods]);
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
      if (hidden.length === 0) expect(sumShown).toBeCloseTo(value, 1);
      else expect(sumShown).toBeLessThan(value);
    }
    expect(ACCOMPANIED_SUM.coverage.of).toBe(9);
    expect(ACCOMPANIED_SUM.coverage.partners).toBeGreaterThanOrEqual(5);
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
    const { ACCOMPANIED_PEOPLE } = await figures();
    const [total] = (await ask({ subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE'] })).rows;
    expect(Math.abs(total.measures[0] - ACCOMPANIED_PEOPLE.value)).toBeLessThan(60);
  });

  it.each([
    ['REFERRALS', ['COUNT', 'ACCEPTANCE_RATE', 'MEDIAN_DAYS_TO_ANSWER'], ['TO_PARTNER']],
    ['REFERRALS', ['DISTINCT_PEOPLE'], ['QUARTER', 'DISTRICT']],
    ['CLAUSE_HOURS', ['HOURS', 'COUNT', 'DISTINCT_PEOPLE'], ['QUARTER']],
    ['CLAUSE_HOURS', ['HOURS'], ['COMPANY']],
    ['OUTCOMES', ['COUNT'], ['OUTCOME_CLASS']],
    ['FORUM_ATTENDANCES', ['COUNT', 'DISTINCT_PEOPLE'], ['DISTRICT']],
    ['PATHWAYS', ['DISTINCT_PEOPLE'], ['DISTRICT', 'AGE_BAND']],
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
    [{ by: ['PARTNER', 'STATUS', 'DISTRICT', 'AGE_BAND'] }, /At most 3/],
    [{ by: ['PARTNER', 'PARTNER'] }, /repeated/],
    [{ by: ['YEAR', 'MONTH'] }, /YEAR or MONTH/],
    [{ by: ['COMPANY'] }, /COMPANY does not fit PATHWAYS; choose from: .*PARTNER/],
    [{ measures: ['HOURS'] }, /HOURS does not fit PATHWAYS; choose from: DISTINCT_PEOPLE, COUNT/],
    [{ measures: [] }, /Choose a measure/],
    [{ first: 1_000_000 }, /From 1 to 1000/],
    [{ filter: { partner: ['nobody'] } }, /not an id/],
    [{ filter: { partner: ['partner_00000000-0000-7000-8000-000000000000'] } }, /unknown partner/i],
  ])('refuses %j', async (wrong, message) => {
    const error = await refused({ subject: 'PATHWAYS', measures: ['COUNT'], ...wrong });
    expect(error?.message).toMatch(message);
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('changes an exact figure when its rows change, but not for a single person', async () => {
    const before = (await figures())['YOUNG_PEOPLE'].value;
    const grow = async (count: number) => {
      await hub.owner(
        `with person as (
          insert into beneficiary (id, first_name, last_name, birth_date, district, referent_id, informed_on, fingerprint, sort_name, call_name, created_by_id)
          select gen_random_uuid(), 'A', 'B', '2004-05-05', 'NORTH', m.partner_id, '2024-06-01', gen_random_uuid()::text, 'b', 'a', m.id
          from (select * from member where email = 'conseil@csc.demo') m, generate_series(1, $1) returning *)
        insert into pathway (id, beneficiary_id, partner_id, objective, status, started_on, closed_on, created_by_id)
        select gen_random_uuid(), id, referent_id, 'Work', 'CLOSED', '2024-06-03', '2024-06-28', created_by_id from person`,
        [count],
      );
      await rebuildFacts(hub, [year]);
      return (await figures())['YOUNG_PEOPLE'].value;
    };
    expect(await grow(1)).toBe(before);
    // Changes are counted by 128 groups of persons; 40 new persons fall into at least five groups.
    expect(await grow(40)).toBe(before + 41);
  });

  answersForPeriods(() => member, periods);

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

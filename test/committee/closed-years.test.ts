import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { loadReleasedTown } from '../kit/releases.js';
import { indicators } from './past-periods.js';

const fields = 'year subject revision reason madeAt';

describe('a closed year', () => {
  const hub = testHub();
  let coordinator: Client;
  let member: Client;

  const figures = async (year: number): Promise<Record<string, Data>> => {
    const period = { from: `${year}-01-01`, until: `${year + 1}-01-01` };
    const { committee } = await member.data(indicators, { period });
    return Object.fromEntries(committee.indicators.map((it: Data) => [it.key, it]));
  };
  const revise = (changes: object = {}) => validInput.reviseYear({ year: 2024, ...changes });
  /** Young persons whom a partner accompanied in June 2024, recorded late. */
  const recordLate = (count: number, email = 'conseil@csc.demo') =>
    hub.owner(
      `with person as (
        insert into beneficiary (id, first_name, last_name, birth_date, district, referent_id, informed_on, fingerprint, sort_name, call_name, created_by_id)
        select gen_random_uuid(), 'A', 'B', '2004-05-05', 'NORTH', m.partner_id, '2024-06-01', gen_random_uuid()::text, 'b', 'a', m.id
        from (select * from member where email = $2) m, generate_series(1, $1) returning *)
      insert into pathway (id, beneficiary_id, partner_id, objective, status, started_on, closed_on, created_by_id)
      select gen_random_uuid(), id, referent_id, 'Work', 'CLOSED', '2024-06-03', '2024-06-28', created_by_id from person`,
      [count, email],
    );

  beforeAll(async () => {
    await loadReleasedTown(hub);
    coordinator = await Client.signIn(hub.url, 'coordination@ville.demo');
    member = await Client.signIn(hub.url, 'comite@ville.demo');
  });

  it('is listed with its corrections', async () => {
    const query = `{ committee { closedYears { ${fields} } } }`;
    const { closedYears } = (await member.data(query)).committee;
    expect(closedYears).toHaveLength(15);
    expect(closedYears[0]).toEqual({
      ...{ year: 2025, subject: expect.any(String), revision: 0, reason: null, madeAt: expect.any(String) },
    });
  });

  it('is closed by the coordinator only, once, and when its figures are complete', async () => {
    const close = (year: number, client = coordinator) =>
      refusalsOf(client, 'closeYear', validInput.closeYear({ year }));
    expect(await close(2024)).toEqual(['INVALID year']);
    expect(await close(new Date().getFullYear())).toEqual(['INVALID year']);
    expect(await close(2024, member)).toEqual(['NOT_FOUND']);
    for (const year of [-5, 0, 1990, 12_000, 300_000]) expect(await close(year)).toEqual(['NOT_FOUND year']);
    // Before the first figures: a year that is closed empty would stay empty.
    expect(await close(2016)).toEqual(['INVALID year']);
    await hub.owner('delete from committee_closed_marks');
    await hub.owner('delete from committee_closed_year');
    expect((await figures(2024))['YOUNG_PEOPLE']).toMatchObject({ exact: false, margin: 28 });
    const closed = await runCommand(coordinator, 'closeYear', validInput.closeYear({ year: 2024 }), fields);
    expect(closed).toHaveLength(5);
    expect((await figures(2024))['YOUNG_PEOPLE']).toMatchObject({ exact: true, margin: 0, value: 711 });
  });

  it('is corrected by a revision with its reason, and not for a few persons', async () => {
    expect(await refusalsOf(coordinator, 'reviseYear', revise())).toEqual(['INVALID subject']);
    expect(await refusalsOf(member, 'reviseYear', revise())).toEqual(['NOT_FOUND']);
    expect(await refusalsOf(coordinator, 'reviseYear', revise({ year: 2023 }))).toEqual(['INVALID year']);
    await recordLate(1);
    expect(await refusalsOf(coordinator, 'reviseYear', revise())).toEqual(['INVALID subject']);
    expect((await figures(2024))['YOUNG_PEOPLE'].value).toBe(711);
    // Changes are counted by 1024 groups of persons; 90 new persons fall into at least sixty of them.
    await recordLate(90);
    const [revision] = await runCommand(coordinator, 'reviseYear', revise(), fields);
    expect(revision).toMatchObject({ year: 2024, subject: 'PATHWAYS', revision: 1 });
    expect(revision.reason).toBe('Pathways that were recorded late');
    expect((await figures(2024))['YOUNG_PEOPLE']).toMatchObject({ exact: true, value: 711 + 91 });
    expect((await figures(2024))['CLAUSE_HOURS'].value).toBe(49_051);
  });

  it('is corrected at most once a year for each subject', async () => {
    await recordLate(90);
    expect(await refusalsOf(coordinator, 'reviseYear', revise())).toEqual(['INVALID subject']);
    await hub.owner(
      "update committee_closed_year set made_at = made_at - interval '1 year' where revision = 1",
    );
    const [revision] = await runCommand(coordinator, 'reviseYear', revise(), fields);
    expect(revision).toMatchObject({ revision: 2 });
  });

  it('is not corrected for one person beside persons whom one partner added to find that person', async () => {
    await hub.owner("update committee_closed_year set made_at = made_at - interval '1 year'");
    await recordLate(90, 'conseil@aspe.demo');
    await recordLate(1, 'conseil@csc.demo');
    expect(await refusalsOf(coordinator, 'reviseYear', revise())).toEqual(['INVALID subject']);
    await recordLate(90, 'conseil@csc.demo');
    const [revision] = await runCommand(coordinator, 'reviseYear', revise(), fields);
    expect(revision).toMatchObject({ revision: 3 });
  });

  it('is corrected where persons move from one partner to another, once a year of the town', async () => {
    const makeLast = (at: string) =>
      hub.owner(
        `update committee_closed_year set made_at = (date_trunc('year', now() at time zone 'Europe/Paris') + $1::interval) at time zone 'Europe/Paris'
        where subject = 'PATHWAYS' and revision = 3`,
        [at],
      );
    const of = async (slug: string) =>
      (await figures(2024))['ACCOMPANIED_PEOPLE'].byPartner.find((it: Data) => it.partner.slug === slug)
        .value;
    const slugs = await hub.owner<{ slug: string }>(
      "select p.slug from partner p join member m on m.partner_id = p.id where m.email = any ($1) order by m.email = 'conseil@aspe.demo'",
      [['conseil@csc.demo', 'conseil@aspe.demo']],
    );
    const [from = '', to = ''] = slugs.map(({ slug }) => slug);
    const before = [await of(from), await of(to)];
    // Late entries have no steps that would stay with the former partner.
    await hub.owner(
      `update pathway set partner_id = (select id from partner where slug = $2) where id in (
        select w.id from pathway w join beneficiary b on b.id = w.beneficiary_id join partner p on p.id = w.partner_id
        where p.slug = $1 and b.sort_name = 'b' order by w.id limit 100)`,
      [from, to],
    );
    await makeLast('30 minutes');
    expect(await refusalsOf(coordinator, 'reviseYear', revise())).toEqual(['INVALID subject']);
    await makeLast('-30 minutes');
    const [revision] = await runCommand(coordinator, 'reviseYear', revise(), fields);
    expect(revision).toMatchObject({ revision: 4 });
    expect([await of(from), await of(to)]).toEqual([before[0] - 100, before[1] + 100]);
  });

  it('is corrected when the number of visitors without a file was wrong', async () => {
    const before = (await figures(2024))['FORUM_ATTENDANCES'].value;
    await hub.owner(
      `update attendance set people = people + 270 where id = (select a.id from attendance a
        join forum f on f.id = a.forum_id where a.beneficiary_id is null and f.held_on between '2024-01-01' and '2024-12-31' order by a.id limit 1)`,
    );
    const [revision] = await runCommand(
      coordinator,
      'reviseYear',
      revise({ subject: 'FORUM_ATTENDANCES' }),
      fields,
    );
    expect(revision).toMatchObject({ subject: 'FORUM_ATTENDANCES', revision: 1 });
    expect((await figures(2024))['FORUM_ATTENDANCES'].value).toBe(before + 270);
  });

  it('keeps its noisy cells as they were drawn', async () => {
    const query = `query ($input: AnalysisInput!) { committee { analysis(input: $input) { rows { measures margins } } } }`;
    const input = {
      ...{ subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE'], by: ['DISTRICT'] },
      period: { from: '2024-01-01', until: '2025-01-01' },
    };
    const { rows } = (await member.data(query, { input })).committee.analysis;
    const drawn = await hub.owner<{ people: number }>(
      `select people from committee_cell where period = '2024' and subject = 'PATHWAYS' and split = '{DISTRICT}'
        and place[1] in ('NORTH', 'SOUTH', 'OUTSIDE') order by array_position(array['NORTH', 'SOUTH', 'OUTSIDE'], place[1])`,
    );
    expect(rows).toEqual(drawn.map(({ people }) => ({ measures: [people], margins: [28] })));
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { release } from '../kit/releases.js';
import { accompany, analysisFields, asked, committeeMember, question, thisYear, year } from './steering.js';

const indicatorFields = `key label definition definitionVersion value margin withheld state exact denominator unit dataAsOf release { asOf }
  coverage { partners of } published { value label source }
  byPartner { partner { id name } value withheld state denominator }`;
const content = `indicators { ${indicatorFields} } analyses { title analysis { ${analysisFields} dataAsOf csv } }`;

describe('snapshots', () => {
  const hub = testHub();
  let login: LoginConnection;
  let taker: Awaited<ReturnType<typeof committeeMember>>;
  let other: Client;
  let caseworker: Client;

  const live = async (client = taker.client): Promise<Data[]> => {
    const query = `query ($period: PeriodInput!) { committee { indicators(period: $period) { ${indicatorFields} } } }`;
    return (await client.data(query, { period: thisYear })).committee.indicators;
  };
  const stored = async (client: Client): Promise<Data[]> =>
    (await client.data(`{ committee { snapshots { id year title takenAt ${content} } } }`)).committee
      .snapshots;
  const accompanied = (indicators: Data[]) =>
    indicators.find(({ key }) => key === 'ACCOMPANIED_PEOPLE').value;

  beforeAll(async () => {
    login = await LoginConnection.open(hub.ownerUrl);
    taker = await committeeMember(hub);
    ({ client: other } = await committeeMember(hub));
    ({ client: caseworker } = await hub.town.caseworker());
    await accompany(caseworker, 60);
    await release(hub);
  });
  afterAll(() => login.close());

  it('store the indicators and the answers to the shared questions, and name their release', async () => {
    await runCommand(
      taker.client,
      'saveAnalysis',
      validInput.saveAnalysis({ title: 'Everywhere', question, shared: true }),
    );
    await runCommand(taker.client, 'saveAnalysis', validInput.saveAnalysis({ title: 'My own', question }));
    const [before, answer] = [await live(), await asked(taker.client)];
    expect(accompanied(before)).toEqual(expect.any(Number));
    const input = validInput.takeSnapshot({ year, title: 'As it was' });
    const taken = await runCommand(taker.client, 'takeSnapshot', input, `id year title takenAt ${content}`);
    expect(taken).toMatchObject({ id: expect.stringMatching(/^snapshot_/), year, title: 'As it was' });
    expect(taken.indicators).toEqual(before);
    expect(taken.analyses).toMatchObject([{ title: 'Everywhere', analysis: answer }]);
    expect(taken.analyses[0].analysis.csv).toMatch(/^\uFEFFPartner;People;/);
    // Repeating the call with the same idempotency key returns the same snapshot.
    expect(await runCommand(taker.client, 'takeSnapshot', input, `id year title takenAt ${content}`)).toEqual(
      taken,
    );
    expect(await stored(taker.client)).toEqual([taken]);

    await accompany(caseworker, 40);
    await hub.owner("update partner set name = name || ' (renamed)'");
    await release(hub);
    // The partner's current name is shown; the figures and the texts of the answers are as stored.
    const [again] = await stored(other);
    const unnamed = ({ indicators, ...rest }: Data) => ({
      ...rest,
      indicators: indicators.map(({ byPartner, ...it }: Data) => ({
        ...it,
        byPartner: byPartner.map(({ partner, ...part }: Data) => ({ ...part, partner: partner.id })),
      })),
    });
    expect(unnamed(again)).toEqual(unnamed(taken));
  });

  it('keep the language of the request in which they were taken', async () => {
    const french = { 'accept-language': 'fr' };
    const query = `mutation ($input: TakeSnapshotInput!) { takeSnapshot(input: $input) { snapshot { ${content} } } }`;
    const response = await taker.client.post(
      { query, variables: { input: validInput.takeSnapshot({ year: year - 1, title: 'En français' }) } },
      french,
    );
    const { snapshot } = ((await response.json()) as Data).data.takeSnapshot;
    expect(snapshot.indicators[0].label).toBe('Personnes accompagnées');
    const read = (await stored(other)).find(({ title }: Data) => title === 'En français');
    expect(read.indicators).toEqual(snapshot.indicators);
    expect(read.analyses).toEqual(snapshot.analyses);
    expect(read.analyses[0].analysis.csv).toMatch(/^\uFEFFPartenaire;Personnes;/);
  });

  it('leave out a shared question whose split does not exist any more', async () => {
    const by = (
      split: string,
    ) => `update saved_analysis set question = jsonb_set(question, '{by}', '${split}')
      where title = 'Everywhere'`;
    await hub.owner(by('["AGE_BAND", "DISTRICT"]'));
    const input = validInput.takeSnapshot({ year: year - 2, title: 'Without it' });
    const taken = await runCommand(taker.client, 'takeSnapshot', input, `id ${content}`);
    await hub.owner(by('["PARTNER"]'));
    expect(taken.analyses).toEqual([]);
    expect(taken.indicators.length).toBeGreaterThan(0);
  });

  it('are listed with the latest year first', async () => {
    expect((await stored(other)).map((it: Data) => it.year)).toEqual([year, year - 1, year - 2]);
  });

  it('are refused for a year without figures', async () => {
    for (const wrong of [year + 1, 1999, -5, 99_999]) {
      expect(
        await refusalsOf(taker.client, 'takeSnapshot', validInput.takeSnapshot({ year: wrong })),
      ).toEqual(['INVALID year']);
    }
  });

  it('are taken and read only by the committee and the coordinator, and cannot be changed', async () => {
    const coordinator = await hub.as(await hub.town.member(taker.partner, 'COORDINATOR'));
    expect((await coordinator.data('{ committee { snapshots { id } } }')).committee.snapshots).toHaveLength(
      3,
    );
    const facilitator = await hub.as(await hub.town.member(taker.partner, 'CLAUSE_FACILITATOR'));
    for (const client of [facilitator, caseworker]) {
      expect(await refusalsOf(client, 'takeSnapshot', validInput.takeSnapshot({ year }))).toEqual([
        'NOT_FOUND',
      ]);
      expect(await client.data('{ committee { snapshots { id } } }')).toEqual({ committee: null });
    }
    const as = (role: string) => ({
      role: 'hub_partner' as const,
      variables: { 'app.member_id': taker.member.key, 'app.partner_id': taker.partner.key, 'app.role': role },
    });
    const read = 'select from committee_snapshot';
    expect((await login.try(as('COMMITTEE_MEMBER'), read)).rows).toHaveLength(3);
    expect((await login.try(as('CLAUSE_FACILITATOR'), read)).rows).toHaveLength(0);
    for (const change of [`update committee_snapshot set title = 'x'`, 'delete from committee_snapshot']) {
      expect((await login.try(as('COMMITTEE_MEMBER'), change)).code).toBe('42501');
    }
  });

  it('are of one release, also the questions that were saved for another: of the latest one, or of the given one', async () => {
    const releasesQuery = '{ committee { releases { asOf } } }';
    const days = (await taker.client.data(releasesQuery)).committee.releases.map(({ asOf }: Data) => asOf);
    const saved = validInput.saveAnalysis({
      ...{ title: 'Of an old release', shared: true, question: { ...question, release: days.at(-1) } },
    });
    const { id } = await runCommand(taker.client, 'saveAnalysis', saved);
    const fields = `snapshot { indicators { release { asOf } } analyses { title analysis { release { asOf } } } }`;
    const take = async (changes: object) => {
      const mutation = `mutation ($input: TakeSnapshotInput!) { takeSnapshot(input: $input) { ${fields} } }`;
      const input = validInput.takeSnapshot({ year, ...changes });
      const { snapshot } = (await taker.client.data(mutation, { input })).takeSnapshot;
      const all = [...snapshot.indicators, ...snapshot.analyses.map((it: Data) => it.analysis)];
      return new Set(all.map((it) => it.release.asOf));
    };
    expect(await take({})).toEqual(new Set([days[0]]));
    expect(await take({ release: days[1] })).toEqual(new Set([days[1]]));
    const { errors } = await taker.client.send(
      'mutation ($input: TakeSnapshotInput!) { takeSnapshot(input: $input) { snapshot { id } } }',
      { input: validInput.takeSnapshot({ year, release: '2020-01-01' }) },
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argumentPath: ['release'] } });
    await runCommand(taker.client, 'deleteSavedAnalysis', { savedAnalysis: id });
  });
});

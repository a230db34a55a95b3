import { beforeAll, describe, expect, it } from '@jest/globals';
import { District } from '../../src/features/beneficiaries/index.js';
import { overlapLimit } from '../../src/features/committee/questions/overlapping.js';
import type { Client, Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { release } from '../kit/releases.js';
import { statementsOf } from '../kit/statements.js';
import type { SeededPartner } from '../kit/town.js';
import { until } from '../kit/until.js';
import { accompany, asked, committeeMember, question, thisYear } from './steering.js';

const logged = `id member { id } partner { id } askedAt subject measures by from until values { dimension key }
  rows withheld overlapping`;

describe('the log of questions', () => {
  const hub = testHub();
  let town: SeededPartner;
  let coordinator: Client;
  let officer: Client;

  const log = async (client: Client, args = 'first: 100'): Promise<Data[]> =>
    (await client.data(`{ committeeQuestions(${args}) { nodes { ${logged} } } }`)).committeeQuestions.nodes;

  beforeAll(async () => {
    town = await hub.town.partner(undefined, 'TOWN');
    coordinator = await hub.as(await hub.town.member(town, 'COORDINATOR'));
    officer = await hub.as(await hub.town.member(town, 'DATA_PROTECTION_OFFICER'));
    const { client: caseworker } = await hub.town.caseworker();
    await accompany(caseworker, 3);
    await release(hub);
  });

  it('shows what was asked: all of it to the coordinator and the town’s officer, the own to a member', async () => {
    const { client, member } = await committeeMember(hub);
    const other = await committeeMember(hub);
    const answer = await asked(client);
    const [entry] = await log(client);
    expect(entry).toEqual({
      id: expect.stringMatching(/^committeeQuestion_/),
      member: { id: `member_${member.key}` },
      partner: { id: member.partner.id },
      askedAt: expect.any(String),
      ...{ subject: 'PATHWAYS', measures: question.measures, by: question.by, ...thisYear },
      values: [{ dimension: 'DISTRICT', key: 'NORTH' }],
      ...{ rows: answer.totalRows, withheld: answer.withheldCells, overlapping: 1 },
    });
    await asked(other.client);
    expect(await log(client)).toEqual([entry]);
    for (const overseer of [coordinator, officer]) {
      const seen = await log(overseer);
      // The member works for another partner: the name is not shown.
      expect(seen).toContainEqual({ ...entry, member: null });
      expect(seen.map(({ partner }) => partner.id)).toContain(other.member.partner.id);
    }
  });

  it('reads no figures of partners’ systems where none takes part', async () => {
    const { client } = await committeeMember(hub);
    const sent = await statementsOf(() => asked(client), 'hub_committee');
    expect(sent.some((text) => text.includes('committee.cell'))).toBe(true);
    expect(sent.filter((text) => /select a\.partner_id|committee\.distinct_count/.test(text))).toEqual([]);
  });

  it('shows nothing to other roles, nor to the data protection officer of a partner', async () => {
    const { client } = await committeeMember(hub);
    await asked(client);
    const [{ id }] = (await log(client)) as [Data];
    const partner = await hub.town.partner();
    const strangers = await Promise.all(
      (['CASEWORKER', 'PARTNER_ADMINISTRATOR', 'DATA_PROTECTION_OFFICER', 'CLAUSE_FACILITATOR'] as const).map(
        async (role) =>
          hub.as(
            await hub.town.member(
              role === 'CLAUSE_FACILITATOR' ? await hub.town.partner(undefined, 'INSTITUTION') : partner,
              role,
            ),
          ),
      ),
    );
    for (const stranger of strangers) {
      expect(await log(stranger)).toEqual([]);
      expect(await stranger.data('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
        node: null,
      });
    }
    expect(await coordinator.data('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
      node: { id },
    });
  });

  it('alerts once of each member who asks many overlapping questions, and of nobody who repeats one', async () => {
    const [one, other, patient] = await Promise.all([1, 2, 3].map(() => committeeMember(hub)));
    if (!one || !other || !patient) throw new Error('three members');
    for (let i = 0; i < overlapLimit; i++) await asked(patient.client);
    const alerted: Data[] = [];
    for (const { client } of [one, other]) {
      const series = overlappingQuestions();
      for (const input of series.slice(1, overlapLimit)) await asked(client, input);
      await hub.startAnother();
      await asked(client, series[0]);
      alerted.push((await log(client))[0] as Data);
      // Each hub that starts looks at the questions: two of them at once, and later one that must not tell again.
      await Promise.all([hub.startAnother(), hub.startAnother()]);
      const ids = alerted.map(({ id }) => id).sort();
      for (const overseer of [coordinator, officer]) {
        const told = await until(async () => {
          const found = await alerts(overseer);
          return found.length >= ids.length && found;
        });
        expect(told.sort()).toEqual(ids);
      }
    }
    expect(alerted.map(({ overlapping }) => overlapping)).toEqual([overlapLimit, overlapLimit]);
    const expected = alerted.map((entry) => ({ ...entry, member: null })).reverse();
    expect(await log(officer, 'first: 10, overlapping: true')).toEqual(expected);
  });

  it('alerts of a member who first repeats a few questions thousands of times', async () => {
    const { client, member } = await committeeMember(hub);
    const series = overlappingQuestions();
    await asked(client, series[0]);
    await hub.owner(
      `insert into committee_question (id, member_id, partner_id, question, rows, withheld)
      select gen_random_uuid(), member_id, partner_id, question, rows, withheld
      from committee_question, generate_series(1, 10000) where member_id = $1`,
      [member.key],
    );
    for (const input of series.slice(1, overlapLimit)) await asked(client, input);
    const found = await log(officer, 'first: 10, overlapping: true');
    expect(found[0]).toMatchObject({ partner: { id: member.partner.id }, overlapping: overlapLimit });
    await hub.startAnother();
    const id = await until(async () => (await alerts(officer)).find((it) => it === found[0]?.id));
    expect(id).toBe(found[0]?.id);
  });

  it('counts questions that are asked at the same time', async () => {
    const { client } = await committeeMember(hub);
    await Promise.all(
      overlappingQuestions()
        .slice(0, 8)
        .map((input) => asked(client, input)),
    );
    const counted = (await log(client)).map(({ overlapping }) => overlapping);
    expect(counted.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

/** The ids of the questions of which a member was notified. */
async function alerts(client: Client): Promise<string[]> {
  const query = `{ viewer { notifications(first: 100) { nodes { kind target { ... on CommitteeQuestion { id } } } } } }`;
  const { notifications } = (await client.data(query)).viewer;
  return notifications.nodes
    .filter((it: Data) => it.kind === 'QUESTION_OVERLAPPING')
    .map((it: Data) => it.target.id);
}

/** Different questions about the persons of one year: every filter with two splits, and more splits without a filter. */
function overlappingQuestions(): object[] {
  const filters = [
    undefined,
    ...Object.keys(District).map((key) => ({ values: [{ dimension: 'DISTRICT', key }] })),
    ...['YES', 'NO'].map((key) => ({ values: [{ dimension: 'UNDER_26', key }] })),
  ];
  const measures = [['COUNT'], ['DISTINCT_PEOPLE'], ['COUNT', 'DISTINCT_PEOPLE']];
  const splits = [
    ['DISTRICT'],
    ['UNDER_26'],
    ['AGE_BAND'],
    ['STATUS'],
    ['PARTNER', 'STATUS'],
    ['PARTNER', 'AGE_BAND'],
  ];
  const places = [
    ...filters.flatMap((filter) => [[], ['PARTNER']].map((by) => ({ by, filter }))),
    ...splits.map((by) => ({ by, filter: undefined })),
  ];
  return places.flatMap((place) =>
    measures.map((measure) => ({ subject: 'PATHWAYS', measures: measure, period: thisYear, ...place })),
  );
}

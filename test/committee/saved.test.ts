import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { release } from '../kit/releases.js';
import type { SeededMember } from '../kit/town.js';
import { accompany, analysisFields, asked, committeeMember, question, thisYear, year } from './steering.js';

const shown = `id title shared owner { id } subject measures by period { from until }
  filter { partner district values { dimension key } } createdAt endedAt`;

describe('saved questions', () => {
  const hub = testHub();
  let login: LoginConnection;
  let owner: { client: Client; member: SeededMember };
  let other: { client: Client; member: SeededMember };
  let caseworker: { client: Client; member: SeededMember };

  const save = (changes: object = {}) =>
    runCommand(owner.client, 'saveAnalysis', validInput.saveAnalysis({ question, ...changes }), shown);
  const listed = async (client: Client): Promise<string[]> =>
    (await client.data('{ savedAnalyses(first: 100) { nodes { id } } }')).savedAnalyses.nodes.map(
      (it: Data) => it.id,
    );
  const run = async (client: Client, id: string, fields = analysisFields): Promise<Data> => {
    const query = `query ($id: ID!) { committee { savedAnalysis(id: $id) { ${fields} } } }`;
    return (await client.data(query, { id })).committee?.savedAnalysis;
  };

  beforeAll(async () => {
    login = await LoginConnection.open(hub.ownerUrl);
    owner = await committeeMember(hub);
    other = await committeeMember(hub);
    caseworker = await hub.town.caseworker();
    await accompany(caseworker.client, 40);
    await release(hub);
  });
  afterAll(() => login.close());

  it('are returned as they were saved, and get the same answer as the ad-hoc question', async () => {
    const saved = await save({ title: '  Par secteur ' });
    expect(saved).toEqual({
      ...{ id: expect.stringMatching(/^savedAnalysis_/), title: 'Par secteur', shared: false },
      owner: { id: `member_${owner.member.key}` },
      ...{ subject: 'PATHWAYS', measures: question.measures, by: question.by, period: question.period },
      filter: { partner: null, district: ['NORTH'], values: null },
      ...{ createdAt: expect.any(String), endedAt: null },
    });
    const query = `query ($id: ID!) { savedAnalyses { nodes { ${shown} } } node(id: $id) { ... on SavedAnalysis { ${shown} } } }`;
    const { savedAnalyses, node } = await owner.client.data(query, { id: saved.id });
    expect([savedAnalyses.nodes[0], node]).toEqual([saved, saved]);
    const answer = await run(owner.client, saved.id);
    expect(answer).toEqual(await asked(owner.client));
    expect(answer.rows.length).toBeGreaterThan(0);
  });

  it('are seen only by their owner until they are shared, then by the whole committee, read-only', async () => {
    const { id } = await save();
    const seen = async () => [
      (await listed(other.client)).includes(id),
      (await run(other.client, id)) !== null,
    ];
    const read = 'query ($id: ID!) { node(id: $id) { id ... on SavedAnalysis { owner { id } } } }';
    expect(await seen()).toEqual([false, false]);
    expect(await other.client.data(read, { id })).toEqual({ node: null });

    await runCommand(owner.client, 'shareAnalysis', { savedAnalysis: id, shared: true });
    expect(await seen()).toEqual([true, true]);
    // The owner belongs to another partner, so the name is not shown.
    expect(await other.client.data(read, { id })).toEqual({ node: { id, owner: null } });
    expect(await run(other.client, id)).toEqual(await run(owner.client, id));
    for (const command of ['shareAnalysis', 'deleteSavedAnalysis'] as const) {
      const input = { savedAnalysis: id, ...(command === 'shareAnalysis' && { shared: false }) };
      expect(await refusalsOf(other.client, command, input)).toEqual(['NOT_FOUND savedAnalysis']);
    }
    await runCommand(owner.client, 'shareAnalysis', { savedAnalysis: id, shared: false });
    expect(await seen()).toEqual([false, false]);
  });

  it('can be deleted once, and are then hidden from everyone', async () => {
    const { id } = await save({ shared: true });
    expect(await listed(other.client)).toContain(id);
    const gone = await runCommand(owner.client, 'deleteSavedAnalysis', { savedAnalysis: id }, 'id endedAt');
    expect(gone).toEqual({ id, endedAt: expect.any(String) });
    for (const { client } of [owner, other]) {
      expect(await listed(client)).not.toContain(id);
      expect(await run(client, id)).toBeNull();
    }
    expect(await other.client.data('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
      node: null,
    });
    for (const [command, input] of [
      ['deleteSavedAnalysis', {}],
      ['shareAnalysis', { shared: true }],
    ] as const) {
      expect(await refusalsOf(owner.client, command, { savedAnalysis: id, ...input })).toEqual([
        'NOT_FOUND savedAnalysis',
      ]);
    }
  });

  it('are refused when their choices are not compatible, with the path of the invalid choice', async () => {
    const saving = (changes: object) =>
      refusalsOf(
        owner.client,
        'saveAnalysis',
        validInput.saveAnalysis({ question: { ...question, ...changes } }),
      );
    expect(await saving({ by: ['COMPANY'] })).toEqual(['INVALID question.by']);
    expect(await saving({ measures: [] })).toEqual(['INVALID question.measures']);
    expect(await saving({ period: { from: '2024-01-02', until: '2025-01-01' } })).toEqual([
      'INVALID question.period',
    ]);
    expect(await refusalsOf(owner.client, 'saveAnalysis', validInput.saveAnalysis({ title: ' ' }))).toEqual([
      'INVALID title',
    ]);
  });

  it('are refused with what fits when their split does not exist any more', async () => {
    const by = ['OUTCOME_CLASS', 'STATUS'];
    const exits = { subject: 'OUTCOMES', measures: ['COUNT'], by, period: thisYear };
    const { id } = await save({ question: exits });
    await hub.owner(
      `update saved_analysis set question = jsonb_set(question, '{by}', '["OUTCOME_CLASS", "PARTNER"]')
       where id = '${id.replace('savedAnalysis_', '')}'`,
    );
    const query = `query ($id: ID!) { committee { savedAnalysis(id: $id) { ${analysisFields} } } }`;
    const { errors } = await owner.client.send(query, { id });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/do not exist for a year.*these fit: .*Exit class \+ Status/s),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it.each(['CASEWORKER', 'PARTNER_ADMINISTRATOR', 'CLAUSE_FACILITATOR', 'DATA_PROTECTION_OFFICER'])(
    'are hidden from a %s and refused to one, even of the owner’s partner',
    async (role) => {
      const { id } = await save({ shared: true });
      const client = await hub.as(await hub.town.member(owner.member.partner, role));
      const query =
        'query ($id: ID!) { savedAnalyses { totalCount } committee { savedAnalysis(id: $id) { csv } } node(id: $id) { id } }';
      expect(await client.data(query, { id })).toEqual({
        ...{ savedAnalyses: { totalCount: 0 }, committee: null, node: null },
      });
      expect(await refusalsOf(client, 'saveAnalysis', validInput.saveAnalysis())).toEqual(['NOT_FOUND']);
      expect(await refusalsOf(client, 'deleteSavedAnalysis', { savedAnalysis: id })).toEqual([
        'NOT_FOUND savedAnalysis',
      ]);
    },
  );

  it('are exported as CSV with a word in withheld cells', async () => {
    const { id } = await save({ question: { ...question, by: ['DISTRICT'], filter: null } });
    const { rows, columns, csv } = await run(owner.client, id, `${analysisFields} csv`);
    const lines = csv.slice(1).split('\r\n');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const [district, people, count] = columns.map((it: Data) => it.label);
    expect(lines[0]).toBe(`${district};${people};Margin (95 %);${count};Margin (95 %)`);
    const tooFew = 'too few people, or would let somebody find some';
    expect(lines.slice(1, 1 + rows.length)).toEqual(
      rows.map((row: Data) =>
        [
          ...row.dimensions,
          ...row.measures.flatMap((value: number | null, at: number) => [
            row.withheld[at] ? tooFew : value,
            row.margins[at],
          ]),
        ].join(';'),
      ),
    );
    expect(lines.join()).toContain(tooFew);
    const days = `01/01/${year} to 31/12/${year}`;
    expect(lines.join('\n')).toContain(`\n\nSubject;Pathways\nPeriod;${days}\nRelease of figures;`);
    expect(lines.join('\n')).toMatch(/\nRelease of figures;\d{4}-\d{2}-01\n/);
    const french = await owner.client.post(
      { query: 'query ($id: ID!) { committee { savedAnalysis(id: $id) { csv } } }', variables: { id } },
      { 'accept-language': 'fr' },
    );
    expect(((await french.json()) as Data).data.committee.savedAnalysis.csv).toMatch(
      /^\uFEFFSecteur;.*trop peu de personnes/s,
    );
    const { id: filtered } = await save({ question });
    const { csv: north } = await run(owner.client, filtered, 'csv');
    expect(north).toContain(`Period;${days}\r\nFilter;District: North\r\nRelease of figures;`);
  });

  it('and ad-hoc questions are logged; a member reads only the own log entries and cannot change them', async () => {
    const { client, member } = await committeeMember(hub);
    const log = () =>
      hub.owner<Data>(
        'select question, rows, withheld from committee_question where member_id = $1 order by id',
        [member.key],
      );
    const { id } = await runCommand(client, 'saveAnalysis', validInput.saveAnalysis({ question }));
    expect(await log()).toEqual([]);
    const answer = await asked(client);
    const choices = { subject: 'PATHWAYS', measures: question.measures, by: question.by, first: 200 };
    const entry = {
      question: { ...choices, filter: { DISTRICT: 'NORTH' }, ...question.period },
      ...{ rows: answer.totalRows, withheld: answer.withheldCells },
    };
    expect(await log()).toEqual([entry]);
    await run(client, id, 'csv');
    expect(await log()).toEqual([entry, entry]);
    const { errors } = await client.send(
      'query ($input: AnalysisInput!) { committee { a: analysis(input: $input) { totalRows } b: analysis(input: $input) { totalRows } } }',
      { input: question },
    );
    expect(errors).toBeUndefined();
    expect(await log()).toHaveLength(4);

    const session = (who: SeededMember, role = 'COMMITTEE_MEMBER') => ({
      role: 'hub_partner' as const,
      variables: { 'app.member_id': who.key, 'app.partner_id': who.partner.key, 'app.role': role },
    });
    const read = 'select from committee_question';
    expect((await login.try(session(member), read)).rows).toHaveLength(4);
    expect((await login.try(session(member, 'CLAUSE_FACILITATOR'), read)).rows).toHaveLength(0);
    const foreign = `${read} where member_id = '${member.key}'`;
    expect((await login.try(session(other.member), foreign)).rows).toHaveLength(0);
    expect((await login.try(session(member), 'update committee_question set rows = 0')).code).toBe('42501');
    expect((await login.try(session(member), 'delete from committee_question')).code).toBe('42501');
  });
});

import 'reflect-metadata';
import type pg from 'pg';
import { withScratchDatabase } from '../scripts/scratch-database.js';
import { migrate } from '../src/database/migrate.js';
import type { AdHocQuestion } from '../src/features/committee/analysis/question.js';
import { companyStatement, peopleStatement } from '../src/features/committee/analysis/statements.js';
import { factParts } from '../src/features/committee/facts.js';
import { binsOf, type Span } from '../src/features/committee/period.js';
import { entities } from '../src/features/index.js';
import { connectOwner } from './owner.js';

/*
 * Measures questions of the committee over 250,000 pathways and 500,000 hours entries: their time in the database,
 * compared with the same question on the base tables; the time to build the facts; and the delay of writers meanwhile.
 *
 * npm run bench:committee
 */

const persons = 120_000;
const pathways = 250_000;
const contracts = 62_500;
const rounds = 15;

/** Inserts a town of that size, over six years and nine partners. */
const town = `
insert into partner select gen_random_uuid(), 'p' || i, 'Partner ' || i, 'ASSOCIATION' from generate_series(1, 9) i;
insert into member select gen_random_uuid(), 'M', id::text, 'm', 'CASEWORKER', id from partner;
create temp table p as select id, row_number() over () - 1 as n from partner;
create temp table m as select id, partner_id from member;
insert into beneficiary select gen_random_uuid(), 'A', 'B', date '1960-01-01' + (random() * 17000)::int,
  (array['NORTH', 'SOUTH', 'OUTSIDE'])[1 + floor(random() * 2.1)::int]::district, m.partner_id, '2021-01-01', i::text, 'b', 'a', now(), m.id
  from generate_series(1, ${persons}) i join p on p.n = i % 9 join m on m.partner_id = p.id;
create temp table b as select id, referent_id, row_number() over () - 1 as n from beneficiary;
insert into pathway select gen_random_uuid(), b.id,
  case when i < ${persons} or random() < 0.3 then b.referent_id else p.id end, 'Work', 'CLOSED', s.day, s.day + 60 + (random() * 600)::int, m.id
  from generate_series(0, ${pathways} - 1) i join b on b.n = i % ${persons} join p on p.n = (i * 7) % 9
  cross join lateral (select date '2021-01-01' + (random() * 2000 + 0 * i)::int as day) s join m on m.partner_id = p.id;
insert into company select gen_random_uuid(), 'Company ' || i, null, 'BTP' from generate_series(1, 60) i;
create temp table co as select id, row_number() over () - 1 as n from company;
insert into clause_programme select gen_random_uuid(), 'Charter', id, '2021-01-01', null from p where n = 0;
insert into procurement select gen_random_uuid(), id, 'R', 'N', 'Town', '2021-01-01' from clause_programme;
insert into lot select gen_random_uuid(), procurement.id, i, 'Lot', (select id from co where n = i), 50000, '2021-01-01', '2026-12-31'
  from procurement, generate_series(0, 39) i;
create temp table l as select id, number as n from lot;
insert into clause_contract select gen_random_uuid(), l.id, co.id, b.id, b.referent_id, null, null, 'DIRECT_HIRE',
  (date '2021-01-01' + make_interval(months => i % 64))::date, null, m.id, now()
  from generate_series(0, ${contracts} - 1) i join b on b.n = i join co on co.n = i % 60 join l on l.n = i % 40
  join m on m.partner_id = b.referent_id;
insert into hours_entry select gen_random_uuid(), c.id, (c.starts_on + make_interval(months => k))::date, 'WORK', 20 + (random() * 100)::int,
  'VALIDATED', now(), c.created_by_id, now(), c.created_by_id, null
  from clause_contract c, generate_series(0, 7) k;
analyze;
`;

interface Measured {
  readonly name: string;
  readonly question: AdHocQuestion;
  /** The same question as SQL on the base tables. */
  readonly base: string;
}

const question = (
  subject: AdHocQuestion['subject'],
  measures: AdHocQuestion['measures'],
  by: AdHocQuestion['by'],
  [from, until]: readonly [string, string],
  span?: Span,
): AdHocQuestion => ({ subject, measures, by, bins: binsOf({ from, until }, span), first: 200 });

const year = ['2024-01-01', '2025-01-01'] as const;
const openIn2024 = "p.started_on < '2025-01-01' and (p.closed_on is null or p.closed_on >= '2024-01-01')";
const hoursOf2024 = `hours_entry h join clause_contract c on c.id = h.contract_id
  where h.kind = 'WORK' and h.status = 'VALIDATED' and h.month >= '2024-01-01' and h.month < '2025-01-01'`;

const measured: Measured[] = [
  {
    name: 'people accompanied in a year, by partner',
    question: question('PATHWAYS', ['DISTINCT_PEOPLE', 'COUNT'], ['PARTNER'], year),
    base: `select p.partner_id, count(distinct p.beneficiary_id), count(*) from pathway p where ${openIn2024} group by cube (1)`,
  },
  {
    name: 'people accompanied in a year, by partner and district',
    question: question('PATHWAYS', ['DISTINCT_PEOPLE'], ['PARTNER', 'DISTRICT'], year),
    base: `select p.partner_id, b.district, count(distinct p.beneficiary_id) from pathway p join beneficiary b on b.id = p.beneficiary_id where ${openIn2024} group by cube (1, 2)`,
  },
  {
    name: 'people accompanied by quarter',
    question: question('PATHWAYS', ['DISTINCT_PEOPLE'], ['QUARTER'], year, 'QUARTER'),
    base: `select q, count(distinct p.beneficiary_id) from pathway p, generate_series('2024-01-01'::date, '2024-10-01', '3 months') q
      where p.started_on < q + interval '3 months' and (p.closed_on is null or p.closed_on >= q) group by 1`,
  },
  {
    name: 'people accompanied in six years, by partner',
    question: question('PATHWAYS', ['DISTINCT_PEOPLE'], ['PARTNER'], ['2021-01-01', '2027-01-01']),
    base: 'select p.partner_id, count(distinct p.beneficiary_id) from pathway p group by cube (1)',
  },
  {
    name: 'clause hours and people in a year, by partner',
    question: question('CLAUSE_HOURS', ['HOURS', 'DISTINCT_PEOPLE'], ['PARTNER'], year),
    base: `select c.partner_id, sum(h.hours), count(distinct c.beneficiary_id) from ${hoursOf2024} group by cube (1)`,
  },
  {
    name: 'clause hours in a year, by company',
    question: question('CLAUSE_HOURS', ['HOURS', 'COUNT'], ['COMPANY'], year),
    base: `select c.company_id, sum(h.hours), count(*) from ${hoursOf2024} group by cube (1)`,
  },
];

await withScratchDatabase(async (ownerUrl) => {
  await migrate(ownerUrl, entities);
  const [owner, writer] = await Promise.all([connectOwner(ownerUrl), connectOwner(ownerUrl)]);
  console.log(`${pathways} pathways of ${persons} persons, ${contracts * 8} hours entries: loading …`);
  await owner.query(town);
  await build(owner, writer);
  await owner.query('vacuum analyze facts.cell');
  console.log('\nquestion'.padEnd(56), 'facts ms', 'base ms', ' ratio');
  for (const it of measured) {
    const facts = await factsTime(owner, it.question);
    const base = await median(() => executionTime(owner, it.base, []), 5);
    console.log(
      it.name.padEnd(55),
      facts.toFixed(1).padStart(8),
      base.toFixed(0).padStart(7),
      `${(base / facts).toFixed(0)} x`.padStart(7),
    );
  }
  await Promise.all([owner.end(), writer.end()]);
});

/** Builds the facts for the questions while a writer is active, and prints the times of both. */
async function build(owner: pg.Client, writer: pg.Client): Promise<void> {
  await owner.query('select facts.extend()');
  const waits: number[] = [];
  let done = false;
  const writing = (async () => {
    while (!done) {
      const start = performance.now();
      await writer.query(
        "update pathway set objective = 'Work' where id = (select id from pathway offset floor(random() * 1000) limit 1)",
      );
      waits.push(performance.now() - start);
    }
  })();
  // If the server is stopped meanwhile, the statements below fail and report the error.
  writing.catch(() => {});
  const asked = `"from" >= '2024-01-01' and until <= '2025-01-01' and grain = any (array['QUARTER', 'YEAR'])
    or "from" = '2021-01-01' and until = '2027-01-01'`;
  for (const { id, from, until } of await periods(owner, asked)) {
    const [cells, answers, indicators] = await rebuild(owner, id);
    console.log(
      `facts ${from} to ${until}: cells ${cells} s, answers ${answers} s, indicators ${indicators} s`,
    );
  }
  const start = performance.now();
  const today = await periods(owner, `"from" <= now() and until > now() and grain <> 'YEARS'`);
  for (const { id } of today) await rebuild(owner, id);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`after a change of today (its month, quarter, half-year, year): ${seconds} s`);
  done = true;
  await writing;
  waits.sort((one, other) => one - other);
  const at = (share: number) => (waits[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(0);
  console.log(
    `meanwhile a writer wrote ${waits.length} rows: median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms`,
  );
}

async function periods(owner: pg.Client, condition: string) {
  const { rows } = await owner.query<{ id: number; from: string; until: string }>(
    `select id, "from"::text, until::text from facts.period where ${condition} order by until - "from", "from"`,
  );
  return rows;
}

/** @returns the seconds that each part took */
async function rebuild(owner: pg.Client, period: number): Promise<string[]> {
  const taken: string[] = [];
  for (const part of factParts) {
    const start = performance.now();
    await owner.query('select facts.rebuild($1, $2, pg_current_snapshot())', [period, part]);
    taken.push(((performance.now() - start) / 1000).toFixed(1));
  }
  return taken;
}

/** Planning and execution time in PostgreSQL of all statements of a question, with the committee's role. */
async function factsTime(owner: pg.Client, asked: AdHocQuestion): Promise<number> {
  const statements = [
    peopleStatement(asked),
    ...(asked.measures.includes('HOURS') ? [companyStatement(asked)] : []),
  ];
  await owner.query('set role hub_committee');
  try {
    return await median(async () => {
      let sum = 0;
      for (const { text, values } of statements) sum += await executionTime(owner, text, values);
      return sum;
    }, rounds);
  } finally {
    await owner.query('reset role');
  }
}

async function executionTime(owner: pg.Client, text: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await owner.query(`explain (analyze, timing off, format json) ${text}`, [...values]);
  const [plan] = rows[0]['QUERY PLAN'];
  return plan['Planning Time'] + plan['Execution Time'];
}

async function median(measure: () => Promise<number>, times: number): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < times; round++) taken.push(await measure());
  return taken.sort((one, other) => one - other)[Math.floor(times / 2)] as number;
}

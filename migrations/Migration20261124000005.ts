import { Migration } from '@mikro-orm/migrations';

/** What the committee sees: facts without persons, made from the rows of all partners. */
export class Migration20261124000005 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(calendar);
    this.addSql(views);
    this.addSql(security);
  }
}

/*
 * A fact table holds no person. People with the same district, age band and set of rows in a period are one
 * profile, which says how many they are: distinct people are counted by adding up profiles, exactly and once.
 */
const tables = `
create schema facts;

-- The spans of time that a question about people may take: counts of other spans could be subtracted.
create table facts.period (
  id int generated always as identity primary key,
  grain text not null check (grain = any (array['MONTH', 'QUARTER', 'HALF', 'YEAR', 'YEARS'])),
  "from" date not null,
  until date not null,
  built_at timestamptz(3) null,
  -- The changes that its facts contain.
  seen pg_snapshot null,
  unique ("from", until)
);

create table facts.cell (
  period_id int not null references facts.period,
  subject text not null,
  profile int not null,
  people int not null,
  district text not null,
  age_band text not null,
  partner_id uuid null,
  to_partner_id uuid null,
  company_id uuid null,
  status text null,
  outcome_class text null,
  decline_reason text null,
  rows int not null,
  hours double precision not null,
  accepted int not null,
  decided int not null,
  top_rows int not null,
  top_hours double precision not null
);
create index cell_of_question on facts.cell (period_id, subject);

-- How long receivers took to answer: for each number of days, how many referrals were answered, and how many
-- had been waiting so long without an answer when the facts were made or when they were closed.
create table facts.answer (
  period_id int not null references facts.period,
  partner_id uuid not null,
  to_partner_id uuid not null,
  district text not null,
  age_band text not null,
  status text not null,
  decline_reason text null,
  days int not null,
  answered int not null,
  waiting int not null
);
create index answer_of_question on facts.answer (period_id);

-- What tells one state of a subject's data in a period from another.
create table facts.fingerprint (
  period_id int not null references facts.period,
  subject text not null,
  value bigint not null,
  primary key (period_id, subject)
);

-- The figures of the registry. people: who stands behind the figure; base: who could have.
-- marks: a sum for each of 128 groups of persons, by which a figure's changes are counted in persons.
create table facts.indicator (
  period_id int not null references facts.period,
  key text not null,
  partner_id uuid null,
  numerator double precision not null,
  denominator double precision null,
  people int not null,
  base int not null,
  top double precision not null,
  companies int null,
  top_company double precision null,
  -- Of the days to answer: see committee.answer_quantiles.
  quantiles int[] null,
  marks jsonb not null,
  released_at timestamptz(3) not null,
  unique nulls not distinct (period_id, key, partner_id)
);

-- Days on which rows changed since the facts were made.
create table facts.touched (
  id bigint generated always as identity primary key,
  "from" date not null,
  until date not null,
  xid xid8 not null default pg_current_xact_id()
);
`;

/** Working days in France: Monday to Friday without the public holidays. Easter by the Meeus/Jones/Butcher method. */
const calendar = `
create table facts.calendar (
  day date primary key,
  -- How many working days there were up to and with this one.
  working int not null
);

create function pg_temp.easter(y int) returns date language plpgsql as $$
declare
  a int := y % 19; b int := y / 100; c int := y % 100;
  d int := b / 4; e int := b % 4; g int := (8 * b + 13) / 25;
  h int := (19 * a + b - d - g + 15) % 30;
  i int := c / 4; k int := c % 4;
  l int := (32 + 2 * e + 2 * i - h - k) % 7;
  m int := (a + 11 * h + 22 * l) / 451;
begin
  return make_date(y, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
end $$;

insert into facts.calendar
select day, sum((extract(isodow from day) < 6 and not holiday)::int) over (order by day)
from (
  select day::date as day, to_char(day, 'MM-DD') = any (array['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'])
    or day::date - pg_temp.easter(extract(year from day)::int) = any (array[1, 39, 50]) as holiday
  from generate_series('2015-01-01'::timestamp, '2060-12-31'::timestamp, '1 day') day
) days;
`;

const views = `
create schema committee;

create view committee.period as select id, grain, "from", until, built_at from facts.period;
create view committee.cell as select period_id, subject, profile, people, district, age_band, partner_id,
  to_partner_id, company_id, status, outcome_class, decline_reason, rows, hours, accepted, decided, top_rows, top_hours
  from facts.cell;
create view committee.answer as select period_id, partner_id, to_partner_id, district, age_band, status,
  decline_reason, days, answered, waiting from facts.answer;
create view committee.fingerprint as select period_id, subject, value from facts.fingerprint;
create view committee.indicator as select period_id, key, partner_id, numerator, denominator, people, base, top,
  companies, top_company, quantiles from facts.indicator;
create view committee.partner as select id, name from public.partner;
create view committee.company as select id, name from public.company;

-- By how many days 0 %, 5 % … 100 % of the referrals were answered, as Kaplan and Meier estimate it: one that
-- still waits counts as long as it waits. Null from where so many were never answered.
create function committee.answer_quantiles(days int[], answered int[], waiting int[]) returns int[] language sql immutable
  return (
    with risk as materialized (
      select day, sum(hit)::float8 as hits, sum(sum(hit + wait)) over (order by day desc)::float8 as at_risk
      from unnest(days, answered, waiting) t(day, hit, wait) group by day
    ), curve as materialized (
      select day, exp(sum(case when hits = at_risk then '-infinity' else ln(1 - hits / at_risk) end)
        over (order by day)) as unanswered
      from risk where at_risk > 0
    )
    select array_agg((select min(day) from curve where unanswered <= 1 - step / 20.0 + 1e-9) order by step)
    from generate_series(0, 20) step
  );
`;

const security = `
do $$
declare name text;
begin
  foreach name in array array['period', 'cell', 'answer', 'fingerprint', 'indicator', 'touched', 'calendar'] loop
    execute format('alter table facts.%I enable row level security', name);
    execute format('alter table facts.%I force row level security', name);
    execute format('create policy facts on facts.%I to hub_facts using (true) with check (true)', name);
  end loop;
end $$;
grant usage on schema public, access, facts, frames to hub_facts;
grant select on partner, beneficiary, pathway, referral to hub_facts;
grant select, insert, update, delete on facts.period, facts.cell, facts.answer, facts.fingerprint, facts.indicator,
  facts.touched to hub_facts;
grant select on facts.calendar to hub_facts;
create policy facts on partner for select to hub_facts using (true);
create policy facts on beneficiary for select to hub_facts using (true);
create policy facts on pathway for select to hub_facts using (true);
create policy facts on referral for select to hub_facts using (true);

revoke all on function committee.answer_quantiles(int[], int[], int[]) from public;
grant usage on schema committee to hub_committee, hub_facts;
grant execute on function committee.answer_quantiles(int[], int[], int[]) to hub_committee, hub_facts;
grant select on all tables in schema committee to hub_committee;

-- The views read with the rights of hub_facts: the committee's role has none on what is behind them.
do $$
declare name text;
begin
  grant create on schema committee to hub_facts;
  foreach name in array array['period', 'cell', 'answer', 'fingerprint', 'indicator', 'partner', 'company'] loop
    execute format('alter view committee.%I owner to hub_facts', name);
  end loop;
  revoke create on schema committee from hub_facts;
end $$;
`;

import { Migration } from '@mikro-orm/migrations';

/** How the committee's facts are made, kept fresh and handed out. */
export class Migration20261124000006 extends Migration {
  override up(): void {
    this.addSql(sources);
    this.addSql(rebuilding);
    this.addSql(indicators);
    this.addSql(freshness);
    this.addSql(rights);
  }
}

/*
 * The rows that a period is made of, each with its person: the one place that says what counts when.
 * on_day: the day by which the person's age is taken, the first of all their rows in the period.
 */
const sources = `
create function facts.age_band(born date, on_day date) returns text language sql immutable
  return case
    when born is null then 'UNKNOWN'
    when on_day < born + interval '18 years' then 'UNDER_18'
    when on_day < born + interval '26 years' then 'FROM_18_TO_25'
    when on_day < born + interval '45 years' then 'FROM_26_TO_44'
    when on_day < born + interval '55 years' then 'FROM_45_TO_54'
    else 'FROM_55' end;

-- How many months begin from one day on and before another.
create function facts.months(f date, u date) returns int language sql immutable
  return ceil(extract(year from u) * 12 + extract(month from u) + (extract(day from u) > 1)::int
    - extract(year from f) * 12 - extract(month from f) - (extract(day from f) > 1)::int);

create function facts.today() returns date language sql stable return (now() at time zone 'Europe/Paris')::date;

-- The midnight in the town at which a day begins.
create function facts.beginning(day date) returns timestamptz language sql stable
  return day::timestamp at time zone 'Europe/Paris';

create function facts.source(f date, u date) returns table (
  subject text, person uuid, on_day date, people int, partner_id uuid, to_partner_id uuid, company_id uuid,
  status text, outcome_class text, decline_reason text, rows int, hours numeric, accepted int, decided int
) language sql stable
begin atomic
  select 'PATHWAYS', p.beneficiary_id, greatest(p.started_on, f), 1, p.partner_id, null::uuid, null::uuid,
    p.status::text, null, null, 1, 0::numeric, 0, 0
  from pathway p where p.started_on < u and (p.closed_on is null or p.closed_on >= f)
  union all
  select 'REFERRALS', r.beneficiary_id, (r.sent_at at time zone 'Europe/Paris')::date, 1, r.from_id, r.to_id, null,
    r.status::text, null, r.decline_reason::text, 1, 0,
    (r.answered_at is not null and r.status <> 'DECLINED')::int,
    (r.answered_at is not null or r.status = 'EXPIRED')::int
  from referral r
  where r.sent_at >= facts.beginning(f) and r.sent_at < facts.beginning(u) and r.status <> 'ENTERED_IN_ERROR'
  union all
  select 'CLAUSE_HOURS', c.beneficiary_id, h.month, 1, c.partner_id, null, c.company_id,
    h.status::text, null, null, 1, h.hours, 0, 0
  from hours_entry h join clause_contract c on c.id = h.contract_id
  where h.month >= f and h.month < u and h.kind = 'WORK'
  union all
  select 'OUTCOMES', o.beneficiary_id, o.occurred_on, 1, o.partner_id, null, c.company_id,
    case when o.clause_contract_id is null then 'OTHER_EXIT' else 'CLAUSE_EXIT' end,
    coalesce(frames.exit_class(o.situation, o.contract_months, o.occurred_on)::text, 'NONE'), null, 1, 0, 0, 0
  from outcome o left join clause_contract c on c.id = o.clause_contract_id
  where o.occurred_on >= f and o.occurred_on < u
  union all
  select 'FORUM_ATTENDANCES', a.beneficiary_id, e.held_on, a.people, a.partner_id, null, null,
    null, null, null, a.people, 0, 0, 0
  from attendance a join forum e on e.id = a.forum_id
  where e.held_on >= f and e.held_on < u;
end;
`;

const rebuilding = `
create function facts.rebuild_cells(p int, f date, u date) returns void language plpgsql as $$
begin
  with keyed as (
    select subject, person, partner_id, to_partner_id, company_id, status, outcome_class, decline_reason,
      min(on_day) as on_day, sum(people) as people, sum(rows) as rows, sum(hours) as hours,
      sum(accepted) as accepted, sum(decided) as decided
    from facts.source(f, u)
    group by subject, person, partner_id, to_partner_id, company_id, status, outcome_class, decline_reason
  ), profiled as (
    select k.*, count(*) over whole as keys, min(on_day) over whole as first_day,
      bit_xor(hash_record_extended(row(partner_id, to_partner_id, company_id, status, outcome_class, decline_reason), 1))
        over whole as mix
    from keyed k window whole as (partition by subject, person)
  ), placed as (
    select p.*, coalesce(b.district::text, 'UNKNOWN') as district, facts.age_band(b.birth_date, p.first_day) as age_band
    from profiled p left join beneficiary b on b.id = p.person
  ), made as (
    select subject, district, age_band, partner_id, to_partner_id, company_id, status, outcome_class, decline_reason,
      dense_rank() over (order by subject, district, age_band, keys, mix)::int as profile, count(*)::int as people,
      sum(rows)::int as rows, sum(hours) as hours, sum(accepted)::int as accepted, sum(decided)::int as decided,
      max(rows)::int as top_rows, max(hours) as top_hours
    from placed where person is not null
    group by subject, district, age_band, keys, mix, partner_id, to_partner_id, company_id, status, outcome_class, decline_reason
    union all
    -- Anonymous counts: each visitor is somebody else.
    select subject, district, age_band, partner_id, to_partner_id, company_id, status, outcome_class, decline_reason,
      -(row_number() over ())::int, people, rows, hours, accepted, decided, 1, hours
    from placed where person is null
  ), gone as (
    delete from facts.cell c where c.period_id = p
  )
  insert into facts.cell select p, subject, profile, people, district, age_band, partner_id, to_partner_id, company_id,
    status, outcome_class, decline_reason, rows, hours, accepted, decided, top_rows, top_hours from made;

  delete from facts.fingerprint where period_id = p;
  insert into facts.fingerprint
  select p, subject, sum(hashtextextended(c::text, 7)::numeric % 1000000007)::bigint
  from facts.cell c where period_id = p group by subject;
end $$;

create function facts.rebuild_answers(p int, f date, u date) returns void language sql
begin atomic
  delete from facts.answer where period_id = p;
  insert into facts.answer
  select p, r.from_id, r.to_id, b.district::text,
    facts.age_band(b.birth_date, (r.sent_at at time zone 'Europe/Paris')::date), r.status::text, r.decline_reason::text,
    extract(day from coalesce(r.answered_at, r.closed_at, now()) - r.sent_at)::int,
    count(r.answered_at), count(*) filter (where r.answered_at is null)
  from referral r join beneficiary b on b.id = r.beneficiary_id
  where r.sent_at >= facts.beginning(f) and r.sent_at < facts.beginning(u) and r.status <> 'ENTERED_IN_ERROR'
  group by 2, 3, 4, 5, 6, 7, 8;
end;
`;

/*
 * Each indicator as what one person contributes to it, with one partner: numerator and denominator.
 * The registry in src/indicators says the same in words; its versions and these lines change together.
 */
const indicators = `
create function facts.contribution(f date, u date) returns table (
  key text, partner_id uuid, person uuid, people int, num numeric, den numeric, company_id uuid
) language sql stable
begin atomic
  with support as materialized (
    select s.person, s.partner_id,
      facts.age_band(b.birth_date, min(min(s.on_day)) over (partition by s.person)) = any (array['UNDER_18', 'FROM_18_TO_25']) as young
    from facts.source(f, u) s join beneficiary b on b.id = s.person
    where s.subject = 'PATHWAYS' group by s.person, s.partner_id, b.birth_date
  ), sent as materialized (
    select r.beneficiary_id, r.from_id, r.to_id, r.status, r.sent_at, r.answered_at, r.closed_at, r.answered_at is not null and r.status <> 'DECLINED' as accepted,
      (select working from facts.calendar where day = (coalesce(r.answered_at, r.closed_at, now()) at time zone 'Europe/Paris')::date)
        - (select working from facts.calendar where day = (r.sent_at at time zone 'Europe/Paris')::date) as working_days
    from referral r
    where r.sent_at >= facts.beginning(f) and r.sent_at < facts.beginning(u) and r.status <> 'ENTERED_IN_ERROR'
  ), exits as materialized (
    select o.beneficiary_id, o.partner_id, frames.exit_class(o.situation, o.contract_months, o.occurred_on) as class
    from outcome o where o.occurred_on >= f and o.occurred_on < u and o.clause_contract_id is not null
  )
  select k.key, s.partner_id, s.person, 1, k.num::numeric, 1::numeric, null::uuid from support s,
    lateral (values ('ACCOMPANIED_PEOPLE', 1), ('ACCOMPANIED_SUM', 1), ('YOUNG_PEOPLE', young::int)) k(key, num)
  union all
  select k.key, s.partner_id, s.person, 1, k.num, s.validated + s.declared, s.company_id
  from (
    select person, partner_id, company_id, coalesce(sum(hours) filter (where status = 'VALIDATED'), 0) as validated,
      coalesce(sum(hours) filter (where status = 'DECLARED'), 0) as declared
    from facts.source(f, u) where subject = 'CLAUSE_HOURS' and status <> 'REJECTED'
    group by person, partner_id, company_id
  ) s, lateral (values ('CLAUSE_HOURS', s.validated), ('CLAUSE_HOURS_DECLARED', s.declared), ('CLAUSE_HOURS_RATE', s.validated)) k(key, num)
  union all
  select k.key, e.partner_id, e.beneficiary_id, 1, k.num::int, 1, null from exits e,
    lateral (values ('POSITIVE_EXITS', class is not null), ('DURABLE_EXITS', class is not distinct from 'DURABLE'),
      ('TRANSITION_EXITS', class is not distinct from 'TRANSITION'),
      ('QUALIFYING_EXITS', class is not distinct from 'POSITIVE')) k(key, num)
  union all
  select k.key, k.partner_id, s.beneficiary_id, 1, k.num, k.den, null from sent s, lateral (values
    ('REFERRALS_SENT', s.from_id, 1, 1),
    ('REFERRAL_ACCEPTANCE_RATE', s.to_id, s.accepted::int, (s.answered_at is not null or s.status = 'EXPIRED')::int),
    ('MEDIAN_DAYS_TO_ANSWER', s.to_id, extract(day from coalesce(s.answered_at, s.closed_at) - s.sent_at)::int, 1),
    ('ANSWERED_WITHIN_3_DAYS', s.to_id, (s.answered_at is not null and s.working_days <= 3)::int, (s.answered_at is not null or s.working_days > 3)::int),
    ('ANSWERED_WITHIN_5_DAYS', s.to_id, (s.answered_at is not null and s.working_days <= 5)::int, (s.answered_at is not null or s.working_days > 5)::int),
    ('LOOP_CLOSURE_RATE', s.to_id, (s.status = any (array['COMPLETED'::referral_status, 'NOT_COMPLETED']))::int, s.accepted::int)
  ) k(key, partner_id, num, den)
  union all
  select k.key, a.partner_id, a.beneficiary_id, a.people, k.num, a.people, null
  from attendance a join forum e on e.id = a.forum_id,
    lateral (values ('FORUM_ATTENDANCES', a.people), ('FORUM_FIRST_TIME', a.first_time_people)) k(key, num)
  where e.held_on >= f and e.held_on < u;
end;

-- How many of the groups of persons contribute otherwise than before: at most as many as there are persons who do.
create function facts.changed(old jsonb, new jsonb) returns bigint language sql immutable
  return (select count(*) from jsonb_each(old) o full join jsonb_each(new) n using (key)
    where o.value is distinct from n.value);

create function facts.rebuild_indicators(p int, f date, u date, is_year boolean) returns void language sql
begin atomic
  with contribution as materialized (select * from facts.contribution(f, u)),
  by_person as (
    select c.key, c.partner_id, grouping(c.partner_id) as whole, c.person, max(c.people) as people,
      sum(c.num) as num, sum(c.den) as den
    from contribution c
    group by grouping sets ((c.key, c.partner_id, c.person), (c.key, c.person))
  ), marked as (
    select key, partner_id, whole, hashtextextended(person::text, 3) & 127 as bucket,
      sum(hashtextextended(concat_ws('/', person, num, den), 5)::numeric % 1000000007) as mark,
      sum(case when person is null then case when key = 'FORUM_FIRST_TIME' then num else den end else (coalesce(num, 0) <> 0)::int end) as people,
      sum(case when person is null then den else (den <> 0)::int end) as base,
      sum(num) as num, sum(den) as den, max(num) filter (where person is not null) as top
    from by_person group by key, partner_id, whole, bucket
  ), figure as (
    select key, partner_id, whole, sum(people)::int as people, sum(base)::int as base,
      sum(num)::float8 as num, sum(den)::float8 as den, coalesce(max(top), 1)::float8 as top,
      jsonb_object_agg(coalesce(bucket::text, 'nobody'), mark) as marks
    from marked group by key, partner_id, whole
  ), employer as (
    select key, partner_id, whole, count(*)::int as companies, (max(hours) / nullif(sum(hours), 0))::float8 as share from (
      select key, partner_id, grouping(partner_id) as whole, company_id, sum(num) as hours from contribution
      where company_id is not null and num > 0
      group by grouping sets ((key, partner_id, company_id), (key, company_id))
    ) shares group by key, partner_id, whole
  ), waited as (
    select to_partner_id as partner_id, grouping(to_partner_id) as whole,
      committee.answer_quantiles(array_agg(days), array_agg(answered), array_agg(waiting)) as quantiles
    from facts.answer where period_id = p group by grouping sets ((to_partner_id), ())
  ), committed as (
    -- The hours of the lots, spread evenly over their months as in lot_month, as far as these lie in the period.
    select coalesce(sum(l.hours_committed::float8 * facts.months(greatest(l.first, f), least(l.ends_on + 1, u))
      / facts.months(l.first, l.ends_on + 1)), 0) as hours
    from (select hours_committed, date_trunc('month', starts_on)::date as first, ends_on from lot) l
    where l.first < u and l.ends_on >= f
  ), fresh as (
    select g.key, g.partner_id,
      case g.key when 'ACCOMPANIED_PEOPLE' then g.people when 'YOUNG_PEOPLE' then g.people else g.num end as numerator,
      case g.key when 'CLAUSE_HOURS_RATE' then committed.hours
        when 'ACCOMPANIED_PEOPLE' then null when 'ACCOMPANIED_SUM' then null when 'REFERRALS_SENT' then null
        when 'FORUM_ATTENDANCES' then null when 'CLAUSE_HOURS' then null when 'CLAUSE_HOURS_DECLARED' then null
        when 'YOUNG_PEOPLE' then g.base else g.den end as denominator,
      case g.key when 'MEDIAN_DAYS_TO_ANSWER' then g.base else g.people end as people, g.base, g.top,
      e.companies, e.share, case g.key when 'MEDIAN_DAYS_TO_ANSWER' then w.quantiles end as quantiles, g.marks
    from figure g cross join committed
    left join employer e on e.key = g.key and e.whole = g.whole and e.partner_id is not distinct from g.partner_id
    left join waited w on w.whole = g.whole and w.partner_id is not distinct from g.partner_id
    where g.key <> 'CLAUSE_HOURS_RATE' or g.whole = 1
  ), gone as (
    delete from facts.indicator i where i.period_id = p
      and not exists (select from fresh where fresh.key = i.key and fresh.partner_id is not distinct from i.partner_id)
  )
  insert into facts.indicator as i
  select p, key, partner_id, numerator, denominator, people, base, top, companies, share, quantiles, marks, now() from fresh
  on conflict (period_id, key, partner_id) do update set numerator = excluded.numerator, denominator = excluded.denominator,
    people = excluded.people, base = excluded.base, top = excluded.top, companies = excluded.companies,
    top_company = excluded.top_company, quantiles = excluded.quantiles, marks = excluded.marks, released_at = excluded.released_at
  -- An exact figure moves only once at least five persons contribute otherwise than when it last moved:
  -- two readings of it tell nothing of a single person.
  where not is_year or facts.changed(i.marks, excluded.marks) >= 5;
end;
`;

const freshness = `
-- The periods up to the end of this year, since the first year of which there are rows.
create function facts.extend() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first int := (select greatest(2015, extract(year from min(day))::int) from (
    select min(started_on) as day from pathway union all select min(month) from hours_entry
    union all select min(sent_at)::date from referral union all select min(occurred_on) from outcome
    union all select min(held_on) from forum) days where day is not null having count(*) > 0);
  last int := extract(year from facts.today())::int;
begin
  if first is null or (select count(*) from facts.period where grain = 'YEAR') = last - first + 1 then return; end if;
  insert into facts.period (grain, "from", until)
  select case s.months when 1 then 'MONTH' when 3 then 'QUARTER' when 6 then 'HALF' else 'YEAR' end,
    make_date(y, m, 1), (make_date(y, m, 1) + make_interval(months => s.months))::date
  from generate_series(first, last) y, (values (1), (3), (6), (12)) s(months), generate_series(1, 12, s.months) m
  union all
  select 'YEARS', make_date(a, 1, 1), make_date(b + 1, 1, 1)
  from generate_series(first, last) a, generate_series(a + 1, last) b
  on conflict do nothing;
end $$;

-- What must be made anew, and which changes it will contain if it is made from now on: the periods in which
-- rows have changed, once a day all, because waiting goes on, and all after a restore.
create function facts.stale() returns table (period_id int, seen pg_snapshot) language sql stable
  security definer set search_path = public, pg_temp
begin atomic
  select p.id, pg_current_snapshot()
  from facts.period p
  where p.seen is null or (p.built_at at time zone 'Europe/Paris')::date < facts.today()
    or pg_snapshot_xmax(p.seen) > pg_snapshot_xmax(pg_current_snapshot())
    or exists (select from facts.touched t where t."from" < p.until and t.until >= p."from"
      and not pg_visible_in_snapshot(t.xid, p.seen))
  order by p.until - p."from", p."from" desc;
end;

-- Makes a part of a period's facts anew; false when another process is at it. Each part is a statement that
-- reads for long and writes shortly, in a transaction of its own: one that has written holds back all events.
create function facts.rebuild(p int, part text, seen pg_snapshot) returns boolean language plpgsql
  security definer set search_path = public, pg_temp set work_mem = '64MB' set jit = off as $$
declare span facts.period;
begin
  if not pg_try_advisory_xact_lock(4820224, p) then return false; end if;
  select * into span from facts.period where id = p;
  case part
    when 'CELLS' then perform facts.rebuild_cells(p, span."from", span.until);
    when 'ANSWERS' then perform facts.rebuild_answers(p, span."from", span.until);
    when 'INDICATORS' then perform facts.rebuild_indicators(p, span."from", span.until, span.grain = 'YEAR');
    when 'BUILT' then update facts.period set built_at = clock_timestamp(), seen = rebuild.seen where id = p;
  end case;
  return true;
end $$;

-- Forgets the changes that all periods contain.
create function facts.forget() returns void language sql
  security definer set search_path = public, pg_temp
begin atomic
  delete from facts.touched t where not exists (
    select from facts.period p where p.seen is null or not pg_visible_in_snapshot(t.xid, p.seen));
end;

-- Notes which days a statement's rows concern. Only ever adds a row: writers never wait for one another.
create function facts.touch() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  begins text := tg_argv[0];
  ends text := tg_argv[1];
  changed text := case tg_op when 'INSERT' then 'select * from come' when 'DELETE' then 'select * from gone'
    else 'select * from come union all select * from gone' end;
begin
  execute format('insert into facts.touched ("from", until)
    select min(%s), max(%s) from (%s) changed having count(*) > 0', begins, ends, changed);
  return null;
end $$;

do $$
declare
  source record;
begin
  for source in select * from (values
    ('pathway', 'started_on', $x$coalesce(closed_on, 'infinity')$x$),
    ('referral', '(coalesce(sent_at, created_at) - interval ''1 day'')::date', '(coalesce(sent_at, created_at) + interval ''1 day'')::date'),
    ('outcome', 'occurred_on', 'occurred_on'),
    ('clause_contract', 'starts_on', $x$coalesce(ends_on, 'infinity')$x$),
    ('hours_entry', 'month', 'month'),
    ('lot', 'starts_on', 'ends_on'),
    ('attendance', '(select held_on from forum where id = forum_id)', '(select held_on from forum where id = forum_id)'),
    ('forum', 'held_on', 'held_on'),
    ('beneficiary', $x$'-infinity'::date$x$, $x$'infinity'::date$x$),
    ('exit_frame', $x$'-infinity'::date$x$, $x$'infinity'::date$x$),
    ('exit_frame_rule', $x$'-infinity'::date$x$, $x$'infinity'::date$x$)
  ) s(name, begins, ends) loop
    -- A person without any other row is in no fact yet.
    if source.name <> 'beneficiary' then
      execute format('create trigger facts_added after insert on %I referencing new table as come
        for each statement execute function facts.touch(%L, %L)', source.name, source.begins, source.ends);
    end if;
    execute format('create trigger facts_changed after update on %I referencing new table as come old table as gone
      for each statement execute function facts.touch(%L, %L)', source.name, source.begins, source.ends);
    execute format('create trigger facts_removed after delete on %I referencing old table as gone
      for each statement execute function facts.touch(%L, %L)', source.name, source.begins, source.ends);
  end loop;
end $$;
`;

const rights = `
revoke all on all functions in schema facts from public;
grant execute on all functions in schema facts to hub_facts;
grant usage on schema facts to hub_system;
grant execute on function facts.extend(), facts.stale(), facts.rebuild(int, text, pg_snapshot), facts.forget() to hub_system;
grant execute on function facts.touch() to hub_partner, hub_system;

grant create on schema facts to hub_facts;
alter function facts.extend() owner to hub_facts;
alter function facts.stale() owner to hub_facts;
alter function facts.rebuild(int, text, pg_snapshot) owner to hub_facts;
alter function facts.forget() owner to hub_facts;
alter function facts.touch() owner to hub_facts;
revoke create on schema facts from hub_facts;
`;

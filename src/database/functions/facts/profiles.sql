-- The rows of a subject that concern the days from `f` (inclusive) to `u` (exclusive), without persons: persons who have
-- the same rows form one profile, whose rows follow one another. `people` is the number of its persons; `n` and `hours`
-- are those of all its persons together. Each visitor of an anonymous count has a profile of their own.
create or replace function facts.profiles(wanted text, f date, u date) returns table (
  profile int, people int, partner_id uuid, to_partner_id uuid, company_id uuid, status text, answer text, answer_time text,
  outcome_class text, decline_reason text, visit text, district text, age_band text, n int, hours float8
) language sql stable security definer set search_path = public, pg_temp set work_mem = '64MB' set jit = off
begin atomic
  with keyed as (
    select person, partner_id, to_partner_id, company_id, status, answer, answer_time, outcome_class, decline_reason, visit,
      min(on_day) as on_day, sum(people) as people, sum(rows) as n, sum(hours) as hours
    from facts.source(f, u) s where s.subject = wanted
    group by person, partner_id, to_partner_id, company_id, status, answer, answer_time, outcome_class, decline_reason, visit
  ), profiled as (
    select k.*, count(*) over whole as keys, min(on_day) over whole as first_day,
      bit_xor(hash_record_extended(row(partner_id, to_partner_id, company_id, status, answer, answer_time, outcome_class,
        decline_reason, visit), 1)) over whole as mix
    from keyed k window whole as (partition by person)
  ), placed as (
    select p.*, coalesce(b.district::text, 'UNKNOWN') as district, facts.age_band(b.birth_date, p.first_day) as age_band
    from profiled p left join beneficiary b on b.id = p.person
  )
  select dense_rank() over (order by district, age_band, keys, mix)::int as profile, count(*)::int,
    partner_id, to_partner_id, company_id, status, answer, answer_time, outcome_class, decline_reason, visit,
    district, age_band, sum(n)::int, sum(hours)::float8
  from placed where person is not null
  group by district, age_band, keys, mix, partner_id, to_partner_id, company_id, status, answer, answer_time, outcome_class,
    decline_reason, visit
  union all
  select -(row_number() over ())::int, people::int, partner_id, to_partner_id, company_id, status, answer, answer_time,
    outcome_class, decline_reason, visit, district, age_band, n::int, hours::float8
  from placed where person is null and people > 0
  order by 1;
end;

alter function facts.profiles(text, date, date) owner to hub_facts;
revoke all on function facts.profiles(text, date, date) from public;
grant execute on function facts.profiles(text, date, date) to hub_system;

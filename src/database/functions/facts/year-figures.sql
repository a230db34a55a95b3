-- The exact figures of a calendar year's indicators, for the whole town (without a partner) and for each partner. people:
-- the persons who contribute to the figure; base: the persons who could. marks: a sum for each of 1024 groups of persons,
-- from which the number of persons with a changed contribution follows. Visitors without a file have one mark, `nobody`,
-- and their numbers beside it (`visitors`, and those of them who count in the numerator: `counted`).
-- Contributions are added in hundredths, as float8: whole numbers, so that the sums are exact in any order, and faster
-- than numeric.
create or replace function facts.year_figures(y int) returns table (
  key text, partner_id uuid, numerator float8, denominator float8, people int, base int, top float8, companies int,
  top_company float8, quantiles int[], marks jsonb
) language sql stable security definer set search_path = public, pg_temp set work_mem = '64MB' set jit = off
begin atomic
  with contribution as materialized (
    select c.key, c.partner_id, c.person, c.people, c.company_id, (c.num * 100)::float8 as num, (c.den * 100)::float8 as den
    from facts.contribution(make_date(y, 1, 1), make_date(y + 1, 1, 1)) c
  ), by_person as (
    select c.key, c.partner_id, grouping(c.partner_id) as whole, c.person, max(c.people) as people,
      sum(c.num) as num, sum(c.den) as den
    from contribution c
    group by grouping sets ((c.key, c.partner_id, c.person), (c.key, c.person))
  ), marked as (
    select key, partner_id, whole, hashtextextended(person::text, 3) & 1023 as bucket,
      sum(hash_record_extended(row(person, num, den), 5) & x'3fffffff'::bigint) as mark,
      sum(case when person is null then case when key = 'FORUM_FIRST_TIME' then num else den end / 100
        else (coalesce(num, 0) <> 0)::int end) as people,
      sum(case when person is null then den / 100 else (den <> 0)::int end) as base,
      sum(num) as num, sum(den) as den, max(num) filter (where person is not null) as top
    from by_person group by key, partner_id, whole, bucket
  ), figure as (
    select key, partner_id, whole, sum(people)::int as people, sum(base)::int as base,
      sum(num) / 100 as num, sum(den) / 100 as den, coalesce(max(top) / 100, 1) as top,
      jsonb_object_agg(coalesce(bucket::text, 'nobody'), mark) || case when bool_or(bucket is null)
        then jsonb_build_object('visitors', max(base) filter (where bucket is null), 'counted', max(people) filter (where bucket is null))
        else '{}' end as marks
    from marked group by key, partner_id, whole
  ), employer as (
    select key, partner_id, whole, count(*)::int as companies, (max(hours) / nullif(sum(hours), 0))::float8 as share from (
      select key, partner_id, grouping(partner_id) as whole, company_id, sum(num) as hours from contribution
      where company_id is not null and num > 0
      group by grouping sets ((key, partner_id, company_id), (key, company_id))
    ) shares group by key, partner_id, whole
  ), waited as (
    select to_id as partner_id, grouping(to_id) as whole,
      facts.answer_quantiles(array_agg(days), array_agg(answered), array_agg(waiting)) as quantiles
    from (
      select to_id, facts.working_days(sent_at, coalesce(answered_at, closed_at, now())) as days,
        count(answered_at)::int as answered, count(*) filter (where answered_at is null)::int as waiting
      from referral
      where sent_at >= facts.beginning(make_date(y, 1, 1)) and sent_at < facts.beginning(make_date(y + 1, 1, 1))
        and status <> 'ENTERED_IN_ERROR'
      group by 1, 2
    ) answer group by grouping sets ((to_id), ())
  )
  select g.key, g.partner_id,
    case g.key when 'ACCOMPANIED_PEOPLE' then g.people when 'YOUNG_PEOPLE' then g.people else g.num end as numerator,
    case g.key when 'CLAUSE_HOURS_RATE' then facts.committed_hours(make_date(y, 1, 1), make_date(y + 1, 1, 1))
      when 'ACCOMPANIED_PEOPLE' then null when 'ACCOMPANIED_SUM' then null when 'REFERRALS_SENT' then null
      when 'FORUM_ATTENDANCES' then null when 'CLAUSE_HOURS' then null when 'CLAUSE_HOURS_DECLARED' then null
      when 'YOUNG_PEOPLE' then g.base else g.den end as denominator,
    case g.key when 'MEDIAN_DAYS_TO_ANSWER' then g.base else g.people end as people, g.base, g.top,
    e.companies, e.share, case g.key when 'MEDIAN_DAYS_TO_ANSWER' then w.quantiles end as quantiles, g.marks
  from figure g
  left join employer e on e.key = g.key and e.whole = g.whole and e.partner_id is not distinct from g.partner_id
  left join waited w on w.whole = g.whole and w.partner_id is not distinct from g.partner_id
  where g.key <> 'CLAUSE_HOURS_RATE' or g.whole = 1;
end;

alter function facts.year_figures(int) owner to hub_facts;
revoke all on function facts.year_figures(int) from public;
grant execute on function facts.year_figures(int) to hub_system;

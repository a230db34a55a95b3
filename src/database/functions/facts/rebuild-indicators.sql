-- Recomputes the indicators of a period, with the fingerprints from which noise is drawn.
create or replace function facts.rebuild_indicators(p int, f date, u date, is_year boolean) returns void language sql
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
    -- The committed hours of the lots, spread evenly over their months as in lot_month, for the months in the period.
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
  -- An exact figure is updated only when the contribution of at least five persons has changed since its last update,
  -- so that the difference of two values reveals nothing about a single person.
  where not is_year or facts.changed(i.marks, excluded.marks) >= 5;
end;

revoke all on function facts.rebuild_indicators(integer, date, date, boolean) from public;
grant execute on function facts.rebuild_indicators(integer, date, date, boolean) to hub_facts;

-- Recomputes the cells of a period. A person counts once in a cell: `profile` distinguishes persons who are in
-- several cells.
create or replace function facts.rebuild_cells(p int, f date, u date) returns void language plpgsql as $$
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
    -- Anonymous counts: each visitor counts as a different person.
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

revoke all on function facts.rebuild_cells(integer, date, date) from public;
grant execute on function facts.rebuild_cells(integer, date, date) to hub_facts;

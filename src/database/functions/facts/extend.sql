-- Creates the missing periods, from the first year with rows to the end of this year.
create or replace function facts.extend() returns void language plpgsql security definer set search_path = public, pg_temp as $$
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

alter function facts.extend() owner to hub_facts;
revoke all on function facts.extend() from public;
grant execute on function facts.extend() to hub_system;

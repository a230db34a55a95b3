-- The hours that the lots commit from `f` (inclusive) to `u` (exclusive): spread evenly over their months, as in lot_month.
create or replace function facts.committed_hours(f date, u date) returns float8 language sql stable
  security definer set search_path = public, pg_temp
begin atomic
  select coalesce(sum(l.hours_committed::float8 * facts.months(greatest(l.first, f), least(l.ends_on + 1, u))
    / facts.months(l.first, l.ends_on + 1)), 0)
  from (select hours_committed, date_trunc('month', starts_on)::date as first, ends_on from lot) l
  where l.first < u and l.ends_on >= f;
end;

alter function facts.committed_hours(date, date) owner to hub_facts;
revoke all on function facts.committed_hours(date, date) from public;
grant execute on function facts.committed_hours(date, date) to hub_system;

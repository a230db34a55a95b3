-- The hours of a lot over the months of all its contracts, and the number of these contracts, with the same rule for a
-- month as the view lot_month: validated hours; for a month without known hours, the average month of the contract. The
-- months of a contract are counted, not listed: known months are those before the first month whose hours are still
-- expected, and later ones with hours. Hours belong to months of the contract; declaring hours and ending a contract
-- keep this true. "offset 0" makes PostgreSQL compute each date once.
create or replace function access.hours_of(lot uuid) returns table (contracts bigint, done numeric, forecast numeric)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with awaited as materialized (
    select (date_trunc('month', now() at time zone 'Europe/Paris') - interval '1 month')::date as month
  ), span as (
    select c.id, date_trunc('month', c.starts_on::timestamp)::date as first,
      date_trunc('month', least(c.ends_on, l.ends_on)::timestamp)::date as last,
      coalesce(w.done, 0) as done, coalesce(w.later, 0) as later
    from lot l left join clause_contract c on c.lot_id = l.id left join lateral (
      select sum(h.hours) as done, count(*) filter (where h.month >= (select month from awaited))::int as later
      from hours_entry h where h.contract_id = c.id and h.kind = 'WORK' and h.status = 'VALIDATED'
    ) w on true
    where l.id = hours_of.lot
    offset 0
  ), counted as (
    select s.id, s.done, s.later, access.months(s.first, s.last) as months,
      access.months(s.first, (select month from awaited)) - 1 as past
    from span s offset 0
  ), known as (
    select c.id, c.done, c.months, greatest(0, least(c.months, c.past)) + c.later as known from counted c offset 0
  )
  select count(k.id), round(sum(k.done), 2),
    round(sum(case when k.known > 0 then k.done * k.months / k.known else k.done end), 2)
  from known k;
end;

alter function access.hours_of(uuid) owner to hub_access;
revoke all on function access.hours_of(uuid) from public;
grant execute on function access.hours_of(uuid) to hub_access, hub_partner, hub_system;

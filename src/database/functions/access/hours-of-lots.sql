-- The hours of each lot (see access.hours_of), for a hub of the former version that shares the database.
create or replace function access.hours_of_lots() returns table (lot_id uuid, contracts bigint, done numeric, forecast numeric)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.id, h.contracts, h.done, h.forecast from lot l cross join lateral access.hours_of(l.id) h;
end;

alter function access.hours_of_lots() owner to hub_access;
revoke all on function access.hours_of_lots() from public;
grant execute on function access.hours_of_lots() to hub_partner;

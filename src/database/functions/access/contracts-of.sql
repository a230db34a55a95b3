-- The number of contracts of a lot, for any viewer.
create or replace function access.contracts_of(lot uuid) returns bigint language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select count(*) from clause_contract c where c.lot_id = contracts_of.lot;
end;

alter function access.contracts_of(uuid) owner to hub_access;
revoke all on function access.contracts_of(uuid) from public;
grant execute on function access.contracts_of(uuid) to hub_partner;

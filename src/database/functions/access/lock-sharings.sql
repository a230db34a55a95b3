-- Serialises changes of the sharings of a person, so that granting and ending see each other's rows.
create or replace function access.lock_sharings(person uuid) returns void language sql
begin atomic
  select pg_advisory_xact_lock(hashtextextended('sharing ' || person, 0));
end;

revoke all on function access.lock_sharings(uuid) from public;
grant execute on function access.lock_sharings(uuid) to hub_access, hub_partner, hub_rights, hub_system;

-- Sets the retention period in months and whether retention is in force, from the hub's configuration.
create or replace function rights.set_retention(for_months int, now_in_force boolean) returns void language sql security definer
  set search_path = public, pg_temp
begin atomic
  update rights.retention_rule set months = for_months, in_force = now_in_force;
end;

alter function rights.set_retention(integer, boolean) owner to hub_rights;
revoke all on function rights.set_retention(integer, boolean) from public;
grant execute on function rights.set_retention(integer, boolean) to hub_retention;

-- The day of a moment in the town.
create or replace function access.day(at timestamptz) returns date language sql immutable
  return (at at time zone 'Europe/Paris')::date;

revoke all on function access.day(timestamp with time zone) from public;
grant execute on function access.day(timestamp with time zone) to hub_access, hub_partner, hub_rights, hub_system;

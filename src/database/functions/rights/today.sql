-- The current day in the town.
create or replace function rights.today() returns date language sql stable
  return (now() at time zone 'Europe/Paris')::date;

revoke all on function rights.today() from public;
grant execute on function rights.today() to hub_partner, hub_rights;

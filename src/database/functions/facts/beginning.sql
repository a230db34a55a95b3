-- The midnight at which a day begins in the town.
create or replace function facts.beginning(day date) returns timestamptz language sql stable
  return day::timestamp at time zone 'Europe/Paris';

revoke all on function facts.beginning(date) from public;
grant execute on function facts.beginning(date) to hub_facts;

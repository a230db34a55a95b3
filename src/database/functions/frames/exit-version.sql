-- The version of the frame in force on a day; null before the first version.
create or replace function frames.exit_version(on_day date) returns int language sql stable
  return (select f.version from exit_frame f where f.in_force_from <= on_day
    order by f.in_force_from desc, f.version desc limit 1);

revoke all on function frames.exit_version(date) from public;
grant execute on function frames.exit_version(date) to hub_facts, hub_partner;

-- The working days from one moment to another.
create or replace function facts.working_days(since timestamptz, until timestamptz) returns int language sql stable
  return (select working from facts.calendar where day = (until at time zone 'Europe/Paris')::date)
    - (select working from facts.calendar where day = (since at time zone 'Europe/Paris')::date);

revoke all on function facts.working_days(timestamptz, timestamptz) from public;
grant execute on function facts.working_days(timestamptz, timestamptz) to hub_facts;

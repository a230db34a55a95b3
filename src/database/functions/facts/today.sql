-- The current day in the town.
create or replace function facts.today() returns date language sql stable return (now() at time zone 'Europe/Paris')::date;

revoke all on function facts.today() from public;
grant execute on function facts.today() to hub_facts;

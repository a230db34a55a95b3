-- The first day with a row of any subject; null when there is none.
create or replace function facts.first_day() returns date language sql stable
  security definer set search_path = public, pg_temp
begin atomic
  select min(day) from (
    select min(started_on) as day from pathway union all select min(month) from hours_entry
    union all select min((sent_at at time zone 'Europe/Paris')::date) from referral union all select min(occurred_on) from outcome
    union all select min(held_on) from forum) days;
end;

alter function facts.first_day() owner to hub_facts;
revoke all on function facts.first_day() from public;
grant execute on function facts.first_day() to hub_system;

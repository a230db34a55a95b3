-- The moment at which a delay ends. Hours are elapsed hours; days and working days keep the time of day in the town. A
-- local time that the change of clocks repeats means its first moment; one that it skips is one hour later.
create or replace function access.delay_end(since timestamptz, count int, unit text) returns timestamptz language sql stable
begin atomic
  select case when unit = 'hours' then since + make_interval(hours => count)
    when (summer.at at time zone 'Europe/Paris') = ends.clock then summer.at
    else summer.at + interval '1 hour' end
  from (select since at time zone 'Europe/Paris') began(clock)
  cross join lateral (select began.clock + make_interval(days => case when unit = 'working days' then (
      select passed from generate_series(1, 2 * count + 10) passed
      where extract(isodow from began.clock + make_interval(days => passed)) < 6
        and not exists (select from access.holiday h where h.day = (began.clock + make_interval(days => passed))::date)
      order by passed offset count - 1 limit 1)
    else count end)) ends(clock)
  cross join lateral (select (ends.clock - interval '2 hours') at time zone 'UTC') summer(at);
end;

revoke all on function access.delay_end(timestamp with time zone, integer, text) from public;
grant execute on function access.delay_end(timestamp with time zone, integer, text) to hub_partner;

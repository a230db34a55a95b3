-- How many months there are from one to another, both by their first days and both counted. A month has 30.44 days on
-- average, and rounding is exact over centuries; parts of dates cost more than all the rest of the aggregate.
create or replace function access.months(first date, last date) returns int language sql immutable
return (100 * (last - first) + 1522) / 3044 + 1;

revoke all on function access.months(date, date) from public;
grant execute on function access.months(date, date) to hub_access;

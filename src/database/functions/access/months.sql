-- The number of months between two first days of months, both counted. A month has 30.44 days on average, and the
-- rounding is exact over centuries; extracting date parts would cost more than the rest of the aggregate.
create or replace function access.months(first date, last date) returns int language sql immutable
return (100 * (last - first) + 1522) / 3044 + 1;

revoke all on function access.months(date, date) from public;
grant execute on function access.months(date, date) to hub_access;

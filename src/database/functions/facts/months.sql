-- The number of months that begin from one day (inclusive) to another (exclusive).
create or replace function facts.months(f date, u date) returns int language sql immutable
  return ceil(extract(year from u) * 12 + extract(month from u) + (extract(day from u) > 1)::int
    - extract(year from f) * 12 - extract(month from f) - (extract(day from f) > 1)::int);

revoke all on function facts.months(date, date) from public;
grant execute on function facts.months(date, date) to hub_facts;

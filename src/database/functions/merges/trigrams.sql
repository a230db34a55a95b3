-- The trigrams of the words of a name, as pg_trgm computes them.
create or replace function merges.trigrams(name text) returns text[] language sql immutable
begin atomic
  select array_agg(distinct substr('  ' || word || ' ', place, 3))
  from string_to_table(name, ' ') word, generate_series(1, length(word) + 1) place;
end;

revoke all on function merges.trigrams(text) from public;
grant execute on function merges.trigrams(text) to hub_partner;

-- The search keys of a person: both orders of the normalised name, from each of its words on, without spaces;
-- without keys that are the beginning of another key.
create or replace function access.name_keys(sort_name text, call_name text) returns setof text language sql immutable
begin atomic
  with keys as (
    select distinct replace(substr(name, place), ' ', '') collate "C" as key
    from unnest(array[sort_name, call_name]) name, generate_series(1, length(name)) place
    where place = 1 or substr(name, place - 1, 1) = ' '
  )
  select key from keys
  where not exists (select from keys longer where longer.key <> keys.key and starts_with(longer.key, keys.key));
end;

revoke all on function access.name_keys(text, text) from public;
grant execute on function access.name_keys(text, text) to hub_merges;

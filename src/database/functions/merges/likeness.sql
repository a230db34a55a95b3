-- How much two normalised names have in common, 0 to 1; the order of their words does not matter.
create or replace function merges.likeness(one text, other text) returns float8 language sql immutable
begin atomic
  select count(*) filter (where a is not null and b is not null)::float8 / count(*)
  from unnest(merges.trigrams(one)) a full join unnest(merges.trigrams(other)) b on a = b;
end;

revoke all on function merges.likeness(text, text) from public;
grant execute on function merges.likeness(text, text) to hub_partner;

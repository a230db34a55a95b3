-- The similarity of two normalised names, 0 to 1, independent of the order of their words.
create or replace function merges.likeness(one text, other text) returns float8 language sql immutable
begin atomic
  select count(*) filter (where a is not null and b is not null)::float8 / count(*)
  from unnest(merges.trigrams(one)) a full join unnest(merges.trigrams(other)) b on a = b;
end;

revoke all on function merges.likeness(text, text) from public;
grant execute on function merges.likeness(text, text) to hub_partner;

-- The places of `merges.places()`, child tables before their parents, so that each row can be moved or set aside on
-- its own.
create or replace function merges.children_first() returns table ("table" text, "column" text, key text[]) language sql stable
  set search_path = public, pg_temp
begin atomic
  with recursive up(child, parent, height) as (
    select t.child, t.parent, 1 from merges.ties() t where t.child <> t.parent
    union
    select up.child, t.parent, up.height + 1 from up join merges.ties() t on t.child = up.parent and t.child <> t.parent
  )
  select p."table", p."column", p.key from merges.places() p
  order by (select coalesce(max(up.height), 0) from up where up.child = p."table"::regclass) desc, 1, 2;
end;

revoke all on function merges.children_first() from public;
grant execute on function merges.children_first() to hub_merges;

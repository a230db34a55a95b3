-- The composite foreign keys that tie the person of a row to the person of another row, and whether the reference is
-- optional. Only merges.tie() creates them.
create or replace function merges.ties() returns table (child regclass, link text, child_person text, parent regclass, parent_key text, parent_person text, optional boolean)
  language sql stable set search_path = public, pg_temp
begin atomic
  select c.conrelid::regclass, link.attname::text, child.attname::text, c.confrelid::regclass, key.attname::text, parent.attname::text,
    not link.attnotnull
  from pg_constraint c
  join pg_attribute link on link.attrelid = c.conrelid and link.attnum = c.conkey[1]
  join pg_attribute child on child.attrelid = c.conrelid and child.attnum = c.conkey[2]
  join pg_attribute key on key.attrelid = c.confrelid and key.attnum = c.confkey[1]
  join pg_attribute parent on parent.attrelid = c.confrelid and parent.attnum = c.confkey[2]
  where c.contype = 'f' and c.conparentid = 0 and cardinality(c.conkey) = 2 and c.confupdtype = 'c' and c.conname like '%\_person'
  order by 1, 2;
end;

revoke all on function merges.ties() from public;
grant execute on function merges.ties() to hub_merges;

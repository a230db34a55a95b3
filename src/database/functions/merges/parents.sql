-- The mandatory references by which a row that names a person belongs to another row that names the person, for as
-- long as it exists.
create or replace function merges.parents() returns table (child regclass, link text, child_person text, parent regclass, parent_key text, parent_person text)
  language sql stable set search_path = public, pg_temp
begin atomic
  with named as (
    select p."table"::regclass as place, p."column" as person from merges.places() p
    where p."table"::regclass <> 'public.beneficiary'::regclass
  )
  select c.conrelid::regclass, a.attname::text, child.person, c.confrelid::regclass, k.attname::text, parent.person
  from pg_constraint c
  join named child on child.place = c.conrelid
  join named parent on parent.place = c.confrelid
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[1]
  join pg_attribute p on p.attrelid = c.confrelid and p.attname = parent.person
  where c.contype = 'f' and c.conparentid = 0 and cardinality(c.conkey) = 1 and p.attnotnull
  order by 1, 2;
end;

revoke all on function merges.parents() from public;

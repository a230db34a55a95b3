-- The foreign keys by which rows are deleted with the row that they refer to: those that the database does not set
-- to null itself, and those by which a person refers to another (a duplicate is deleted with the person that it was
-- merged into).
create or replace function rights.ties() returns table (child regclass, child_column text, parent regclass, parent_column text)
  language sql stable set search_path = public, pg_temp
begin atomic
  select c.conrelid::regclass, a.attname::text, c.confrelid::regclass, p.attname::text
  from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  join pg_attribute p on p.attrelid = c.confrelid and p.attnum = c.confkey[1]
  where c.contype = 'f' and c.conparentid = 0 and cardinality(c.conkey) = 1
    and (c.confdeltype <> 'n' or c.confrelid = 'public.beneficiary'::regclass and c.conrelid = c.confrelid)
  order by 1, 2;
end;

revoke all on function rights.ties() from public;
grant execute on function rights.ties() to hub_rights;

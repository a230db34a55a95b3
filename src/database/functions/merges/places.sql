-- The columns in which rows name a person, with the primary key of the table: every foreign key to beneficiary
-- except those of the merges themselves, and of the last contact, which follows from other rows.
create or replace function merges.places() returns table ("table" text, "column" text, key text[]) language sql stable
  set search_path = public, pg_temp
begin atomic
  select format('%I.%I', n.nspname, t.relname), a.attname::text, (
    select array_agg(k.attname::text order by k.attnum)
    from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
    where i.indrelid = t.oid and i.indisprimary)
  from pg_constraint c
  join pg_class t on t.oid = c.conrelid
  join pg_namespace n on n.oid = t.relnamespace
  join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.confrelid = 'public.beneficiary'::regclass and c.conparentid = 0
    and cardinality(c.conkey) = 1 and t.oid::regclass::text <> all (array['merge', 'last_contact'])
  order by 1, 2;
end;

revoke all on function merges.places() from public;
grant execute on function merges.places() to hub_merges;

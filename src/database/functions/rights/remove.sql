-- Deletes the rows whose column has one of the keys, after all rows that depend on them; returns the ids of the
-- deleted rows.
create or replace function rights.remove(place regclass, of_column text, keys text[]) returns uuid[] language plpgsql
  set search_path = public, pg_temp
as $$
declare
  tie record;
  -- The keys in the type of the column, so that its index is used.
  chosen text := (select format('%I = any ($1::%s[])', of_column, format_type(a.atttypid, null)) from pg_attribute a
    where a.attrelid = place and a.attname = of_column);
  named text[];
  gone uuid[] := '{}';
  ids uuid[];
begin
  for tie in select * from rights.ties() t where t.parent = place loop
    execute format('select array_agg(%I::text) from %s where %s', tie.parent_column, place, chosen)
      into named using keys;
    if named is not null then
      gone := gone || rights.remove(tie.child, tie.child_column, named);
    end if;
  end loop;
  execute format(
    'with removed as (delete from %s t where %s returning to_jsonb(t) ->> ''id'' as id)
      select array_agg(id::uuid) from removed where id ~ ''^[0-9a-f]{8}-''', place, chosen)
    into ids using keys;
  return gone || coalesce(ids, '{}');
end $$;

revoke all on function rights.remove(regclass, text, text[]) from public;
grant execute on function rights.remove(regclass, text, text[]) to hub_rights;

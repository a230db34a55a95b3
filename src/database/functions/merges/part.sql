-- After rows have moved back: a row that belongs to rows of both persons follows the row of its mandatory reference,
-- and its optional reference to the other one is set to null.
create or replace function merges.part(kept uuid, duplicate uuid) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  tie record;
begin
  for tie in select * from merges.ties() t order by t.optional loop
    execute format(case when tie.optional then 'update %1$s c set %5$I = null' else 'update %1$s c set %2$I = p.%3$I' end
        || ' from %4$s p where p.%6$I = c.%5$I and c.%2$I <> p.%3$I and p.%3$I = any (array[$1, $2])',
      tie.child, tie.child_person, tie.parent_person, tie.parent, tie.link, tie.parent_key) using kept, duplicate;
  end loop;
end $$;

revoke all on function merges.part(uuid, uuid) from public;
grant execute on function merges.part(uuid, uuid) to hub_merges;

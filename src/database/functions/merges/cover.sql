-- Creates the policies and triggers for merges on every table that names a person. Called after migrations; changes
-- only new tables.
create or replace function merges.cover() returns void language plpgsql as $$
declare
  place record;
  tie record;
begin
  for place in select distinct p."table", p.key from merges.places() p where not exists (
    select from pg_policy where polrelid = p."table"::regclass and polname = 'merge')
  loop
    if place.key is null then raise exception 'table % names a person and has no primary key', place."table"; end if;
    execute format('create policy merge on %s to hub_merges using (true) with check (true)', place."table");
    execute format('grant select, insert, delete on %s to hub_merges', place."table");
  end loop;
  for place in select * from merges.places() p where not exists (
    select from pg_trigger where tgrelid = p."table"::regclass and tgname = 'merged_' || p."column")
  loop
    execute format('grant update (%I) on %s to hub_merges', place."column", place."table");
    execute format('create trigger %I before insert or update of %2$I on %3$s for each row when (new.%2$I is not null)
      execute function merges.follow(%4$L)', 'merged_' || place."column", place."column", place."table", place."column");
  end loop;
  for tie in select * from merges.parents() loop
    perform merges.tie(tie.child, tie.link, tie.child_person, tie.parent, tie.parent_key, tie.parent_person);
  end loop;
  for tie in select * from merges.ties() t where t.optional loop
    execute format('grant update (%I) on %s to hub_merges', tie.link, tie.child);
  end loop;
end $$;

revoke all on function merges.cover() from public;

-- Creates the policies for erasure on every table that names a person. Called after migrations; changes only new
-- tables.
create or replace function rights.cover() returns void language plpgsql as $$
declare
  place regclass;
begin
  for place in
    select r from rights.reached() r union select unnest(array['event', 'idempotency_key', 'attendance', 'link_request']::regclass[])
  loop
    if not exists (select from pg_policy where polrelid = place and polname = 'erase') then
      execute format('create policy erase on %s to hub_rights using (true) with check (true)', place);
      execute format('grant select, delete on %s to hub_rights', place);
    end if;
  end loop;
end $$;

revoke all on function rights.cover() from public;
grant execute on function rights.cover() to hub_rights;
